package io.github.portregistry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves one specification against one registry. For the grammar, see {@link PortRegistry#resolve(String)}. */
final class SpecResolver {

    private final RegistryRows rows;
    private final String text;

    /**
     * The transports of a token that names none. If this is empty, each token must name one or be registered for only
     * one.
     */
    private final Set<TransportProtocol> defaults;

    /** The transports that are allowed in the result. */
    private final Set<TransportProtocol> allowed;

    /**
     * The number of intervals from definitions. It is limited, since a short text can use a large definition many
     * times.
     */
    private int expanded;

    private final Map<TransportProtocol, List<PortInterval>> result = new EnumMap<>(TransportProtocol.class);

    private SpecResolver(
            RegistryRows rows, String text, Set<TransportProtocol> defaults, Set<TransportProtocol> allowed) {
        this.rows = rows;
        this.text = text;
        this.defaults = defaults;
        this.allowed = allowed;
    }

    /** Resolves a specification in which each token names its transport. */
    static PortsByTransport resolve(RegistryRows rows, String text) {
        return resolve(rows, text, Set.of(), EnumSet.allOf(TransportProtocol.class));
    }

    /** Resolves a specification over some transports and no others. */
    static PortsByTransport resolveWithin(RegistryRows rows, String text, Set<TransportProtocol> transports) {
        return resolve(rows, text, transports, transports);
    }

    /** Resolves a specification over one transport, unless a token or a definition names another. */
    static PortsByTransport resolveWithDefault(RegistryRows rows, String text, TransportProtocol transport) {
        return resolve(rows, text, Set.of(transport), EnumSet.allOf(TransportProtocol.class));
    }

    /** Resolves a specification to a single port. */
    static int resolvePort(RegistryRows rows, String text, TransportProtocol transport) {
        PortSet ports = resolveWithin(rows, text, Set.of(transport)).ports(transport);
        if (ports.size() != 1) {
            throw new PortSpecException(
                    text,
                    0,
                    "one port is expected, but this means " + ports.size() + ": " + Texts.brief(ports.toString()));
        }
        return ports.first();
    }

    private static PortsByTransport resolve(
            RegistryRows rows, String text, Set<TransportProtocol> defaults, Set<TransportProtocol> allowed) {
        SpecResolver resolver = new SpecResolver(rows, text, defaults, allowed);
        SpecTokens tokens = new SpecTokens(text, 0, text.length());
        while (tokens.next()) {
            resolver.token(tokens.start(), tokens.end());
        }
        if (resolver.result.isEmpty()) {
            throw new PortSpecException(text, 0, "the specification is empty");
        }
        return ports(resolver.result);
    }

    private void token(int start, int end) {
        String token = text.substring(start, end);
        int slash = token.lastIndexOf('/');
        String head = token.substring(0, Math.max(slash, 0));
        String tail = token.substring(slash + 1);
        TransportProtocol transport =
                slash < 0 ? null : TransportProtocol.find(tail).orElse(null);
        if (transport != null && isKnown(head)) {
            requireAllowed(start + slash + 1, token, transport);
            target(start, start + slash, transport);
        } else if (isKnown(token)) {
            target(start, end, null);
        } else if (transport != null && head.isEmpty()) {
            throw error(start, "a transport must follow a name or a port");
        } else if (transport == null && isKnown(head)) {
            throw error(start + slash + 1, TransportProtocol.unknown(tail), SpecNotations.hint(rows, token));
        } else {
            throw error(
                    start,
                    Texts.quoted(transport == null ? token : head)
                            + " is not a registered service name, port number or interval",
                    SpecHints.unknown(rows, token));
        }
    }

    /** Adds the ports of a number, an interval or a known name, over the transport that follows it, if there is one. */
    private void target(int start, int end, @Nullable TransportProtocol transport) {
        String target = text.substring(start, end);
        PortsByTransport defined = rows.definitions().find(target);
        if (SpecTokens.isNumeric(target)) {
            PortInterval ports = interval(start, end);
            transportsOfNumber(start, target, transport).forEach(over -> add(result, over, ports));
        } else if (defined != null) {
            definition(start, target, defined, transport);
        } else {
            service(start, target, transport);
        }
    }

    private PortInterval interval(int start, int end) {
        try {
            return PortInterval.parse(text, start, end);
        } catch (PortSpecException e) {
            throw error(e.index(), e.reason(), SpecNotations.hint(rows, text.substring(start, end)));
        }
    }

    private boolean isKnown(String name) {
        return SpecTokens.isNumeric(name)
                || rows.definitions().find(name) != null
                || !rows.findByName(name).isEmpty();
    }

    private Set<TransportProtocol> transportsOfNumber(int start, String number, @Nullable TransportProtocol transport) {
        if (transport != null) {
            return Set.of(transport);
        }
        if (defaults.isEmpty()) {
            throw error(
                    start,
                    Texts.quoted(number) + " has no transport; write " + Texts.brief(number) + "/tcp, for example");
        }
        return defaults;
    }

    private void definition(int start, String name, PortsByTransport defined, @Nullable TransportProtocol transport) {
        if (transport != null && defined.ports(transport).isEmpty()) {
            throw error(
                    start,
                    name + " is defined as " + Texts.brief(defined.toString()) + ", without " + transport.keyword());
        }
        expanded += Definitions.intervals(defined);
        if (expanded > Definitions.MAX_INTERVALS) {
            throw error(start, "the definitions up to here have more than " + Definitions.MAX_INTERVALS + " intervals");
        }
        defined.asMap().forEach((over, ports) -> {
            if (transport == null) {
                requireAllowed(start, name, over);
            }
            if (transport == null || transport == over) {
                ports.intervals().forEach(interval -> add(result, over, interval));
            }
        });
    }

    private void service(int start, String name, @Nullable TransportProtocol transport) {
        List<PortAssignment> registered = new ArrayList<>();
        Set<TransportProtocol> own = EnumSet.noneOf(TransportProtocol.class);
        for (PortAssignment row : rows.findByName(name)) {
            if (row.ports() != null && !rows.isShadowed(row)) {
                registered.add(row);
                for (TransportProtocol each : TransportProtocol.values()) {
                    if (row.appliesTo(each)) {
                        own.add(each);
                    }
                }
            }
        }
        if (registered.isEmpty()) {
            throw error(start, "service " + Texts.brief(name) + " has no port", SpecHints.withoutPort(rows, name));
        }
        Set<TransportProtocol> over = EnumSet.copyOf(own);
        if (transport != null) {
            over.retainAll(Set.of(transport));
        } else if (!defaults.isEmpty()) {
            over.retainAll(defaults);
        } else if (own.size() > 1) {
            throw ambiguous(start, Texts.brief(name), own);
        }
        if (over.isEmpty()) {
            throw error(
                    start,
                    Texts.brief(name) + " is registered for "
                            + Texts.brief(registrations(registered).toString()) + " only, not for "
                            + keywords(transport != null ? Set.of(transport) : defaults, " or "));
        }
        for (PortAssignment row : registered) {
            for (TransportProtocol each : over) {
                if (row.appliesTo(each)) {
                    add(result, each, row.ports());
                }
            }
        }
    }

    private PortSpecException ambiguous(int start, String name, Set<TransportProtocol> transports) {
        List<String> spelledOut =
                transports.stream().map(each -> name + "/" + each.keyword()).toList();
        String hint = "; write " + String.join(", ", spelledOut) + ", or only those that you mean";
        return error(
                start, name + " is registered for " + keywords(transports, " and "), new SpecHint(hint, spelledOut));
    }

    /** Returns the keywords as a text such as {@code "tcp, udp and sctp"}. */
    private static String keywords(Set<TransportProtocol> transports, String conjunction) {
        List<String> keywords = EnumSet.copyOf(transports).stream()
                .map(TransportProtocol::keyword)
                .toList();
        int last = keywords.size() - 1;
        return last == 0
                ? keywords.get(0)
                : String.join(", ", keywords.subList(0, last)) + conjunction + keywords.get(last);
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

    /** Creates the sets from all intervals at once, since a union for each token would take quadratic time. */
    private static PortsByTransport ports(Map<TransportProtocol, List<PortInterval>> intervals) {
        return PortsByTransport.ofEach(transport -> PortSet.of(intervals.getOrDefault(transport, List.of())));
    }

    private void requireAllowed(int index, String token, TransportProtocol transport) {
        if (!allowed.contains(transport)) {
            throw error(
                    index,
                    Texts.quoted(token) + " is over " + transport.keyword() + ", but must be over "
                            + keywords(allowed, " or "));
        }
    }

    private PortSpecException error(int index, String reason) {
        return error(index, reason, SpecHint.NONE);
    }

    private PortSpecException error(int index, String reason, SpecHint hint) {
        return new PortSpecException(text, index, reason + hint.text(), hint.suggestions());
    }
}
