package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Measured.number;
import static io.github.portregistry.benchmark.Measured.size;
import static io.github.portregistry.benchmark.Measured.time;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** A row of the table: something that the library does, beside a yardstick if there is one, and the goals. */
final class Row {

    static final String HEADING = """
            | work | time | bytes | yardstick | ratio | goal | met? |
            |---|---:|---:|---|---:|---|---|""";

    /** The library's, and the yardstick's if there is one. */
    final List<Task> tasks = new ArrayList<>();

    private final String work;
    private String yardstick = "";
    private boolean isSameAnswer;
    private double mostTimes = Double.NaN;
    private double mostNanos = Double.NaN;
    private double mostBytes = Double.NaN;

    Row(String work, Task task) {
        this.work = work;
        tasks.add(task);
    }

    /** Adds a yardstick that has to come to the same answer; none if the task is null. */
    Row beside(String yardstick, Task task) {
        isSameAnswer = true;
        return against(yardstick, task);
    }

    /** Adds a yardstick that answers something else, or in other words; none if the task is null. */
    Row against(String yardstick, Task task) {
        if (task != null) {
            this.yardstick = yardstick;
            tasks.add(task);
        }
        return this;
    }

    Row atMostTimes(double times) {
        mostTimes = times;
        return this;
    }

    Row atMostNanos(double nanos) {
        mostNanos = nanos;
        return this;
    }

    Row atMostBytes(double bytes) {
        mostBytes = bytes;
        return this;
    }

    /** Measures the tasks in turn and returns the line of the table. */
    String measure(Group group, int number) throws Exception {
        List<Measured> own = new ArrayList<>();
        List<Measured> others = new ArrayList<>();
        for (int round = 0; round < (Main.IS_SMOKE ? 1 : tasks.get(0).rounds()); round++) {
            own.add(tasks.get(0).measure(group, number, 0));
            if (tasks.size() > 1) {
                others.add(tasks.get(1).measure(group, number, 1));
                if (isSameAnswer && own.get(round).answer() != others.get(round).answer()) {
                    throw new IllegalStateException(work + ": not the answer of " + yardstick);
                }
            }
        }
        Measured median = Measured.median(own);
        String cells = String.join(
                " | ",
                work,
                time(median.nanos()),
                size(median.bytes()),
                others.isEmpty() ? "" : yardstick + ": " + Measured.median(others),
                others.isEmpty() ? "" : ratio(own, others),
                Measured.shown(number(mostTimes, " times"), time(mostNanos), size(mostBytes)),
                Main.IS_SMOKE || (others.isEmpty() && mostTimes > 0) ? "not judged" : judgement(own, others));
        return "| " + cells + " |";
    }

    /** Returns the ratio of the medians, and the least and the greatest of one round. */
    private static String ratio(List<Measured> own, List<Measured> others) {
        DoubleSummaryStatistics all = IntStream.range(0, own.size())
                .mapToDouble(i -> own.get(i).times(others.get(i)))
                .summaryStatistics();
        return number(Measured.median(own).times(Measured.median(others)), "") + " (" + number(all.getMin(), "") + "-"
                + number(all.getMax(), "") + ")";
    }

    /** No round decides alone: three of four have to meet the goal, or to miss it. */
    private String judgement(List<Measured> own, List<Measured> others) {
        long missed = IntStream.range(0, own.size())
                .filter(i -> own.get(i).nanos() > mostNanos
                        || own.get(i).bytes() > mostBytes + 0.1 // a boxed sum, spread over the operations
                        || mostTimes > 0 && own.get(i).times(others.get(i)) > mostTimes)
                .count();
        if (missed * 4 > own.size() && missed * 4 < own.size() * 3) {
            return "missed in " + missed + " of " + own.size();
        }
        return missed * 2 < own.size() ? "yes" : "**no**";
    }
}
