package io.github.portregistry.benchmark;

import io.github.portregistry.PortRange;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The range of a port, beside the comparisons that a caller would write, and those of many ports. */
@State(Scope.Benchmark)
public class PortRanges {

    private static final int COUNT = PortLookups.COUNT;

    private int[] ports;
    private int[] manyPorts;
    private int[] results;

    @Setup
    public void setUp() {
        manyPorts = Questions.ports(Questions.ANY.packed(ManyPairs.COUNT, MeasuredEdition.registry()));
        ports = Arrays.copyOf(manyPorts, COUNT);
        results = new int[ManyPairs.COUNT];
    }

    private static PortRange byComparison(int port) {
        if (port < 1024) {
            return PortRange.SYSTEM;
        }
        return port < 49152 ? PortRange.USER : PortRange.DYNAMIC;
    }

    private static PortRange byCheckedComparison(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return byComparison(port);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void of(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(PortRange.of(ports[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void ifChain(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(byCheckedComparison(ports[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void ifChainUnchecked(Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(byComparison(ports[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ManyPairs.COUNT)
    public int[] ofMany() {
        for (int i = 0; i < ManyPairs.COUNT; i++) {
            results[i] = PortRange.of(manyPorts[i]).ordinal();
        }
        return results;
    }

    @Benchmark
    @OperationsPerInvocation(ManyPairs.COUNT)
    public int[] copyOfMany() {
        System.arraycopy(manyPorts, 0, results, 0, ManyPairs.COUNT);
        return results;
    }
}
