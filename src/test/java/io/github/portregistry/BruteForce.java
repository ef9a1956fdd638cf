package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
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

    /** Returns what an operation such as {@link BitSet#or} makes of two sets, which stay as they are. */
    static BitSet combined(BitSet a, BitSet b, BiConsumer<BitSet, BitSet> operation) {
        BitSet result = (BitSet) a.clone();
        operation.accept(result, b);
        return result;
    }

    /** Checks that two registries say the same of every port. */
    static void assertAnswersAlike(PortRegistry actual, PortRegistry expected) {
        for (int port = 0; port < ScannedEdition.PORTS; port++) {
            boolean isAlike = actual.findByPort(port).equals(expected.findByPort(port));
            for (TransportProtocol transport : TransportProtocol.values()) {
                isAlike &= actual.status(port, transport) == expected.status(port, transport)
                        && actual.findByPort(port, transport).equals(expected.findByPort(port, transport));
            }
            assertThat(isAlike).as("port %d", port).isTrue();
        }
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
