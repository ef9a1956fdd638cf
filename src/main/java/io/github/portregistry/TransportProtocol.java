package io.github.portregistry;

import java.util.Locale;
import java.util.Objects;

/**
 * A transport protocol that the registry assigns ports for. Each has a port space of its own: 514 is one service over
 * TCP and another over UDP.
 *
 * <pre>{@code
 * TransportProtocol.parse("TCP");       // TCP
 * TransportProtocol.TCP.keyword();      // "tcp"
 * }</pre>
 */
public enum TransportProtocol {
    /** Transmission Control Protocol, RFC 9293. */
    TCP("tcp"),
    /** User Datagram Protocol, RFC 768. */
    UDP("udp"),
    /** Stream Control Transmission Protocol, RFC 9260. */
    SCTP("sctp"),
    /** Datagram Congestion Control Protocol, RFC 4340. */
    DCCP("dccp");

    private final String keyword;

    TransportProtocol(String keyword) {
        this.keyword = keyword;
    }

    /**
     * Returns the transport of a keyword, in any letter case.
     *
     * @param keyword {@code tcp}, {@code udp}, {@code sctp} or {@code dccp}, without blanks
     * @return the transport that is written so
     * @throws IllegalArgumentException if the keyword is none of the four
     */
    public static TransportProtocol parse(String keyword) {
        return switch (Objects.requireNonNull(keyword, "keyword").toLowerCase(Locale.ROOT)) {
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "sctp" -> SCTP;
            case "dccp" -> DCCP;
            default ->
                throw new IllegalArgumentException("unknown transport \"" + PortSpecException.abridged(keyword)
                        + "\", known are tcp, udp, sctp and dccp");
        };
    }

    /**
     * Returns the word that the registry writes for this transport.
     *
     * @return the keyword in lower case
     */
    public String keyword() {
        return keyword;
    }
}
