package io.github.portregistry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        TransportProtocol transport = find(Objects.requireNonNull(keyword, "keyword"));
        if (transport == null) {
            throw new IllegalArgumentException(
                    "unknown transport " + Texts.quoted(keyword) + ", known are tcp, udp, sctp and dccp");
        }
        return transport;
    }

    /** Returns the transport of a keyword, or null if it is none of the four. */
    static @Nullable TransportProtocol find(String keyword) {
        for (TransportProtocol transport : values()) {
            if (ServiceNames.isSame(transport.keyword, keyword)) {
                return transport;
            }
        }
        return null;
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
