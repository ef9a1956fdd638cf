package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.StringJoiner;

/**
 * Formats the registry's answers to questions as lines of text. The code for a single port has no lambdas or streams,
 * since a fresh process would have to link these first.
 */
final class Answer {

    private final PortRegistry registry;
    private final int width;

    Answer(PortRegistry registry, int width) {
        this.registry = registry;
        this.width = width;
    }

    /**
     * Returns the lines of the answer, none for a service name that the registry does not have over these transports.
     */
    List<String> lines(Question question) {
        PortInterval ports = question.ports();
        if (ports == null) {
            return service(question.rows(registry));
        }
        return ports.size() == 1 ? port(ports.first(), question.transports()) : interval(ports, question);
    }

    private List<String> port(int port, List<TransportProtocol> transports) {
        MergedRows rows = new MergedRows();
        EnumSet<TransportProtocol> unlisted = EnumSet.noneOf(TransportProtocol.class);
        for (TransportProtocol transport : transports) {
            List<PortAssignment> found = Question.rows(registry, port, transport);
            for (PortAssignment row : found) {
                rows.add(row, transport);
            }
            if (found.isEmpty()) {
                unlisted.add(transport);
            }
        }
        Table table = new Table(width);
        for (MergedRows.MergedRow merged : rows.all()) {
            PortAssignment row = merged.first();
            PortInterval own = row.ports();
            String ports = own == null || own.size() == 1 ? "" : " (" + own + ")";
            table.add(RowText.keywords(merged.transports()), RowText.title(row) + ports, details(row));
        }
        if (!unlisted.isEmpty()) {
            table.add(RowText.keywords(unlisted), RowText.word(AssignmentStatus.UNLISTED), List.of());
        }
        PortRange range = PortRange.of(port);
        List<String> lines = new ArrayList<>();
        lines.addAll(Wrapping.lines(
                "Port " + port + ": " + range.names().get(0) + " ("
                        + range.names().get(1) + "), " + range.interval(),
                width));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> details(PortAssignment row) {
        return RowText.details(row, registry.edition());
    }

    private List<String> service(List<PortAssignment> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Table table = new Table(width);
        for (MergedRows.MergedRow merged : MergedRows.of(rows)) {
            table.add(RowText.place(merged), RowText.title(merged.first()), details(merged.first()));
        }
        List<String> lines = new ArrayList<>(
                Wrapping.lines(Texts.oneLine("Service " + rows.get(0).serviceName() + ":"), width));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> interval(PortInterval ports, Question question) {
        List<String> lines = new ArrayList<>();
        lines.add("Ports " + ports + ":");
        lines.add("");
        List<String> table = RowText.table(question.rows(registry), width);
        lines.addAll(table);
        if (!table.isEmpty()) {
            lines.add("");
        }
        for (TransportProtocol transport : question.transports()) {
            StringJoiner counts = new StringJoiner(", ", transport.keyword() + ": ", "");
            for (AssignmentStatus status : AssignmentStatus.values()) {
                int count = registry.ports(status, transport)
                        .intersection(PortSet.of(ports))
                        .size();
                if (count > 0) {
                    counts.add(count + " " + RowText.word(status));
                }
            }
            for (String line : Wrapping.lines(counts.toString(), width - 2)) {
                lines.add("  " + line);
            }
        }
        return lines;
    }
}
