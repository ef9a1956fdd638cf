package io.github.portregistry;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers by a scan of all rows, port by port, which the library's answers are held against. */
final class BruteForce {

    private BruteForce() {}

    /** Returns the ports of every service name that has one; a row without a transport counts for each. */
    static Map<String, PortsByTransport> portsByName(PortRegistry registry) {
        Map<String, Map<TransportProtocol, BitSet>> bits = new TreeMap<>();
        for (PortAssignment row : registry.assignments()) {
            PortInterval ports = row.ports();
            if (ports == null || row.serviceName().isEmpty()) {
                continue;
            }
            for (TransportProtocol transport : TransportProtocol.values()) {
                if (row.transport() == null || row.transport() == transport) {
                    bits.computeIfAbsent(row.serviceName(), name -> new EnumMap<>(TransportProtocol.class))
                            .computeIfAbsent(transport, none -> new BitSet())
                            .set(ports.first(), ports.last() + 1);
                }
            }
        }
        return bits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> byTransport(entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    /** Returns the set of the ports whose bits are set. */
    static PortSet ports(BitSet bits) {
        return PortSet.of(bits.stream().toArray());
    }

    private static PortsByTransport byTransport(Map<TransportProtocol, BitSet> bits) {
        return PortsByTransport.of(bits.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ports(entry.getValue()))));
    }
}
