package io.github.portregistry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Composes labels: services, and in parentheses whatever is not the name of a service. A name that could pass for
 * something else is quoted.
 */
final class PortLabels {

    /** The maximum length of a label. */
    private static final int MAX_LENGTH = 128;

    /** The maximum length of what follows the ports and the transport, of which the longest are "49152-65535/sctp ". */
    private static final int MAX_DESCRIPTION = MAX_LENGTH - 17;

    /** The most services that the label of a port lists; the rest are counted. No port of IANA's has more than three. */
    private static final int MAX_NAMES = 8;

    /** The maximum length of the names in the label of a port, which leaves room for the number of the others. */
    private static final int MAX_JOINED = MAX_DESCRIPTION - 17;

    /** The most services that the label of an interval lists; if there are more, all are counted instead. */
    private static final int MAX_SERVICES = 3;

    /** The maximum length of a name in quotes, which may become twice as long when it is quoted. */
    private static final int MAX_QUOTED = 40;

    /** What joins names in a label, or begins or ends something else. */
    private static final Pattern MARKS = Pattern.compile("[\",;#\\\\]|^\\(| and | \\((in part|and )");

    /** The words for each {@link AssignmentStatus}, and for unlisted ports in the dynamic range. */
    private static final List<String> STATES = List.of("assigned", "reserved", "unassigned", "unlisted", "dynamic");

    private final RegistryRows rows;

    PortLabels(RegistryRows rows) {
        this.rows = rows;
    }

    /** Returns the label of a set: those of its intervals, as many as fit, and the number of the others. */
    String of(PortSet ports, TransportProtocol transport) {
        List<PortInterval> intervals = ports.intervals();
        String fitting = "(" + Texts.counted(intervals.size(), "interval") + ")";
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < intervals.size() && label.length() <= MAX_LENGTH; i++) {
            label.append(i == 0 ? "" : "; ").append(of(intervals.get(i), transport));
            int more = intervals.size() - i - 1;
            String rest = more == 0 ? "" : "; and " + more + " more";
            if (label.length() + rest.length() <= MAX_LENGTH) {
                fitting = label + rest;
            }
        }
        return intervals.isEmpty() ? "(no ports)" : fitting;
    }

    String of(PortInterval ports, TransportProtocol transport) {
        return ports + "/" + transport.keyword() + " " + description(ports, transport);
    }

    /** Returns what the label of an interval says of its ports. */
    String description(PortInterval ports, TransportProtocol transport) {
        if (ports.size() == 1) {
            return description(ports.first(), transport);
        }
        List<String> rest = portsWithoutService(ports, transport);
        Map<String, PortAssignment> services = new LinkedHashMap<>();
        Set<String> inPart = new HashSet<>();
        for (PortAssignment row : services(ports, transport)) {
            String key = row.serviceName().isEmpty() ? "(" + row.description() : row.serviceName();
            services.putIfAbsent(key, row);
            if (!ports.contains(Objects.requireNonNull(row.ports()))) {
                inPart.add(key);
            }
        }
        if (services.isEmpty()) {
            return "(" + (rest.size() == 1 ? rest.get(0).replaceFirst("[0-9]+ ", "") : String.join(", ", rest)) + ")";
        }
        if (services.size() <= MAX_SERVICES) {
            String all = services.entrySet().stream()
                            .map(entry ->
                                    name(entry.getValue()) + (inPart.contains(entry.getKey()) ? " (in part)" : ""))
                            .collect(Collectors.joining(", "))
                    + (rest.isEmpty() ? "" : " (and " + String.join(", ", rest) + ")");
            if (all.length() <= MAX_DESCRIPTION) {
                return all;
            }
        }
        rest.add(0, Texts.counted(services.size(), "service"));
        if (!inPart.isEmpty()) {
            rest.add(1, inPart.size() + " in part");
        }
        return "(" + String.join(", ", rest) + ")";
    }

    /** Returns the assigned rows that have any of the ports, site-local ones first, without aliases of one another. */
    private List<PortAssignment> services(PortInterval ports, TransportProtocol transport) {
        List<PortAssignment> registered = rows.ports().assigned(PortSet.of(ports), transport);
        Set<String> names = registered.stream()
                .map(row -> ServiceNames.folded(row.serviceName()))
                .collect(Collectors.toSet());
        return registered.stream()
                .filter(row -> {
                    String target = row.aliasOf();
                    return target == null || !names.contains(ServiceNames.folded(target));
                })
                .sorted(Comparator.comparing(row -> !rows.isSiteLocal(row)))
                .toList();
    }

    /** Returns how many ports of an interval have no service, by the reason, as in "2 unassigned". */
    private List<String> portsWithoutService(PortInterval ports, TransportProtocol transport) {
        int[] counts = new int[STATES.size()];
        for (int port = ports.first(); port <= ports.last(); port++) {
            counts[state(port, transport)]++;
        }
        List<String> texts = new ArrayList<>();
        for (int state = 1; state < counts.length; state++) {
            if (counts[state] > 0) {
                texts.add(counts[state] + " " + STATES.get(state));
            }
        }
        return texts;
    }

    /** Returns what the label of a port says of it. */
    String description(int port, TransportProtocol transport) {
        List<PortAssignment> registered = registered(port, transport);
        if (registered.isEmpty()) {
            return "(" + STATES.get(state(port, transport)) + ")";
        }
        StringBuilder names = new StringBuilder(name(registered.get(0)));
        int shown = 1;
        while (shown < Math.min(registered.size(), MAX_NAMES)) {
            String name = name(registered.get(shown));
            if (names.length() + 2 + name.length() > MAX_JOINED) {
                break;
            }
            names.append(", ").append(name);
            shown++;
        }
        return names + (shown < registered.size() ? " and " + (registered.size() - shown) + " more" : "");
    }

    /** Returns the canonical row of a port if there is one, otherwise all rows, site-local ones first. */
    List<PortAssignment> registered(int port, TransportProtocol transport) {
        Optional<PortAssignment> canonical = rows.findCanonical(port, transport);
        if (canonical.isPresent()) {
            return List.of(canonical.get());
        }
        List<PortAssignment> siteLocalFirst = new ArrayList<>(rows.ports().assigned(port, transport));
        if (siteLocalFirst.size() > 1) {
            siteLocalFirst.sort(Comparator.comparing(row -> !rows.isSiteLocal(row)));
        }
        return siteLocalFirst;
    }

    /** Returns the index of a port's state. */
    private int state(int port, TransportProtocol transport) {
        AssignmentStatus status = rows.ports().status(port, transport);
        boolean isDynamic = status == AssignmentStatus.UNLISTED && PortRange.of(port) == PortRange.DYNAMIC;
        return status.ordinal() + (isDynamic ? 1 : 0);
    }

    private String name(PortAssignment row) {
        if (row.serviceName().isEmpty()) {
            return "(unnamed: " + unmistakable(row.description()) + ")";
        }
        String name = unmistakable(row.serviceName());
        return rows.isShadowed(row) ? "(shadowed: " + name + ")" : name;
    }

    /** Returns a text as one short line, in quotes if it could pass for several texts or for something else. */
    private static String unmistakable(String text) {
        String line = Texts.brief(text);
        return isWord(line) || !MARKS.matcher(line).find() ? line : Texts.quoted(Texts.abridged(line, MAX_QUOTED));
    }

    /** Returns whether a text cannot contain a mark. Nearly all names are such, and need no regular expression. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \",;\\(".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
