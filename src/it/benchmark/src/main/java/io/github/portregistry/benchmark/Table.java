package io.github.portregistry.benchmark;

import io.github.portregistry.benchmark.Results.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed, in Markdown: this library beside a yardstick, and whoever else does the same. */
final class Table {

    /** For rows that have no goal. */
    static final double NO_GOAL = Double.NaN;

    private final List<String> lines = new ArrayList<>();
    private final boolean isJudged;

    /** Makes an empty table; one that is not judged does not say whether a goal is met. */
    Table(boolean isJudged) {
        this.isJudged = isJudged;
        lines.add("| work | this library | yardstick | ratio | at most | met? | others |");
        lines.add("|---|---:|---:|---:|---|---|---|");
    }

    /** Adds a row of times. */
    void addTimes(String work, double library, String yardstick, double nanos, double atMost, String others) {
        add(work, time(library), yardstick + " " + time(nanos), library / nanos, atMost, others);
    }

    /** Adds a row of times in which the library must not allocate anything. */
    void addFree(String work, Measured library, String yardstick, Measured measured, double atMost, String others) {
        double ratio = library.nanos() / measured.nanos();
        addRow(
                work,
                timeAndBytes(library),
                yardstick + " " + timeAndBytes(measured),
                number(ratio),
                number(atMost) + ", 0 B",
                judgement(ratio <= atMost && library.isFree()),
                others);
    }

    /** Adds a row of times beside which stands what is allocated. */
    void addMeasured(String work, Measured library, String yardstick, Measured measured, double atMost) {
        add(
                work,
                timeAndBytes(library),
                yardstick + " " + timeAndBytes(measured),
                library.nanos() / measured.nanos(),
                atMost,
                "");
    }

    /** Adds a row of sizes in bytes. */
    void addSizes(String work, double library, String yardstick, double bytes, double atMost, String others) {
        add(work, size(library), yardstick + " " + size(bytes), library / bytes, atMost, others);
    }

    /** Adds a row of shares, of which the library's has to be all. */
    void addShares(String work, double library, String others) {
        addRow(work, share(library), "", "", "all", judgement(library == 1.0), others);
    }

    private void add(String work, String library, String yardstick, double ratio, double atMost, String others) {
        boolean hasGoal = !Double.isNaN(atMost);
        addRow(
                work,
                library,
                yardstick,
                number(ratio),
                hasGoal ? number(atMost) : "",
                hasGoal ? judgement(ratio <= atMost) : "",
                others);
    }

    private void addRow(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private String judgement(boolean isMet) {
        if (!isJudged) {
            return "not judged";
        }
        return isMet ? "yes" : "**no**";
    }

    static String time(double nanos) {
        if (nanos < 1e3) {
            return number(nanos) + " ns";
        }
        return nanos < 1e6 ? number(nanos / 1e3) + " µs" : number(nanos / 1e6) + " ms";
    }

    static String timeAndBytes(Measured measured) {
        return time(measured.nanos()) + ", " + (measured.isFree() ? "0" : number(measured.bytes())) + " B";
    }

    static String size(double bytes) {
        return String.format(Locale.ROOT, "%,.0f B", bytes);
    }

    static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Three digits, or more before the point. */
    private static String number(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
