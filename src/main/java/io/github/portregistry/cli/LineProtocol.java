package io.github.portregistry.cli;

import io.github.portregistry.TransportProtocol;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a line says about the protocol of a port. A port whose line says nothing may be of tcp or of udp. */
enum LineProtocol {
    UNKNOWN(TransportProtocol.TCP, TransportProtocol.UDP),
    TCP(TransportProtocol.TCP),
    UDP(TransportProtocol.UDP),
    SCTP(TransportProtocol.SCTP),
    DCCP(TransportProtocol.DCCP),
    /** A protocol without ports, such as icmp, or with ports that are not in the registry, such as udplite. */
    OTHER;

    private static final int MAX_LENGTH = "ipv6-icmp".length();

    private static final Map<String, LineProtocol> WORDS = words();

    private final List<TransportProtocol> transports;

    LineProtocol(TransportProtocol... transports) {
        this.transports = List.of(transports);
    }

    private static Map<String, LineProtocol> words() {
        Map<String, LineProtocol> words = new HashMap<>();
        for (LineProtocol protocol : List.of(TCP, UDP, SCTP, DCCP)) {
            for (String suffix : List.of("", "4", "6", "46")) {
                words.put(protocol.name().toLowerCase(Locale.ROOT) + suffix, protocol);
            }
        }
        words.put("mptcp", TCP);
        for (String word :
                List.of("icmp", "icmp6", "icmpv6", "ipv6-icmp", "igmp", "gre", "esp", "ospf", "vrrp", "udplite")) {
            words.put(word, OTHER);
        }
        return words;
    }

    /** Returns the protocol that a word such as {@code tcp}, {@code UDP} or {@code tcp6} names, or unknown. */
    static LineProtocol of(String word) {
        LineProtocol protocol = word.length() > MAX_LENGTH ? null : WORDS.get(word.toLowerCase(Locale.ROOT));
        return protocol == null ? UNKNOWN : protocol;
    }

    /** Returns the protocol that a part of a line names, or unknown, which most words show by their last letter. */
    static LineProtocol of(String line, int start, int end) {
        int length = end - start;
        boolean mayBe =
                length >= "tcp".length() && length <= MAX_LENGTH && "pPeEfF46".indexOf(line.charAt(end - 1)) >= 0;
        return mayBe ? of(line.substring(start, end)) : UNKNOWN;
    }

    /** Returns the protocol that the value of a field for it is, a word or a number of IANA's, or unknown. */
    static LineProtocol ofValue(String value) {
        if (value.isEmpty() || value.length() > "255".length() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return of(value);
        }
        return TransportProtocol.findNumber(Integer.parseInt(value))
                .map(transport -> valueOf(transport.name()))
                .orElse(OTHER);
    }

    /** Returns the transports whose services the port may have. */
    List<TransportProtocol> transports() {
        return transports;
    }
}
