package io.github.portregistry.benchmark;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a port and transport have, beside one read of an array that has the answers ready. */
@State(Scope.Benchmark)
public class PortLookups {

    static final int COUNT = 1 << 15;

    @Param
    public Questions asked;

    private PortRegistry registry;
    private int[] ports;
    private TransportProtocol[] transports;

    /** The ready answers, at {@link #place}. */
    private String[] names;

    private AssignmentStatus[] statuses;

    @Setup
    public void setUp() {
        registry = MeasuredEdition.registry();
        int[] packed = asked.packed(COUNT, registry);
        ports = Questions.ports(packed);
        transports = Questions.transports(packed);
        TransportProtocol[] all = TransportProtocol.values();
        names = firstNames(registry);
        statuses = new AssignmentStatus[all.length << 16];
        for (TransportProtocol transport : all) {
            for (int port = 0; port <= 65535; port++) {
                statuses[place(port, transport)] = registry.status(port, transport);
            }
        }
    }

    static String firstName(List<PortAssignment> rows) {
        return rows.isEmpty() ? "" : rows.get(0).serviceName();
    }

    /** Returns the name or no text for each {@link #place}. */
    static String[] firstNames(PortRegistry registry) {
        TransportProtocol[] all = TransportProtocol.values();
        String[] names = new String[all.length << 16];
        for (TransportProtocol transport : all) {
            for (int port = 0; port <= 65535; port++) {
                names[place(port, transport)] = firstName(registry.findByPort(port, transport));
            }
        }
        return names;
    }

    private static int place(int port, TransportProtocol transport) {
        return transport.ordinal() << 16 | port;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void findByPort(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(firstName(registry.findByPort(ports[i], transports[i])));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void nameFromArray(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(names[place(ports[i], transports[i])]);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void status(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(registry.status(ports[i], transports[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void statusFromArray(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(statuses[place(ports[i], transports[i])]);
        }
    }
}
