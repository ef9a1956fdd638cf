package io.github.portregistry;

import io.github.portregistry.IanaCsvParser.Reading;
import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file leniently, then looks at its rows for what deserves a warning. */
final class ReportBuilder {

    private static final int MAX_PROBLEMS = 10_000;

    private final List<PortAssignment> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<ParseProblem> problems = new ArrayList<>();

    ParseReport read(InputStream csv, Edition.Source source) throws IOException {
        Sha256 sha256 = new Sha256(csv);
        return read(new Utf8Reader(sha256.stream()), source, sha256);
    }

    ParseReport read(Reader csv) throws IOException {
        return read(csv, Edition.Source.READER, null);
    }

    private ParseReport read(Reader csv, Edition.Source source, @Nullable Sha256 sha256) throws IOException {
        Reading reading = IanaCsvParser.lenient(this::add).read(csv, (line, row) -> {
            lines.add(line);
            rows.add(row);
        });
        List<PortAssignment> kept = Collections.unmodifiableList(rows);
        Edition edition = Edition.of(kept, sha256 == null ? null : sha256.hex(), source, null);
        PortRegistry registry = new PortRegistry(kept, edition);
        warnOfNames();
        warnOfRepeatedRows();
        warnOfPortsInsideUnassignedBlocks(registry);
        warnOfMissingTargets(registry);
        if (reading.isCut()) {
            problems.add(new ParseProblem(
                    reading.lastLine(), "", "", "the last row has no row end: is the file whole?", Severity.WARNING));
        }
        problems.sort(Comparator.comparingLong(ParseProblem::line));
        return new ParseReport(registry, reading.rows(), problems);
    }

    private void add(ParseProblem problem) {
        if (problems.size() == MAX_PROBLEMS) {
            throw new PortRegistryParseException(
                    problem.line(), "not a registry, more than " + MAX_PROBLEMS + " faults in its rows");
        }
        problems.add(problem);
    }

    private void warn(int row, IanaColumn column, String message) {
        problems.add(new ParseProblem(
                lines.get(row), column.header(), column.text(rows.get(row)), message, Severity.WARNING));
    }

    private void warnOfNames() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i).serviceName();
            if (!name.isEmpty() && ServiceNames.fault(name) != null && seen.add(name)) {
                warn(i, IanaColumn.SERVICE_NAME, "not a service name by RFC 6335, section 5.1");
            }
        }
    }

    private void warnOfRepeatedRows() {
        Map<List<String>, Long> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            List<String> key = List.of(
                    row.serviceName(), IanaColumn.PORT_NUMBER.text(row), IanaColumn.TRANSPORT_PROTOCOL.text(row));
            Long first = seen.putIfAbsent(key, lines.get(i));
            if (first != null && !row.serviceName().isEmpty()) {
                warn(i, IanaColumn.SERVICE_NAME, "the same name, port and transport as on line " + first);
            }
        }
    }

    private void warnOfPortsInsideUnassignedBlocks(PortRegistry registry) {
        PortQuery unassigned = registry.query().status(AssignmentStatus.UNASSIGNED);
        Map<TransportProtocol, PortSet> blocks = new HashMap<>();
        for (TransportProtocol transport : TransportProtocol.values()) {
            blocks.put(transport, unassigned.transport(transport).ports());
        }
        Set<PortInterval> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            PortInterval ports = row.ports();
            if (ports != null && row.status() == AssignmentStatus.ASSIGNED) {
                boolean inside = blocks.entrySet().stream()
                        .anyMatch(block -> PortIndex.applies(row, block.getKey())
                                && !block.getValue()
                                        .intersection(PortSet.of(ports))
                                        .isEmpty());
                if (inside && seen.add(ports)) {
                    warn(i, IanaColumn.PORT_NUMBER, "assigned inside an unassigned block");
                }
            }
        }
    }

    private void warnOfMissingTargets(PortRegistry registry) {
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            String target = row.aliasOf();
            if (target != null
                    && registry.findByName(target).stream().noneMatch(other -> isOnTheSamePorts(row, other))) {
                warn(i, IanaColumn.ASSIGNMENT_NOTES, "alias of \"" + target + "\", which is not on the same port");
            }
        }
    }

    private static boolean isOnTheSamePorts(PortAssignment row, PortAssignment other) {
        PortInterval ports = row.ports();
        return (ports == null ? other.ports() == null : ports.equals(other.ports()))
                && row.transport() == other.transport();
    }
}
