package io.github.portregistry;

import io.github.portregistry.PortNotations.Hint;
import io.github.portregistry.PortSpecException.Fault;
import io.github.portregistry.PortSpecException.Faults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
     * The number of intervals of the names up to here, each time that they are written. It is limited, since a short
     * text can have a name of many intervals many times.
     */
    private int expanded;

    /** The current token, and where it begins. */
    private String token = "";

    private int start;

    /** The last token, if it has a transport, so that {@code udp} in {@code 53/tcp,udp} is understood. */
    private String lastWithTransport = "";

    private final Faults faults;
    private final Map<TransportProtocol, List<PortInterval>> result = new EnumMap<>(TransportProtocol.class);

    private SpecResolver(
            RegistryRows rows, String text, Set<TransportProtocol> defaults, Set<TransportProtocol> allowed) {
        this.rows = rows;
        this.text = text;
        this.faults = new Faults(text);
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
            String reason =
                    "one port is expected, but this means " + ports.size() + ": " + Texts.brief(ports.toString());
            throw new PortSpecException(text, new Fault(0, text, reason));
        }
        return ports.first();
    }

    private static PortsByTransport resolve(
            RegistryRows rows, String text, Set<TransportProtocol> defaults, Set<TransportProtocol> allowed) {
        SpecResolver resolver = new SpecResolver(rows, text, defaults, allowed);
        SpecTokens tokens = new SpecTokens(text, 0, text.length(), resolver.faults);
        while (tokens.next()) {
            resolver.token(tokens.start(), tokens.end());
        }
        Hint form = resolver.faults.count() == 0 ? Hint.NONE : SpecNotations.portsByTransport(text);
        if (!form.isEmpty()) {
            String reason = Texts.quoted(text) + " is not a specification" + form.text();
            throw new PortSpecException(text, new Fault(0, text, reason, form.suggestions()));
        }
        resolver.faults.throwIfAny();
        if (resolver.result.isEmpty()) {
            throw new PortSpecException(text, new Fault(0, "", "the specification is empty"));
        }
        return ports(resolver.result);
    }

    private void token(int from, int to) {
        start = from;
        token = text.substring(from, to);
        int slash = token.lastIndexOf('/');
        String head = token.substring(0, Math.max(slash, 0));
        String tail = token.substring(slash + 1);
        TransportProtocol transport =
                slash < 0 ? null : TransportProtocol.find(tail).orElse(null);
        boolean isRead = (transport != null && target(head, transport)) || target(token, null);
        if (!isRead && transport != null && head.isEmpty()) {
            refuse("a transport must follow a name or a port");
        } else if (!isRead && transport == null && isKnown(head)) {
            refuse(
                    start + slash + 1,
                    TransportProtocol.unknown(tail),
                    () -> hint(transport, hints -> hints.notation(token)));
        } else if (!isRead) {
            String name = Texts.quoted(transport == null ? token : head);
            refuse(start, name, () -> hint(transport, hints -> hints.unknown(token, lastWithTransport)));
        }
        if (TransportProtocol.find(token).isEmpty()) {
            lastWithTransport = transport == null ? "" : token;
        }
    }

    private Hint hint(@Nullable TransportProtocol transport, Function<SpecHints, Hint> hint) {
        Set<TransportProtocol> over = transport != null ? Set.of(transport) : defaults.isEmpty() ? allowed : defaults;
        return isPartOfInterval() ? PortNotations.hint("-", List.of()) : hint.apply(new SpecHints(rows, over));
    }

    /** Returns whether the token and one beside it are meant as one interval, as in {@code 22- 25} and {@code 22 -25}. */
    private boolean isPartOfInterval() {
        String before = text.substring(0, start).stripTrailing();
        String after = text.substring(start + token.length()).stripLeading();
        return (token.matches("[0-9]+(-|:|\\.\\.)") && after.matches("(?s)[0-9].*"))
                || (token.matches("(-|:|\\.\\.)[0-9]+") && before.matches("(?s).*[0-9]"));
    }

    /**
     * Adds the ports of a number, an interval or a name, over the transport that follows it, if there is one.
     *
     * @return false if the name is unknown
     */
    private boolean target(String target, @Nullable TransportProtocol transport) {
        boolean isNumeric = SpecTokens.isNumeric(target);
        PortsByTransport defined = isNumeric ? null : rows.definitions().find(target);
        List<PortAssignment> named = isNumeric || defined != null ? List.of() : rows.findByName(target);
        if (!isNumeric && defined == null && named.isEmpty()) {
            return false;
        }
        expanded += Math.min(
                defined == null ? named.size() : Definitions.intervals(defined),
                Definitions.MAX_INTERVALS + 1 - expanded);
        if (transport != null && !allowed.contains(transport)) {
            refuseTransport(start + target.length() + 1, transport);
        } else if (isNumeric) {
            number(target, transport);
        } else if (expanded > Definitions.MAX_INTERVALS) {
            refuse("the names up to here have more than " + Definitions.MAX_INTERVALS + " intervals");
        } else if (defined != null) {
            definition(target, defined, transport);
        } else {
            service(target, named, transport);
        }
        return true;
    }

    private boolean isKnown(String name) {
        return SpecTokens.isNumeric(name)
                || rows.definitions().find(name) != null
                || !rows.findByName(name).isEmpty();
    }

    private void number(String number, @Nullable TransportProtocol transport) {
        int end = start + number.length();
        PortInterval ports = PortInterval.find(text, start, end);
        if (ports == null) {
            Fault fault = PortInterval.fault(text, start, end);
            refuse(fault.index(), fault.reason(), () -> hint(transport, hints -> hints.notation(number)));
        } else if (transport == null && defaults.isEmpty()) {
            refuse(Texts.quoted(number) + " has no transport; write " + number + "/tcp, for example");
        } else {
            for (TransportProtocol over : transport == null ? defaults : Set.of(transport)) {
                add(result, over, ports);
            }
        }
    }

    private void definition(String name, PortsByTransport defined, @Nullable TransportProtocol transport) {
        if (transport != null && defined.ports(transport).isEmpty()) {
            refuse(name + " is defined as " + Texts.brief(defined.toString()) + ", without " + transport.keyword());
            return;
        }
        for (TransportProtocol over : transport == null ? defined.asMap().keySet() : Set.of(transport)) {
            if (!allowed.contains(over)) {
                refuseTransport(start, over);
                return;
            }
            defined.ports(over).intervals().forEach(interval -> add(result, over, interval));
        }
    }

    private void service(String name, List<PortAssignment> named, @Nullable TransportProtocol transport) {
        Map<TransportProtocol, List<PortInterval>> own = new EnumMap<>(TransportProtocol.class);
        for (PortAssignment row : named) {
            PortInterval ports = row.ports();
            if (ports != null && !rows.isShadowed(row)) {
                for (TransportProtocol each : TransportProtocol.values()) {
                    if (row.appliesTo(each)) {
                        add(own, each, ports);
                    }
                }
            }
        }
        String shown = Texts.brief(name);
        Set<TransportProtocol> over =
                transport != null ? Set.of(transport) : defaults.isEmpty() ? own.keySet() : defaults;
        if (own.isEmpty()) {
            refuse(
                    start,
                    "service " + shown + " has no port",
                    () -> hint(transport, hints -> hints.withoutPort(name, lastWithTransport)));
        } else if (transport == null && defaults.isEmpty() && own.size() > 1) {
            refuse(start, shown + " is registered for " + keywords(over, " and "), () -> spelledOut(shown, over));
        } else if (Collections.disjoint(own.keySet(), over)) {
            String registered = Texts.brief(ports(own).toString());
            refuse(shown + " is registered for " + registered + " only, not for " + keywords(over, " or "));
        } else {
            own.keySet().retainAll(over);
            own.forEach((each, intervals) -> intervals.forEach(ports -> add(result, each, ports)));
        }
    }

    private static Hint spelledOut(String name, Set<TransportProtocol> transports) {
        List<String> spelledOut =
                transports.stream().map(each -> name + "/" + each.keyword()).toList();
        return new Hint("; write " + String.join(", ", spelledOut) + ", or only those that you mean", spelledOut);
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

    private static void add(
            Map<TransportProtocol, List<PortInterval>> intervals, TransportProtocol transport, PortInterval ports) {
        intervals.computeIfAbsent(transport, any -> new ArrayList<>()).add(ports);
    }

    /** Creates the sets from all intervals at once, since a union for each token would take quadratic time. */
    private static PortsByTransport ports(Map<TransportProtocol, List<PortInterval>> intervals) {
        return PortsByTransport.ofEach(transport -> PortSet.of(intervals.getOrDefault(transport, List.of())));
    }

    private void refuseTransport(int index, TransportProtocol transport) {
        String quoted = Texts.quoted(token);
        String reason = quoted + " is over " + transport.keyword() + ", but must be over " + keywords(allowed, " or ");
        refuse(index, reason, () -> Hint.NONE);
    }

    private void refuse(String reason) {
        refuse(start, reason, () -> Hint.NONE);
    }

    /** Adds a fault of the current token. The hint is looked for only if the fault is kept. */
    private void refuse(int index, String reason, Supplier<Hint> supplier) {
        faults.add(() -> {
            Hint hint = supplier.get();
            return new Fault(index, token, reason + hint.text(), hint.suggestions());
        });
    }
}
