package io.github.portregistry.benchmark;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ten million pairs of port and transport to the length of the service name, beside arrays that have the answers ready. */
@State(Scope.Benchmark)
public class ManyPairs {

    static final int COUNT = 10_000_000;

    @Param({"ANY", "SKEWED"})
    public Questions asked;

    private final TransportProtocol[] transports = TransportProtocol.values();
    private PortRegistry registry;
    private int[] pairs;
    private int[] lengths;
    private ExecutorService otherThread;

    /** The ready answers, at each pair. */
    private List<PortAssignment>[] lists;

    private String[] names;

    @Setup
    public void setUp() {
        registry = MeasuredEdition.registry();
        pairs = asked.packed(COUNT, registry);
        lengths = new int[COUNT];
        otherThread = Executors.newSingleThreadExecutor();
        ReadyAnswers ready = new ReadyAnswers(registry);
        lists = ready.lists();
        names = ready.firstNames();
    }

    @TearDown
    public void tearDown() {
        otherThread.shutdown();
    }

    private void lengths(int from, int to) {
        for (int i = from; i < to; i++) {
            int pair = pairs[i];
            lengths[i] = PortLookups.firstName(registry.findByPort(pair & 0xFFFF, transports[pair >>> 16]))
                    .length();
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] oneThread() {
        lengths(0, COUNT);
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] twoThreads() throws InterruptedException, ExecutionException {
        Future<?> half = otherThread.submit(() -> lengths(0, COUNT / 2));
        lengths(COUNT / 2, COUNT);
        half.get();
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] readyLists() {
        for (int i = 0; i < COUNT; i++) {
            lengths[i] = PortLookups.firstName(lists[pairs[i]]).length();
        }
        return lengths;
    }

    /** What the loop would cost without rows and lists, from one array that has the name of each pair. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] namesFromArray() {
        for (int i = 0; i < COUNT; i++) {
            lengths[i] = names[pairs[i]].length();
        }
        return lengths;
    }
}
