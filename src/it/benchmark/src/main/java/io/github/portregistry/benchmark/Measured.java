package io.github.portregistry.benchmark;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What something takes.
 *
 * @param nanos processor time in nanoseconds; NaN of what is only a size
 * @param bytes bytes that are allocated, or a size; NaN if they are not measured
 * @param answer a hash of what comes out, the same in every process
 */
record Measured(double nanos, double bytes, int answer) {

    /** Parses what {@link #words} returns. */
    static Measured parse(String words) {
        String[] word = words.split(" ");
        return new Measured(Double.parseDouble(word[0]), Double.parseDouble(word[1]), Integer.parseInt(word[2]));
    }

    /** Returns this as one process tells it to another. */
    String words() {
        return nanos + " " + bytes + " " + answer;
    }

    static Measured median(List<Measured> all) {
        return new Measured(median(all, Measured::nanos), median(all, Measured::bytes), all.get(0).answer);
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> value) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Returns how many times as long as another this takes; of a size, how many times as large it is. */
    double times(Measured other) {
        return Double.isNaN(nanos) ? bytes / other.bytes : nanos / other.nanos;
    }

    /** Returns this as the table shows it, such as {@code 13.6 ms, 9,876,632 B}. */
    @Override
    public String toString() {
        return shown(time(nanos), size(bytes));
    }

    /** Returns what is known. */
    static String shown(String... values) {
        return Stream.of(values).filter(value -> !value.isEmpty()).collect(joining(", "));
    }

    static String time(double nanos) {
        return nanos < 1e3
                ? number(nanos, " ns")
                : nanos < 1e6 ? number(nanos / 1e3, " µs") : number(nanos / 1e6, " ms");
    }

    static String size(double bytes) {
        return Double.isNaN(bytes) ? "" : String.format(Locale.ROOT, "%,.0f B", bytes);
    }

    /** Returns a number with three digits, or more before the point, and its unit; nothing for NaN. */
    static String number(double value, String unit) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,." + decimals + "f%s", value, unit);
    }
}
