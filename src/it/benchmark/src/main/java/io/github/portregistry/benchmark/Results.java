package io.github.portregistry.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What JMH has measured: medians over all iterations of all forks. */
final class Results {

    /** A time in nanoseconds and the bytes that were allocated, for each operation. */
    record Measured(double nanos, double bytes) {

        /** Returns whether nothing is allocated; what JMH's own loop allocates is spread over all operations. */
        boolean isFree() {
            return bytes < 0.1;
        }
    }

    private final Map<String, Measured> byName = new HashMap<>();

    Results(Collection<RunResult> runs) {
        for (RunResult run : runs) {
            String method = run.getParams().getBenchmark();
            String arguments = run.getParams().getParamsKeys().stream()
                    .map(run.getParams()::getParam)
                    .collect(Collectors.joining(",", "(", ")"));
            List<IterationResult> iterations = run.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .toList();
            byName.put(
                    method.substring(getClass().getPackageName().length() + 1) + arguments,
                    new Measured(
                            median(iterations.stream()
                                    .map(iteration ->
                                            iteration.getPrimaryResult().getScore())
                                    .toList()),
                            median(iterations.stream()
                                    .map(Results::allocatedBytes)
                                    .toList())));
        }
    }

    /** JMH leaves the bytes of an operation out where the rate is 0, or is NaN since it could not be measured. */
    private static double allocatedBytes(IterationResult iteration) {
        var results = iteration.getSecondaryResults();
        return results.getOrDefault("gc.alloc.rate.norm", results.get("gc.alloc.rate"))
                .getScore();
    }

    /** Returns the measurement of a benchmark, named like {@code Parsing.library()}. */
    Measured get(String name) {
        Measured measured = byName.get(name);
        if (measured == null) {
            throw new IllegalStateException("not measured: " + name + ", but " + byName.keySet());
        }
        return measured;
    }

    static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
