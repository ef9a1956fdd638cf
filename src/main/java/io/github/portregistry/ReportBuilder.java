package io.github.portregistry;

import io.github.portregistry.IanaCsvParser.Reading;
import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        PortRegistry registry = PortRegistry.ofFile(kept, sha256 == null ? null : sha256.hex(), source);
        warnOfNames();
        warnOfRepeatedRows();
        warnOfPortsInsideUnassignedBlocks(registry);
        warnOfMissingTargets();
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
            Long first = seen.putIfAbsent(place(row.serviceName(), row), lines.get(i));
            if (first != null && !row.serviceName().isEmpty()) {
                warn(i, IanaColumn.SERVICE_NAME, "the same name, port and transport as on line " + first);
            }
        }
    }

    private void warnOfPortsInsideUnassignedBlocks(PortRegistry registry) {
        PortQuery unassigned = registry.query().status(AssignmentStatus.UNASSIGNED);
        Map<TransportProtocol, BitSet> blocks = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            BitSet ports = new BitSet();
            unassigned.transport(transport).ports().ports().forEach(ports::set);
            blocks.put(transport, ports);
        }
        Set<PortInterval> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            PortInterval ports = row.ports();
            if (ports != null && row.status() == AssignmentStatus.ASSIGNED) {
                boolean inside = blocks.entrySet().stream()
                        .anyMatch(block -> row.appliesTo(block.getKey()) && hasPortOf(ports, block.getValue()));
                if (inside && seen.add(ports)) {
                    warn(i, IanaColumn.PORT_NUMBER, "assigned inside an unassigned block");
                }
            }
        }
    }

    private static boolean hasPortOf(PortInterval interval, BitSet ports) {
        int next = ports.nextSetBit(interval.first());
        return next >= 0 && next <= interval.last();
    }

    private void warnOfMissingTargets() {
        Set<List<String>> places = new HashSet<>();
        rows.forEach(row -> places.add(place(lowerCase(row.serviceName()), row)));
        for (int i = 0; i < rows.size(); i++) {
            PortAssignment row = rows.get(i);
            String target = row.aliasOf();
            if (target != null && !places.contains(place(lowerCase(target), row))) {
                warn(
                        i,
                        IanaColumn.ASSIGNMENT_NOTES,
                        "alias of \"" + PortSpecException.abridged(target) + "\", which is not on the same port");
            }
        }
    }

    /** Returns a name on the ports and the transport of a row. */
    private static List<String> place(String name, PortAssignment row) {
        return List.of(name, IanaColumn.PORT_NUMBER.text(row), IanaColumn.TRANSPORT_PROTOCOL.text(row));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
