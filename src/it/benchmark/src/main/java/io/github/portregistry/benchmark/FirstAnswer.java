package io.github.portregistry.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What it takes to get an answer in a process that was just started. Each way to ask is a main class of its own, so that no
 * process loads what another one needs.
 */
record FirstAnswer(double nanos, double processorNanos) {

    /**
     * A way to ask.
     *
     * @param main the main class, which calls {@link #print}
     * @param asks a class of the library that it asks
     * @param options of the Java virtual machine
     */
    record Way(Class<?> main, Class<?> asks, List<String> options) {

        Way(Class<?> main, Class<?> asks) {
            this(main, asks, List.of());
        }

        private FirstAnswer run() throws IOException, InterruptedException {
            String[] printed = FreshJvm.run(main, asks, options).split(" ");
            return new FirstAnswer(Double.parseDouble(printed[0]), Double.parseDouble(printed[1]));
        }
    }

    /**
     * Returns what each way takes; all are taken in turn, so many times. Of the times by the clock this is the median; of
     * the processor's the mean, since the system counts those in steps of ten milliseconds.
     */
    static Map<Way, FirstAnswer> of(List<Way> ways, int rounds) throws IOException, InterruptedException {
        Map<Way, List<FirstAnswer>> answers = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (Way way : ways) {
                answers.computeIfAbsent(way, any -> new ArrayList<>()).add(way.run());
            }
        }
        Map<Way, FirstAnswer> typical = new LinkedHashMap<>();
        answers.forEach((way, all) -> typical.put(
                way,
                new FirstAnswer(
                        Results.median(all.stream().map(FirstAnswer::nanos).toList()),
                        all.stream()
                                .mapToDouble(FirstAnswer::processorNanos)
                                .average()
                                .orElseThrow())));
        return typical;
    }

    /** Prints, as the last statement of a main class, the time since its first and the process's processor time. */
    static void print(long start, long end, Object answer) {
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
        System.out.println((end - start) + " " + processor);
    }
}
