package io.github.portregistry.benchmark;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import java.util.Random;

/** Which ports are asked for, over TCP and UDP in random turn; the same ones in every run. */
public enum Questions {

    /** Rows of the edition that have a name, a port and a transport, each as often as any other. */
    NAMED("named ports"),

    /** All 65,536 ports, each as often as any other. */
    ANY("any ports"),

    /** Nine of ten are everyday ports, each of them asked half again as often as the next; the tenth is any port. */
    SKEWED("skewed ports");

    private static final int[] EVERYDAY = {
        443, 53, 80, 22, 123, 25, 993, 3306, 5432, 8080, 389, 161, 445, 3389, 8443, 179
    };
    private static final List<TransportProtocol> TRANSPORTS = List.of(TransportProtocol.TCP, TransportProtocol.UDP);

    private final String label;

    Questions(String label) {
        this.label = label;
    }

    /** Returns what the table calls them. */
    String label() {
        return label;
    }

    /** Returns questions, each packed as {@code transport.ordinal() << 16 | port}. */
    int[] packed(int count, PortRegistry registry) {
        Random random = new Random(6335);
        List<PortAssignment> named = registry.assignments().stream()
                .filter(row -> !row.serviceName().isEmpty() && row.ports() != null)
                .filter(row -> row.transport() != null && TRANSPORTS.contains(row.transport()))
                .toList();
        int[] questions = new int[count];
        for (int i = 0; i < count; i++) {
            TransportProtocol transport = TRANSPORTS.get(random.nextInt(2));
            int port = random.nextInt(65536);
            if (this == NAMED) {
                PortAssignment row = named.get(random.nextInt(named.size()));
                transport = row.transport();
                port = row.ports().first();
            } else if (this == SKEWED && random.nextInt(10) != 0) {
                int place = 0;
                while (random.nextInt(3) != 0) {
                    place = (place + 1) % EVERYDAY.length;
                }
                port = EVERYDAY[place];
            }
            questions[i] = transport.ordinal() << 16 | port;
        }
        return questions;
    }

    static int[] ports(int[] packed) {
        int[] ports = new int[packed.length];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = packed[i] & 0xFFFF;
        }
        return ports;
    }

    static TransportProtocol[] transports(int[] packed) {
        TransportProtocol[] all = TransportProtocol.values();
        TransportProtocol[] transports = new TransportProtocol[packed.length];
        for (int i = 0; i < transports.length; i++) {
            transports[i] = all[packed[i] >>> 16];
        }
        return transports;
    }
}
