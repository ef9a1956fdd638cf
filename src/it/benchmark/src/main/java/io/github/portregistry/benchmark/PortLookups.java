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

    @Param
    public Source source;

    private PortRegistry registry;
    private int[] ports;
    private TransportProtocol[] transports;
    private ReadyAnswers ready;

    @Setup
    public void setUp() {
        registry = source.registry();
        int[] packed = asked.packed(COUNT, registry);
        ports = Questions.ports(packed);
        transports = Questions.transports(packed);
        ready = new ReadyAnswers(registry);
    }

    static String firstName(List<PortAssignment> rows) {
        return rows.isEmpty() ? "" : rows.get(0).serviceName();
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
    public void readyLists(Blackhole hole) {
        List<PortAssignment>[] lists = ready.lists();
        for (int i = 0; i < COUNT; i++) {
            hole.consume(firstName(lists[ReadyAnswers.place(ports[i], transports[i])]));
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
        AssignmentStatus[] statuses = ready.statuses();
        for (int i = 0; i < COUNT; i++) {
            hole.consume(statuses[ReadyAnswers.place(ports[i], transports[i])]);
        }
    }
}
