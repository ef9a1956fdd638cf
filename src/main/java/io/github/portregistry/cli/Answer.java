package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the registry answers to questions, as lines of text. */
final class Answer {

    private final PortRegistry registry;

    Answer(PortRegistry registry) {
        this.registry = registry;
    }

    /** Returns whether anything is registered for what the question names. */
    boolean isAssigned(Question question) {
        return !assigned(question).isEmpty();
    }

    /** Returns the answer, or no lines for a service name that the registry does not have. */
    List<String> lines(Question question) {
        PortInterval ports = question.ports();
        if (ports == null) {
            return service(question);
        }
        return ports.size() == 1 ? port(ports.first(), question.transports()) : interval(ports, question);
    }

    private List<PortAssignment> assigned(Question question) {
        PortInterval ports = question.ports();
        List<PortAssignment> rows = ports == null
                ? registry.findByName(question.text())
                : registry.query()
                        .status(AssignmentStatus.ASSIGNED)
                        .where(row -> overlap(row, ports))
                        .list();
        return rows.stream()
                .filter(row -> question.transports().stream().anyMatch(row::appliesTo))
                .toList();
    }

    private static boolean overlap(PortAssignment row, PortInterval ports) {
        PortInterval own = row.ports();
        return own != null && own.overlaps(ports);
    }

    private List<String> port(int port, List<TransportProtocol> transports) {
        Table table = new Table();
        Map<PortAssignment, TreeSet<TransportProtocol>> rows = new LinkedHashMap<>();
        TreeSet<TransportProtocol> unlisted = new TreeSet<>();
        for (TransportProtocol transport : transports) {
            AssignmentStatus status = registry.status(port, transport);
            for (PortAssignment row : registry.query()
                    .port(port)
                    .transport(transport)
                    .status(status)
                    .list()) {
                rows.computeIfAbsent(overEveryTransport(row), any -> new TreeSet<>())
                        .add(transport);
            }
            if (status == AssignmentStatus.UNLISTED) {
                unlisted.add(transport);
            }
        }
        rows.forEach((row, over) -> {
            String ports = row.ports() == null || row.ports().size() == 1 ? "" : " (" + row.ports() + ")";
            table.add(keywords(over), title(row) + ports, details(row));
        });
        if (!unlisted.isEmpty()) {
            table.add(keywords(unlisted), "unlisted", List.of());
        }

        List<String> lines = new ArrayList<>();
        lines.add("Port " + port + ": " + range(PortRange.of(port)));
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        lines.add("An assignment is not an observation. What listens here is shown by:");
        lines.add("  ss -tulpn 'sport = :" + port + "'");
        lines.add("  lsof -i :" + port);
        lines.add("  netstat -ano | findstr :" + port);
        return lines;
    }

    private List<String> service(Question question) {
        List<PortAssignment> rows = assigned(question);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Service " + rows.get(0).serviceName() + ":");
        lines.add("");
        lines.addAll(listing(rows, true));
        return lines;
    }

    /** Returns why a service name has no lines. */
    String reasonForNone(Question question) {
        String name = Texts.quoted(question.text());
        Set<TransportProtocol> others = registry.findByName(question.text()).stream()
                .flatMap(row -> Stream.ofNullable(row.transport()))
                .collect(Collectors.toCollection(TreeSet::new));
        return others.isEmpty()
                ? "no service is registered under the name " + name
                : name + " is registered for " + keywords(others) + " only";
    }

    private List<String> interval(PortInterval ports, Question question) {
        List<String> lines = new ArrayList<>();
        lines.add("Ports " + ports + ":");
        lines.add("");
        lines.addAll(listing(assigned(question), false));
        lines.add("");
        for (TransportProtocol transport : question.transports()) {
            Map<AssignmentStatus, Integer> counts = new LinkedHashMap<>();
            for (AssignmentStatus status : AssignmentStatus.values()) {
                int count = registry.ports(status, transport)
                        .intersection(PortSet.of(ports))
                        .size();
                if (count > 0) {
                    counts.put(status, count);
                }
            }
            lines.add("  " + transport.keyword() + ": "
                    + counts.entrySet().stream()
                            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private static List<String> listing(List<PortAssignment> assignments, boolean detailed) {
        Map<PortAssignment, TreeSet<TransportProtocol>> rows = new LinkedHashMap<>();
        for (PortAssignment row : assignments) {
            TreeSet<TransportProtocol> over = rows.computeIfAbsent(overEveryTransport(row), any -> new TreeSet<>());
            if (row.transport() != null) {
                over.add(row.transport());
            }
        }
        Table table = new Table();
        rows.forEach((row, over) -> {
            String ports = row.ports() == null ? "no port" : row.ports().toString();
            table.add(
                    over.isEmpty() ? ports : ports + "/" + keywords(over),
                    title(row),
                    detailed ? details(row) : List.of(row.description()));
        });
        return table.lines();
    }

    /** Rows that differ in nothing but the transport are printed as one. */
    static PortAssignment overEveryTransport(PortAssignment row) {
        return new PortAssignment(
                row.serviceName(),
                row.ports(),
                null,
                row.description(),
                row.assignee(),
                row.contact(),
                row.registrationDate(),
                row.modificationDate(),
                row.reference(),
                row.serviceCode(),
                row.unauthorizedUse(),
                row.assignmentNotes());
    }

    private static String title(PortAssignment row) {
        if (!row.serviceName().isEmpty()) {
            return row.serviceName();
        }
        return row.status() == AssignmentStatus.ASSIGNED ? "(unnamed)" : word(row.status());
    }

    private static List<String> details(PortAssignment row) {
        List<String> details = new ArrayList<>();
        if (!row.description().equalsIgnoreCase(word(row.status()))) {
            details.add(row.description());
        }
        if (row.aliasOf() != null) {
            details.add("another name of " + row.aliasOf());
        }
        if (row.status() == AssignmentStatus.ASSIGNED) {
            details.add((row.assignee().isEmpty() ? "assignee not stated" : "assigned to " + people(row.assignee()))
                    + dated(", registered ", row.registrationDate())
                    + dated(", modified ", row.modificationDate())
                    + (row.registrationDate() == null ? ", date not stated" : ""));
            details.add(
                    row.hasReference()
                            ? "cites " + String.join(", ", row.references())
                            : "IANA's row cites no document");
        }
        if (!row.unauthorizedUse().isEmpty()) {
            details.add("unauthorized use reported: " + row.unauthorizedUse());
        }
        return details;
    }

    private static String dated(String words, @Nullable RegistryDate date) {
        return date == null ? "" : words + date;
    }

    /** {@code User Ports (Registered Ports), 1024-49151}. */
    static String range(PortRange range) {
        return range.names().get(0) + " (" + range.names().get(1) + "), " + range.interval();
    }

    /** {@code [James_Brown][IESG]} is James Brown, IESG. */
    static String people(String column) {
        return column.replace("][", ", ").replace("[", "").replace("]", "").replace('_', ' ');
    }

    private static String keywords(Set<TransportProtocol> transports) {
        return transports.stream().map(TransportProtocol::keyword).collect(Collectors.joining(","));
    }

    private static String word(AssignmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
