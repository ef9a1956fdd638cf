package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An edition as a plain pass over its text finds it: what the library's answers are held against. */
final class ScannedEdition {

    static final int PORTS = 65536;

    private static final Map<Path, ScannedEdition> SCANNED = new ConcurrentHashMap<>();

    /** A row of the file, its fields as text in IANA's order. */
    record Row(int number, long line, List<String> fields) {

        String serviceName() {
            return fields.get(0);
        }

        String ports() {
            return fields.get(1);
        }

        String transport() {
            return fields.get(2);
        }

        String description() {
            return fields.get(3);
        }

        String assignmentNotes() {
            return fields.get(11);
        }

        boolean hasPort() {
            return !ports().isEmpty();
        }

        boolean isInterval() {
            return ports().contains("-");
        }

        int first() {
            return Integer.parseInt(ports().replaceFirst("-.*", ""));
        }

        int last() {
            return Integer.parseInt(ports().replaceFirst(".*-", ""));
        }

        boolean isOver(TransportProtocol protocol) {
            return transport().isEmpty() || transport().equals(protocol.name().toLowerCase(Locale.ROOT));
        }

        /** What IANA ever wrote into a row without a name, word for word; a person has to look at a new wording. */
        AssignmentStatus status() {
            return !serviceName().isEmpty()
                    ? ASSIGNED
                    : switch (description()) {
                        case "Unassigned",
                                "unassigned",
                                "Unassigned [was netstat]",
                                "(unassigned) Possibly assigned",
                                "Unassigned (FRP-Released 12/7/00)" -> UNASSIGNED;
                        case "Reserved",
                                "IANA Reserved",
                                "Reserved - IANA",
                                "De-registered",
                                "Removed",
                                "Deprecated",
                                "De-Commissioned Port",
                                "Decomissioned Port 04/14/00, ms" -> RESERVED;
                        case "any private mail system",
                                "any private printer server",
                                "any private terminal access",
                                "any private file service",
                                "any private dial out service",
                                "any private RJE service",
                                "any private terminal link",
                                "Possibly used by Sun Solaris????" -> ASSIGNED;
                        default -> throw new AssertionError("new words for a state: " + this);
                    };
        }
    }

    private final Path file;
    private final String text;
    private final List<String> header;
    private final List<Row> rows = new ArrayList<>();

    private ScannedEdition(Path file) {
        try {
            this.file = file;
            this.text = Files.readString(file);
            List<PlainCsv.Row> all = PlainCsv.rows(text);
            this.header = all.get(0).fields();
            for (PlainCsv.Row row : all.subList(1, all.size())) {
                rows.add(new Row(rows.size(), row.line(), row.fields()));
            }
            assertThat(rows).as("rows of %s", file).isNotEmpty();
        } catch (IOException | PlainCsv.MalformedException e) {
            throw new AssertionError("cannot scan " + file, e);
        }
    }

    /** Returns the bundled edition and those official ones that there are. */
    static Stream<ScannedEdition> all() {
        return Editions.all().stream().map(ScannedEdition::of);
    }

    /** Returns the official editions, or skips the test. */
    static Stream<ScannedEdition> official() {
        return Editions.official().stream().map(ScannedEdition::of);
    }

    /** Returns the official edition of a date, or skips the test. */
    static ScannedEdition official(String date) {
        return of(Editions.official(date));
    }

    private static ScannedEdition of(Path file) {
        return SCANNED.computeIfAbsent(file, ScannedEdition::new);
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    List<String> header() {
        return header;
    }

    List<Row> rows() {
        return rows;
    }

    PortRegistry registry() {
        return Editions.registry(file);
    }

    long count(Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }

    /** Returns the library's rows in the places of those that meet a condition here. */
    List<PortAssignment> assignments(Predicate<Row> condition) {
        return rows.stream()
                .filter(condition)
                .map(row -> registry().assignments().get(row.number()))
                .toList();
    }

    /** Returns, port by port, the library's rows in the places of the assigned rows that meet a condition here. */
    List<List<PortAssignment>> assignedByPort(Predicate<Row> condition) {
        return byPort(row -> row.status() == ASSIGNED && condition.test(row));
    }

    /** Returns, port by port, the library's rows in the places of those that meet a condition here. */
    List<List<PortAssignment>> byPort(Predicate<Row> condition) {
        List<List<PortAssignment>> byPort = new ArrayList<>(Collections.nCopies(PORTS, List.of()));
        for (Row row : rows) {
            if (row.hasPort() && condition.test(row)) {
                for (int port = row.first(); port <= row.last(); port++) {
                    List<PortAssignment> joined = new ArrayList<>(byPort.get(port));
                    joined.add(registry().assignments().get(row.number()));
                    byPort.set(port, joined);
                }
            }
        }
        return byPort;
    }

    /** Returns, port by port, the state that wins. */
    AssignmentStatus[] statusByPort(TransportProtocol transport) {
        AssignmentStatus[] byPort = new AssignmentStatus[PORTS];
        Arrays.fill(byPort, UNLISTED);
        for (AssignmentStatus painted : List.of(UNASSIGNED, RESERVED, ASSIGNED)) {
            for (Row row : rows) {
                if (row.hasPort() && row.status() == painted && row.isOver(transport)) {
                    Arrays.fill(byPort, row.first(), row.last() + 1, painted);
                }
            }
        }
        return byPort;
    }

    /** Returns the name that stands in the display names of tests. */
    @Override
    public String toString() {
        return file.equals(Editions.bundled())
                ? "bundled"
                : file.getFileName().toString().replace(".csv", "");
    }
}
