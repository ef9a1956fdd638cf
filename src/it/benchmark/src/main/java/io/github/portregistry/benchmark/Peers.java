package io.github.portregistry.benchmark;

import io.fabric8.ianaservicehelper.Helper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import jnr.netdb.JnrTable;
import org.pcap4j.packet.namednumber.Port;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;

/** How each peer is asked which services a port has. */
final class Peers {

    /** By name: from a port and a transport to the names of its services, none if the peer does not know. */
    static final Map<String, BiFunction<Integer, String, Set<String>>> ALL =
            Map.of("fabric8", Peers::fabric8, "jnr-netdb table", Peers::jnrTable, "pcap4j", Peers::pcap4j);

    private static final String PCAP4J_UNKNOWN = "unknown";

    private Peers() {}

    private static Set<String> fabric8(int port, String transport) {
        try {
            Set<String> names = Helper.serviceNames(port, transport);
            return names == null ? Set.of() : names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> jnrTable(int port, String transport) {
        String name = JnrTable.name(port, transport);
        return name == null ? Set.of() : Set.of(name);
    }

    private static Set<String> pcap4j(int port, String transport) {
        Port known = switch (transport) {
            case "tcp" -> TcpPort.getInstance((short) port);
            case "udp" -> UdpPort.getInstance((short) port);
            default -> null;
        };
        return known == null || known.name().equals(PCAP4J_UNKNOWN) ? Set.of() : Set.of(known.name());
    }
}
