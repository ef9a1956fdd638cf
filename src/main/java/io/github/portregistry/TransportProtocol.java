package io.github.portregistry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transport protocol for which the registry assigns ports. Each has its own port space: 514 is one service over TCP
 * and another over UDP.
 *
 * <pre>{@code
 * TransportProtocol.parse("TCP");       // TCP
 * TransportProtocol.TCP.keyword();      // "tcp"
 * TransportProtocol.ofNumber(17);       // UDP
 * }</pre>
 */
public enum TransportProtocol {
    /** Transmission Control Protocol, RFC 9293. */
    TCP("tcp", 6),
    /** User Datagram Protocol, RFC 768. */
    UDP("udp", 17),
    /** Stream Control Transmission Protocol, RFC 9260. */
    SCTP("sctp", 132),
    /** Datagram Congestion Control Protocol, RFC 4340. */
    DCCP("dccp", 33);

    private final String keyword;
    private final int number;

    TransportProtocol(String keyword, int number) {
        this.keyword = keyword;
        this.number = number;
    }

    /**
     * Returns the transport protocol of a keyword, ignoring case.
     *
     * @param keyword {@code tcp}, {@code udp}, {@code sctp} or {@code dccp}, case-insensitive, without blanks
     * @return the transport protocol
     * @throws IllegalArgumentException if the keyword is none of the four
     */
    public static TransportProtocol parse(String keyword) {
        TransportProtocol transport = find(Objects.requireNonNull(keyword, "keyword"));
        if (transport == null) {
            throw new IllegalArgumentException(unknown(keyword));
        }
        return transport;
    }

    /** Returns the message for a keyword that is none of the four. */
    static String unknown(String keyword) {
        return "unknown transport " + Texts.quoted(keyword) + "; it must be tcp, udp, sctp or dccp";
    }

    /**
     * Returns the transport protocol of a protocol number, as used in flow records and packet captures.
     *
     * @param number 6 for tcp, 17 for udp, 132 for sctp or 33 for dccp
     * @return the transport protocol
     * @throws IllegalArgumentException if the number is none of the four
     */
    public static TransportProtocol ofNumber(int number) {
        for (TransportProtocol transport : values()) {
            if (transport.number == number) {
                return transport;
            }
        }
        throw new IllegalArgumentException("unknown transport protocol number " + number
                + "; it must be 6 (tcp), 17 (udp), 132 (sctp) or 33 (dccp)");
    }

    /** Returns the transport of a keyword, or null if it is none of the four. */
    static @Nullable TransportProtocol find(String keyword) {
        for (TransportProtocol transport : values()) {
            if (transport.keyword.equals(keyword) || ServiceNames.isSame(transport.keyword, keyword)) {
                return transport;
            }
        }
        return null;
    }

    /**
     * Returns the keyword of this transport protocol, as the registry writes it.
     *
     * @return the keyword in lower case
     */
    public String keyword() {
        return keyword;
    }

    /**
     * Returns the protocol number of this transport protocol in an IP header, as assigned by IANA.
     *
     * @return the protocol number: 6 for tcp, 17 for udp, 132 for sctp, 33 for dccp
     */
    public int number() {
        return number;
    }
}
