package io.github.portregistry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one specification against one registry; the grammar is in {@link PortRegistry#resolve(String)}. */
final class SpecResolver {

    private final RegistryRows rows;
    private final String text;

    /** What a number, an interval, or a service registered for every transport stands for. */
    private final Set<TransportProtocol> defaults;

    /** The only transport that may come out, or null if any may. */
    private final @Nullable TransportProtocol required;

    private final Map<TransportProtocol, List<PortInterval>> result = new EnumMap<>(TransportProtocol.class);

    private SpecResolver(
            RegistryRows rows, String text, Set<TransportProtocol> defaults, @Nullable TransportProtocol required) {
        this.rows = rows;
        this.text = text;
        this.defaults = defaults;
        this.required = required;
    }

    static PortSet resolve(RegistryRows rows, String text, TransportProtocol required) {
        return new SpecResolver(rows, text, Set.of(required), required)
                .resolve()
                .ports(required);
    }

    static PortsByTransport resolve(RegistryRows rows, String text, Set<TransportProtocol> defaults) {
        return new SpecResolver(rows, text, defaults, null).resolve();
    }

    static int resolvePort(RegistryRows rows, String text, TransportProtocol required) {
        PortSet ports = resolve(rows, text, required);
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
                    ? error(start + slash + 1, String.valueOf(e.getMessage()), ForeignNotation.hint(rows, token))
                    : unknown(start, token);
        }
        if (required != null && transport != required) {
            throw error(
                    start + slash + 1,
                    Texts.quoted(token) + " is over " + transport.keyword() + ", but " + required.keyword()
                            + " is asked for");
        }
        target(start, start + slash, transport);
    }

    /** Adds what a name, number or interval means, over the transport that its suffix gives, if it has one. */
    private void target(int start, int end, @Nullable TransportProtocol suffix) {
        String target = text.substring(start, end);
        if (isRegistered(target)) {
            service(start, target, suffix);
        } else if (isNumeric(target)) {
            PortInterval ports = interval(start, end);
            requireTransports(start, target, suffix).forEach(transport -> add(result, transport, ports));
        } else if (target.isEmpty()) {
            throw error(start, "a transport without a name or a port");
        } else {
            throw unknown(start, target);
        }
    }

    private PortInterval interval(int start, int end) {
        try {
            return PortInterval.parse(text, start, end);
        } catch (PortSpecException e) {
            String token = text.substring(start, tokenEnd(start));
            throw error(e.index(), e.reason(), ForeignNotation.hint(rows, token));
        }
    }

    private boolean isRegistered(String name) {
        return !rows.findByName(name).isEmpty();
    }

    private static boolean isNumeric(String text) {
        return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) && !text.isEmpty();
    }

    private Set<TransportProtocol> requireTransports(int start, String target, @Nullable TransportProtocol suffix) {
        if (suffix != null) {
            return Set.of(suffix);
        }
        if (defaults.isEmpty()) {
            throw error(start, "\"" + target + "\" stands for no transport, write " + target + "/tcp or the like");
        }
        return defaults;
    }

    private void service(int start, String name, @Nullable TransportProtocol suffix) {
        List<PortAssignment> registered = rows.findByName(name).stream()
                .filter(row -> row.ports() != null && !rows.isShadowed(row))
                .toList();
        if (registered.isEmpty()) {
            throw error(start, "service " + name + " has no port", SpecHints.withoutPort(rows, name));
        }
        TransportProtocol wanted = suffix != null ? suffix : required;
        if (wanted == null) {
            for (PortAssignment row : registered) {
                TransportProtocol own = row.transport();
                Set<TransportProtocol> over = own != null ? Set.of(own) : requireTransports(start, name, null);
                over.forEach(transport -> add(result, transport, row.ports()));
            }
            return;
        }
        List<PortAssignment> overWanted =
                registered.stream().filter(row -> row.appliesTo(wanted)).toList();
        if (overWanted.isEmpty()) {
            throw error(
                    start,
                    name + " is registered for " + registrations(registered) + " only, not for " + wanted.keyword());
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
                Texts.quoted(name) + " is no registered service name, port number or interval",
                SpecHints.unknown(rows, text.substring(start, tokenEnd(start))));
    }

    private PortSpecException error(int index, String reason, SpecHint hint) {
        return new PortSpecException(text, index, reason + hint.text(), hint.suggestions());
    }

    private PortSpecException error(int index, String reason) {
        return new PortSpecException(text, index, reason);
    }
}
