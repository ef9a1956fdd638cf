package io.github.portregistry.cli;

import io.github.portregistry.AssignmentChange;
import io.github.portregistry.IanaColumn;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines that tell what an update of the registry changes. */
final class DiffReport {

    /** More lines than this in one part are counted, not printed. */
    private static final int MAX_LINES = 60;

    private final List<String> lines = new ArrayList<>();

    private DiffReport() {}

    static List<String> lines(PortRegistry before, PortRegistry after, RegistryDiff diff) {
        DiffReport report = new DiffReport();
        report.lines.add("before: " + before.edition());
        report.lines.add("after:  " + after.edition());
        report.part(
                diff.removed().size() + " assignments removed",
                grouped(diff.removed(), row -> row, DiffReport::assignment));
        report.part(
                diff.added().size() + " assignments added", grouped(diff.added(), row -> row, DiffReport::assignment));
        report.part(
                diff.renamed().size() + " assignments renamed",
                grouped(diff.renamed(), AssignmentChange::before, DiffReport::rename));
        report.changes(diff.changed());
        report.ports("newly assigned ports", diff.newlyAssigned());
        report.ports("newly reserved ports", diff.newlyReserved());
        report.ports("freed ports", diff.freed());
        if (diff.isEmpty()) {
            report.lines.add("");
            report.lines.add("No assignment and no reserved port differs.");
        }
        return report.lines;
    }

    private void part(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            texts.stream().limit(MAX_LINES).map(text -> "  " + text).forEach(lines::add);
            if (texts.size() > MAX_LINES) {
                lines.add("  and " + (texts.size() - MAX_LINES) + " more lines");
            }
        }
    }

    /** Makes one line of those that differ in nothing but the transport. */
    private static <T> List<String> grouped(List<T> items, Function<T, PortAssignment> row, Function<T, String> text) {
        Map<List<String>, StringJoiner> lines = new LinkedHashMap<>();
        for (T item : items) {
            String ports = IanaColumn.PORT_NUMBER.text(row.apply(item));
            String transport = IanaColumn.TRANSPORT_PROTOCOL.text(row.apply(item));
            String place = (ports.isEmpty() ? "no port" : ports) + (transport.isEmpty() ? "" : "/");
            lines.computeIfAbsent(List.of(place, text.apply(item)), any -> new StringJoiner(","))
                    .add(transport);
        }
        return lines.entrySet().stream()
                .map(line -> Texts.oneLine(line.getKey().get(0) + line.getValue() + "  "
                        + line.getKey().get(1)))
                .toList();
    }

    private static String assignment(PortAssignment row) {
        return title(row) + (row.description().equalsIgnoreCase(row.serviceName()) ? "" : "  " + row.description());
    }

    private static String rename(AssignmentChange change) {
        return title(change.before()) + " is now " + title(change.after());
    }

    private static String title(PortAssignment row) {
        return row.serviceName().isEmpty() ? "(unnamed)" : row.serviceName();
    }

    /** Changes of mere metadata are many: they are counted by the columns that changed. */
    private void changes(List<AssignmentChange> changes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AssignmentChange change : changes) {
            String columns = change.columns().stream().map(IanaColumn::header).collect(Collectors.joining(", "));
            counts.merge(columns, 1, Integer::sum);
        }
        List<String> texts = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .toList();
        part(changes.size() + " assignments changed in", texts);
    }

    private void ports(String title, PortsByTransport ports) {
        if (!ports.isEmpty()) {
            Table table = new Table();
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
