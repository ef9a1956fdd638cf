package io.github.portregistry.cli;

import io.github.portregistry.AssignmentChange;
import io.github.portregistry.Edition;
import io.github.portregistry.IanaColumn;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formats the changes of an update of the registry as lines of text. */
final class DiffReport {

    /** The most lines to print in one part. The rest are counted. */
    private static final int MAX_LINES = 60;

    /** The most assignments to name that changed in the same columns. The rest are counted. */
    private static final int MAX_NAMED = 20;

    private final List<String> lines = new ArrayList<>();
    private final int width;

    private DiffReport(int width) {
        this.width = width;
    }

    static List<String> lines(PortRegistry before, PortRegistry after, RegistryDiff diff, int width) {
        DiffReport report = new DiffReport(width);
        report.lines.add("before: " + before.edition());
        report.lines.add("after:  " + after.edition());
        report.remark(
                isOlder(after.edition(), before.edition()) ? "The edition after is older than the one before." : "");
        report.remark(EditionFiles.gap(before.edition()).replace("This edition", "The edition before"));
        report.remark(EditionFiles.gap(after.edition()).replace("This edition", "The edition after"));
        report.part(count(diff.removed()) + " removed", grouped(diff.removed(), row -> row, DiffReport::assignment));
        report.part(count(diff.added()) + " added", grouped(diff.added(), row -> row, DiffReport::assignment));
        report.part(
                count(diff.renamed()) + " renamed",
                grouped(diff.renamed(), AssignmentChange::before, DiffReport::rename));
        report.changes(diff.changed());
        report.ports("newly assigned ports", diff.newlyAssigned());
        report.ports("newly reserved ports", diff.newlyReserved());
        report.ports("freed ports", diff.freed());
        if (diff.isEmpty()) {
            report.lines.add("");
            report.lines.add("No assignment or reserved port differs.");
        }
        return report.lines;
    }

    private static boolean isOlder(Edition one, Edition other) {
        RegistryDate asOf = one.asOf();
        RegistryDate otherAsOf = other.asOf();
        return asOf != null && otherAsOf != null && asOf.compareTo(otherAsOf) < 0;
    }

    private void remark(String text) {
        if (!text.isEmpty()) {
            lines.addAll(Wrapping.lines(text, width));
        }
    }

    private static String count(Collection<?> items) {
        return RowText.counted(items.size(), "assignment");
    }

    private void part(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            for (String text : texts.subList(0, Math.min(MAX_LINES, texts.size()))) {
                indented("  ", text);
            }
            if (texts.size() > MAX_LINES) {
                lines.add("  and " + (texts.size() - MAX_LINES) + " more lines");
            }
        }
    }

    /** Adds a text, wrapped into as many lines as it needs. Lines after the first are indented further. */
    private void indented(String margin, String text) {
        String begun = margin;
        for (String line : Wrapping.lines(text, width - margin.length() - 2)) {
            lines.add(begun + line);
            begun = margin + "  ";
        }
    }

    /** Merges lines that differ only in the transport. */
    private static <T> List<String> grouped(List<T> items, Function<T, PortAssignment> row, Function<T, String> text) {
        Map<String, StringJoiner> lines = new LinkedHashMap<>();
        for (T item : items) {
            String ports = IanaColumn.PORT_NUMBER.text(row.apply(item));
            String transport = IanaColumn.TRANSPORT_PROTOCOL.text(row.apply(item));
            String place = (ports.isEmpty() ? "no port" : ports) + (transport.isEmpty() ? "" : "/");
            String what = "  " + text.apply(item);
            lines.computeIfAbsent(place + what, any -> new StringJoiner(",", place, what))
                    .add(transport);
        }
        return lines.values().stream()
                .map(line -> Texts.oneLine(line.toString()))
                .toList();
    }

    private static String assignment(PortAssignment row) {
        return RowText.title(row)
                + (row.description().equalsIgnoreCase(row.serviceName()) ? "" : "  " + row.description());
    }

    private static String rename(AssignmentChange change) {
        return RowText.title(change.before()) + " is now " + RowText.title(change.after());
    }

    /**
     * Adds the changes, grouped by the columns that changed. Changes of metadata are listed briefly, since there are
     * many.
     */
    private void changes(List<AssignmentChange> changes) {
        Map<String, List<AssignmentChange>> groups = new LinkedHashMap<>();
        for (AssignmentChange change : changes) {
            String columns = change.columns().stream().map(IanaColumn::header).collect(Collectors.joining(", "));
            groups.computeIfAbsent(columns, any -> new ArrayList<>()).add(change);
        }
        if (!groups.isEmpty()) {
            lines.add("");
            lines.add(count(changes) + " changed in:");
        }
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .forEach(entry -> {
                    indented("  ", entry.getValue().size() + " x " + entry.getKey());
                    indented("    ", names(entry.getValue()));
                });
    }

    private static String names(List<AssignmentChange> changes) {
        List<String> names = grouped(changes, AssignmentChange::before, change -> RowText.title(change.before()));
        return String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())))
                + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : "");
    }

    private void ports(String title, PortsByTransport ports) {
        if (!ports.isEmpty()) {
            Table table = new Table(width);
            ports.asMap()
                    .forEach((transport, set) -> table.add(
                            transport.keyword(),
                            Integer.toString(set.size()),
                            List.of(set.toString().replace(",", ", "))));
            lines.add("");
            lines.add(title + ":");
            lines.addAll(table.lines());
        }
    }
}
