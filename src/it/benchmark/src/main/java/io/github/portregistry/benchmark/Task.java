package io.github.portregistry.benchmark;

import com.sun.management.ThreadMXBean;
import io.github.portregistry.PortRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Something to measure.
 *
 * @param rounds in how many processes it is measured
 * @param options of the Java virtual machine that measures it; none if it needs no process, or starts one itself
 */
record Task(int rounds, List<String> options, Callable<Measured> measurement) {

    /** Work that is repeated. Its answer is used, so that no compiler leaves the work out. */
    interface Work {
        Object run() throws Exception;
    }

    /** How many processes measure a task, and how many are started of what is short. */
    private static final int FORKS = 4;

    private static final int STARTS = 12;

    /** The heap is touched first: some systems take longer to give memory out than a parser takes to fill it. */
    private static final List<String> TOUCHED = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

    /** This collector leaves some garbage where it is, to save moves, unless it is told not to. */
    private static final List<String> COMPACTED = List.of("-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1");

    /** Nanoseconds for which work is repeated before it is measured, and then at least in each iteration. */
    private static final double WARM_UP = Main.IS_SMOKE ? 0 : 3e9;

    private static final double ITERATION = 5e8;
    private static final int ITERATIONS = Main.IS_SMOKE ? 1 : 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is made, where anyone could read it at any time. */
    static volatile Object kept;

    /** Work in a warm process; to run it once is so many operations. What its maker does is not measured. */
    static Task warm(int operations, Callable<Work> maker) {
        return new Task(FORKS, TOUCHED, () -> measureWork(maker.call(), operations));
    }

    /** Work in a warm process that asks a registry, that of a file. */
    static Task asking(Path file, Function<PortRegistry, Work> work) {
        return warm(1, () -> work.apply(PortRegistry.parse(file)));
    }

    /** The heap that one of so many instances keeps. */
    static Task heap(int instances, Work maker) {
        return new Task(FORKS, COMPACTED, () -> measureHeap(maker, instances));
    }

    static Task size(Path file) {
        return new Task(
                1, List.of(), () -> new Measured(Double.NaN, file.toFile().length(), 0));
    }

    /** A call of {@link FirstCall}, whose answer has to be this. */
    static Task firstCall(String call, String answer) {
        return new Task(STARTS, List.of(), () -> Fork.measure(List.of(), FirstCall.class, call, answer));
    }

    /** A command from its start to its end, which has to be with this status; null if it is not installed. */
    static Task command(Path in, int status, List<String> command) {
        boolean isInstalled = Files.isExecutable(Path.of(command.get(0)));
        return isInstalled ? new Task(STARTS, List.of(), () -> Fork.time(in, status, command)) : null;
    }

    /** Measures once. In a process of its own, {@link Fork#main} finds this task by its place. */
    Measured measure(Group group, int row, int side) throws Exception {
        return options.isEmpty() || Main.IS_SMOKE
                ? measurement.call()
                : Fork.measure(options, Fork.class, group.name(), String.valueOf(row), String.valueOf(side));
    }

    /** Returns the processor time of this thread and the bytes it allocates for an operation: medians of iterations. */
    private static Measured measureWork(Work work, int operations) throws Exception {
        int answer = String.valueOf(work.run()).hashCode();
        long runs = 1;
        double last = ITERATION;
        for (double spent = 0; spent < WARM_UP || last < ITERATION; spent += last) {
            runs = last < ITERATION ? runs * 2 : runs;
            last = repeat(work, runs, 1, answer).nanos();
        }
        List<Measured> iterations = new ArrayList<>();
        while (iterations.size() < ITERATIONS) {
            iterations.add(repeat(work, runs, runs * operations, answer));
        }
        return Measured.median(iterations);
    }

    private static Measured repeat(Work work, long runs, double divisor, int answer) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (long i = 0; i < runs; i++) {
            kept = work.run();
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Measured(nanos / divisor, bytes / divisor, answer);
    }

    /** Returns what is used after a full collection with the instances, less what is used without, for each of them. */
    private static Measured measureHeap(Work maker, int instances) throws Exception {
        if (instances > 1) {
            kept = maker.run(); // what is static is there before
        }
        Object[] all = new Object[instances];
        kept = all;
        double before = used();
        for (int i = 0; i < instances; i++) {
            all[i] = maker.run();
        }
        return new Measured(Double.NaN, (used() - before) / instances, 0);
    }

    /** Measures twice: what the first time needs for itself is counted, too, with a thread's buffer of two megabytes. */
    private static double used() {
        long used = 0;
        for (int i = 0; i < 2; i++) {
            System.gc();
            used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
        return used;
    }
}
