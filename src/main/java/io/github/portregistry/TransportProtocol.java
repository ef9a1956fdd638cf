package io.github.portregistry;

import java.util.Objects;
import java.util.Optional;

/**
 * A transport protocol for which the registry assigns ports. Each has its own port space: 514 is one service over TCP
 * and another over UDP.
 *
 * <pre>{@code
 * TransportProtocol.parse("TCP");       // TCP
 * TransportProtocol.TCP.keyword();      // "tcp"
 * TransportProtocol.ofNumber(17);       // UDP
 * TransportProtocol.find("icmp");       // Optional.empty
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

    private static final TransportProtocol[] TRANSPORTS = values();

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
     * @throws IllegalArgumentException if no transport protocol has this keyword
     */
    public static TransportProtocol parse(String keyword) {
        return find(keyword).orElseThrow(() -> new IllegalArgumentException(unknown(keyword)));
    }

    /**
     * Returns the transport protocol of a keyword, ignoring case, if it is one. Use this for text that may name another
     * protocol, such as {@code icmp}.
     *
     * @param keyword any text
     * @return the transport protocol, or empty if no transport protocol has this keyword
     */
    public static Optional<TransportProtocol> find(String keyword) {
        Objects.requireNonNull(keyword, "keyword");
        for (TransportProtocol transport : TRANSPORTS) {
            if (transport.keyword.equals(keyword) || ServiceNames.isSame(transport.keyword, keyword)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }

    /** Returns the message for a keyword that no transport protocol has. */
    static String unknown(String keyword) {
        return "unknown transport " + Texts.quoted(keyword) + "; it must be tcp, udp, sctp or dccp";
    }

    /**
     * Returns the transport protocol of a protocol number.
     *
     * @param number 6 for tcp, 17 for udp, 132 for sctp or 33 for dccp
     * @return the transport protocol
     * @throws IllegalArgumentException if no transport protocol has this number
     */
    public static TransportProtocol ofNumber(int number) {
        return findNumber(number)
                .orElseThrow(() -> new IllegalArgumentException("unknown transport protocol number " + number
                        + "; it must be 6 (tcp), 17 (udp), 132 (sctp) or 33 (dccp)"));
    }

    /**
     * Returns the transport protocol of a protocol number, if it is one. Use this for flow records and packet captures,
     * which have other protocols as well, such as ICMP (1) and GRE (47).
     *
     * @param number any number
     * @return the transport protocol, or empty if no transport protocol has this number
     */
    public static Optional<TransportProtocol> findNumber(int number) {
        for (TransportProtocol transport : TRANSPORTS) {
            if (transport.number == number) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
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
