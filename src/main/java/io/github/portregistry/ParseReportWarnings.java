package io.github.portregistry;

import io.github.portregistry.ParseProblem.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds rows of a file that are readable but deserve a warning. */
final class ParseReportWarnings {

    private final IanaCsvFile file;
    private final List<PortAssignment> rows;
    private final long[] lines;
    private final Consumer<ParseProblem> sink;

    private ParseReportWarnings(IanaCsvFile file, long[] lines, Consumer<ParseProblem> sink) {
        this.file = file;
        this.lines = lines;
        this.rows = file.rows();
        this.sink = sink;
    }

    /**
     * Reports the warnings about a file, whose rows are those of the registry, to a sink.
     *
     * @param lines the physical line on which each row begins
     */
    static void report(IanaCsvFile file, long[] lines, RegistryRows registry, Consumer<ParseProblem> sink) {
        ParseReportWarnings looking = new ParseReportWarnings(file, lines, sink);
        looking.warnOfNames();
        looking.warnOfRepeatedRows();
        looking.warnOfPortsInsideUnassignedBlocks(registry);
        looking.warnOfMissingTargets();
        looking.warnOfMissingRowEnd();
    }

    private void warn(int row, IanaColumn column, String message) {
        sink.accept(
                new ParseProblem(lines[row], column.header(), column.text(rows.get(row)), message, Severity.WARNING));
    }

    private void warnOfNames() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i).serviceName();
            if (!name.isEmpty() && !ServiceNames.isValid(name) && seen.add(name)) {
                warn(i, IanaColumn.SERVICE_NAME, "not a service name according to RFC 6335, section 5.1");
            }
        }
    }

    private void warnOfRepeatedRows() {
        Map<RegistryDiffPairs.Key, Long> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            Long first = seen.putIfAbsent(place(row.serviceName(), row), lines[i]);
            if (first != null && !row.serviceName().isEmpty()) {
                warn(i, IanaColumn.SERVICE_NAME, "the same name, port and transport as on line " + first);
            }
        }
    }

    private void warnOfPortsInsideUnassignedBlocks(RegistryRows registry) {
        Map<TransportProtocol, PortSet> blocks = new PortQuery(registry)
                .status(AssignmentStatus.UNASSIGNED)
                .ports()
                .asMap();
        Set<PortInterval> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            PortInterval ports = row.ports();
            if (ports != null && row.status() == AssignmentStatus.ASSIGNED) {
                boolean isInside = blocks.entrySet().stream()
                        .anyMatch(block -> row.appliesTo(block.getKey()) && hasPortOf(ports, block.getValue()));
                if (isInside && seen.add(ports)) {
                    warn(i, IanaColumn.PORT_NUMBER, "assigned inside an unassigned block");
                }
            }
        }
    }

    private static boolean hasPortOf(PortInterval interval, PortSet ports) {
        int next = ports.firstFrom(interval.first());
        return next >= 0 && next <= interval.last();
    }

    private void warnOfMissingTargets() {
        Set<RegistryDiffPairs.Key> places = new HashSet<>();
        rows.forEach(row -> places.add(place(row.serviceName(), row)));
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            String target = row.aliasOf();
            if (target != null && !places.contains(place(target, row))) {
                warn(
                        i,
                        IanaColumn.ASSIGNMENT_NOTES,
                        "alias of " + Texts.quoted(target) + ", which is not on the same port");
            }
        }
    }

    private void warnOfMissingRowEnd() {
        if (file.isCut()) {
            sink.accept(new ParseProblem(
                    file.lastLine(), "", "", "the last row has no line end: is the file complete?", Severity.WARNING));
        }
    }

    private static RegistryDiffPairs.Key place(String name, PortAssignment row) {
        return RegistryDiffPairs.Key.of(ServiceNames.folded(name), row);
    }
}
