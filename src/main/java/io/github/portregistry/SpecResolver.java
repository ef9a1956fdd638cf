package io.github.portregistry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one specification against one registry; the grammar is in {@link PortRegistry#resolve(String)}. */
final class SpecResolver {

    private final PortRegistry registry;
    private final String text;

    /** What a number, an interval, or a service registered for every transport stands for. */
    private final Set<TransportProtocol> bare;

    /** The only transport that may come out, or null if any may. */
    private final @Nullable TransportProtocol only;

    private final Map<TransportProtocol, List<PortInterval>> result = new EnumMap<>(TransportProtocol.class);

    private SpecResolver(
            PortRegistry registry, String text, Set<TransportProtocol> bare, @Nullable TransportProtocol only) {
        this.registry = registry;
        this.text = text;
        this.bare = bare;
        this.only = only;
    }

    static PortSet resolve(PortRegistry registry, String text, TransportProtocol only) {
        return new SpecResolver(registry, text, Set.of(only), only).resolve().ports(only);
    }

    static PortsByTransport resolve(PortRegistry registry, String text, Set<TransportProtocol> bare) {
        return new SpecResolver(registry, text, bare, null).resolve();
    }

    static int resolvePort(PortRegistry registry, String text, TransportProtocol only) {
        PortSet ports = resolve(registry, text, only);
        if (ports.size() != 1) {
            throw new PortSpecException(text, 0, "one port is wanted, and this means " + ports.size() + ": " + ports);
        }
        return ports.intervals().get(0).first();
    }

    private PortsByTransport resolve() {
        int index = skipBlanks(0);
        if (index == text.length()) {
            throw error(0, "a specification of nothing");
        }
        while (true) {
            int end = tokenEnd(index);
            if (end == index) {
                throw error(index, "an empty token");
            }
            token(index, end);
            index = skipBlanks(end);
            if (index == text.length()) {
                return ports(result);
            }
            if (text.charAt(index) == ',') {
                index = skipBlanks(index + 1);
            }
        }
    }

    private int skipBlanks(int from) {
        int index = from;
        while (index < text.length() && isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int tokenEnd(int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) != ',' && !isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void token(int start, int end) {
        String token = text.substring(start, end);
        int slash = token.lastIndexOf('/');
        if (slash < 0 || isRegistered(token)) {
            target(start, end, null);
            return;
        }
        TransportProtocol transport;
        try {
            transport = TransportProtocol.parse(token.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            String head = token.substring(0, slash);
            throw isNumeric(head) || isRegistered(head)
                    ? error(start + slash + 1, String.valueOf(e.getMessage()))
                    : unknown(start, token);
        }
        if (only != null && transport != only) {
            throw error(
                    start + slash + 1,
                    "\"" + PortSpecException.abridged(token) + "\" is over " + transport.keyword() + ", but "
                            + only.keyword() + " is asked for");
        }
        target(start, start + slash, transport);
    }

    /** Adds what a name, number or interval means, over the transport that its suffix gives, if it has one. */
    private void target(int start, int end, @Nullable TransportProtocol suffix) {
        String target = text.substring(start, end);
        if (isRegistered(target)) {
            service(start, target, suffix);
        } else if (isNumeric(target)) {
            PortInterval ports = PortInterval.parse(text, start, end);
            requireTransports(start, target, suffix).forEach(transport -> add(result, transport, ports));
        } else if (target.isEmpty()) {
            throw error(start, "a transport without a name or a port");
        } else {
            throw unknown(start, target);
        }
    }

    private boolean isRegistered(String name) {
        return !registry.findByName(name).isEmpty();
    }

    private static boolean isNumeric(String text) {
        return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) && !text.isEmpty();
    }

    private Set<TransportProtocol> requireTransports(int start, String target, @Nullable TransportProtocol suffix) {
        if (suffix != null) {
            return Set.of(suffix);
        }
        if (bare.isEmpty()) {
            throw error(start, "\"" + target + "\" stands for no transport, write " + target + "/tcp or the like");
        }
        return bare;
    }

    private void service(int start, String name, @Nullable TransportProtocol suffix) {
        List<PortAssignment> rows = registry.findByName(name).stream()
                .filter(row -> row.ports() != null && !registry.isShadowed(row))
                .toList();
        if (rows.isEmpty()) {
            throw error(start, "service " + name + " has no port" + NearestNames.everyday(registry, name));
        }
        TransportProtocol wanted = suffix != null ? suffix : only;
        if (wanted == null) {
            for (PortAssignment row : rows) {
                TransportProtocol own = row.transport();
                Set<TransportProtocol> over = own != null ? Set.of(own) : requireTransports(start, name, null);
                over.forEach(transport -> add(result, transport, row.ports()));
            }
            return;
        }
        List<PortAssignment> overWanted =
                rows.stream().filter(row -> row.appliesTo(wanted)).toList();
        if (overWanted.isEmpty()) {
            throw error(
                    start, name + " is registered for " + registrations(rows) + " only, not for " + wanted.keyword());
        }
        overWanted.forEach(row -> add(result, wanted, row.ports()));
    }

    private static PortsByTransport registrations(List<PortAssignment> rows) {
        Map<TransportProtocol, List<PortInterval>> intervals = new EnumMap<>(TransportProtocol.class);
        for (PortAssignment row : rows) {
            if (row.transport() != null) {
                add(intervals, row.transport(), row.ports());
            }
        }
        return ports(intervals);
    }

    private static void add(
            Map<TransportProtocol, List<PortInterval>> intervals,
            TransportProtocol transport,
            @Nullable PortInterval ports) {
        if (ports != null) {
            intervals.computeIfAbsent(transport, any -> new ArrayList<>()).add(ports);
        }
    }

    /** Makes sets of all intervals at once: a union for each token would take quadratic time. */
    private static PortsByTransport ports(Map<TransportProtocol, List<PortInterval>> intervals) {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        intervals.forEach((transport, list) -> sets.put(transport, PortSet.of(list)));
        return PortsByTransport.of(sets);
    }

    private PortSpecException unknown(int start, String name) {
        return error(
                start,
                "\"" + PortSpecException.abridged(name) + "\" is no registered service name, port number or interval"
                        + NearestNames.hint(registry, name));
    }

    private PortSpecException error(int index, String reason) {
        return new PortSpecException(text, index, reason);
    }
}
