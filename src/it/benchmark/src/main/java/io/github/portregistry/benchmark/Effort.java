package io.github.portregistry.benchmark;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much time is spent. */
enum Effort {

    /** Only checks that everything runs, in one process where that can be. */
    SMOKE(0, TimeValue.milliseconds(100), 1, 1, 1, List.of(10)),
    FULL(1, TimeValue.seconds(1), 3, 5, 9, List.of(10, 80));

    /** How often a group's number of forks is taken. */
    private final int forks;

    final TimeValue iteration;
    final int warmUps;

    final int iterations;

    /** How many processes are started for a first call. */
    final int processes;

    final List<Integer> growth;

    Effort(int forks, TimeValue iteration, int warmUps, int iterations, int processes, List<Integer> growth) {
        this.forks = forks;
        this.iteration = iteration;
        this.warmUps = warmUps;
        this.iterations = iterations;
        this.processes = processes;
        this.growth = growth;
    }

    int forks(Group group) {
        return forks * group.forks();
    }
}
