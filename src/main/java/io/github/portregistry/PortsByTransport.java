package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import io.github.portregistry.PortSpecException.Fault;
import io.github.portregistry.PortSpecException.Faults;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A set of ports for each transport. This is what a specification resolves to, since a service name means ports
 * <em>and</em> transports.
 *
 * <p>This class is immutable and thread-safe. A transport with no ports is equivalent to an absent one.
 *
 * <p>This is best mapped as text, with {@link #toString()} and {@link #valueOf(String)}. Spring, JAX-RS and Jackson find
 * the latter by themselves; Jackson needs a serializer to write the former. Gson and Kryo need an adapter for both: without
 * one they write private fields and read them back without any check.
 *
 * <pre>{@code
 * PortsByTransport before = PortsByTransport.parse("tcp 22,443");
 * PortsByTransport after = registry.resolve("domain/tcp, domain/udp, https/tcp");      // tcp 53,443; udp 53
 * after.ports(TCP);                                                                    // 53,443
 * after.difference(before);                                                            // tcp 53; udp 53: what the change opens
 * before.difference(after);                                                            // tcp 22: what it closes
 * }</pre>
 */
@CheckReturnValue
public final class PortsByTransport implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final PortsByTransport EMPTY = new PortsByTransport(new EnumMap<>(TransportProtocol.class));

    /** The sets of ports, none of them empty. */
    private final EnumMap<TransportProtocol, PortSet> sets;

    private PortsByTransport(EnumMap<TransportProtocol, PortSet> sets) {
        this.sets = sets;
    }

    /**
     * Returns the value without ports.
     *
     * @return the empty value
     */
    public static PortsByTransport empty() {
        return EMPTY;
    }

    /**
     * Returns the value with the given sets of ports.
     *
     * @param sets the ports by transport; empty sets are dropped
     * @return the ports by transport
     */
    public static PortsByTransport of(Map<TransportProtocol, PortSet> sets) {
        requireNonNull(sets, "sets").forEach((transport, set) -> {
            requireNonNull(transport, "transport");
            requireNonNull(set, "set");
        });
        return ofEach(transport -> sets.getOrDefault(transport, PortSet.empty()));
    }

    /**
     * Returns the value with ports of a single transport.
     *
     * @param transport the transport protocol
     * @param set the ports; may be empty
     * @return the ports by transport
     */
    public static PortsByTransport of(TransportProtocol transport, PortSet set) {
        return of(Map.of(requireNonNull(transport, "transport"), requireNonNull(set, "set")));
    }

    /** Returns the value with the ports that a function returns for each transport. */
    static PortsByTransport ofEach(Function<TransportProtocol, PortSet> ports) {
        EnumMap<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            PortSet set = ports.apply(transport);
            if (!set.isEmpty()) {
                sets.put(transport, set);
            }
        }
        return new PortsByTransport(sets);
    }

    /**
     * Parses transports with their ports, separated by semicolons, as {@link #toString()} writes them. Transports are
     * case-insensitive and in any order. The ports follow after a blank, in the form that {@link PortSet#parse(String)}
     * accepts. There may be blanks around a semicolon. A text of blanks only is the empty value.
     *
     * @param text the text, such as {@code "tcp 22,53; udp 53"}
     * @return the ports by transport
     * @throws PortSpecException if a transport is unknown, repeated or has no ports, if a part is not a port number or
     *     an interval, or if nothing comes before or after a comma or a semicolon
     */
    public static PortsByTransport parse(String text) {
        EnumMap<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        if (SpecTokens.isBlank(requireNonNull(text, "text"))) {
            return EMPTY;
        }
        Faults faults = new Faults(text);
        int start = 0;
        while (start <= text.length()) {
            int semicolon = text.indexOf(';', start);
            int end = semicolon < 0 ? text.length() : semicolon;
            parse(text, start, end, sets, faults);
            start = end + 1;
        }
        faults.throwIfAny();
        return new PortsByTransport(sets);
    }

    /**
     * Parses ports by transport as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config convert text by a
     * static method of this name.
     *
     * @param text the text
     * @return the ports by transport
     * @throws PortSpecException if {@code parse} would throw it
     */
    public static PortsByTransport valueOf(String text) {
        return parse(text);
    }

    /** Parses one transport and its ports, from {@code start} to {@code end}, exclusive. */
    private static void parse(String text, int start, int end, Map<TransportProtocol, PortSet> sets, Faults faults) {
        SpecTokens tokens = new SpecTokens(text, start, end, faults);
        if (!tokens.next()) {
            faults.add(() -> new Fault(end, "", "a transport and its ports are missing"));
            return;
        }
        String keyword = text.substring(tokens.start(), tokens.end());
        TransportProtocol transport = TransportProtocol.find(keyword).orElse(null);
        if (transport == null) {
            faults.add(() -> new Fault(tokens.start(), keyword, TransportProtocol.unknown(keyword)));
        }
        int earlier = faults.count();
        PortSet set = PortSet.parse(text, tokens.end(), end, faults);
        if (transport == null) {
            return;
        }
        if (set.isEmpty() && faults.count() == earlier) {
            faults.add(() -> new Fault(tokens.start(), keyword, transport.keyword() + " has no ports"));
        }
        if (sets.put(transport, set) != null) {
            faults.add(() -> new Fault(tokens.start(), keyword, transport.keyword() + " is given twice"));
        }
    }

    /**
     * Returns the ports of one transport.
     *
     * @param transport the transport protocol
     * @return its ports; the empty set if it has none
     */
    public PortSet ports(TransportProtocol transport) {
        return sets.getOrDefault(requireNonNull(transport, "transport"), PortSet.empty());
    }

    /**
     * Returns the transports that have ports, each with its set of ports.
     *
     * @return the sets, none of them empty, in the order tcp, udp, sctp, dccp; unmodifiable
     */
    public Map<TransportProtocol, PortSet> asMap() {
        return Collections.unmodifiableMap(sets);
    }

    /**
     * Returns whether no transport has any ports.
     *
     * @return true if there are no ports
     */
    public boolean isEmpty() {
        return sets.isEmpty();
    }

    /**
     * Returns whether this contains a port over a transport.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return true if this contains it
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public boolean contains(int port, TransportProtocol transport) {
        return ports(transport).contains(port);
    }

    /**
     * Returns whether this contains all ports of another value, each over its transport.
     *
     * @param other the other value
     * @return true if this is equal to the other or a superset of it; every value contains the empty one
     */
    public boolean containsAll(PortsByTransport other) {
        for (TransportProtocol transport : requireNonNull(other, "other").sets.keySet()) {
            if (!ports(transport).containsAll(other.ports(transport))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the ports that are in this or in another value, or in both, transport by transport.
     *
     * @param other the other value
     * @return the union
     */
    public PortsByTransport union(PortsByTransport other) {
        return combined(other, PortSet::union);
    }

    /**
     * Returns the ports that are in both this and another value, transport by transport.
     *
     * @param other the other value
     * @return the intersection
     */
    public PortsByTransport intersection(PortsByTransport other) {
        return combined(other, PortSet::intersection);
    }

    /**
     * Returns the ports that are in this and not in another value, transport by transport. To find the ports that a
     * change of a rule opens, take what it opens after the change and subtract what it opened before.
     *
     * @param other the other value
     * @return the difference
     */
    public PortsByTransport difference(PortsByTransport other) {
        return combined(other, PortSet::difference);
    }

    private PortsByTransport combined(PortsByTransport other, BinaryOperator<PortSet> operation) {
        requireNonNull(other, "other");
        return ofEach(transport -> operation.apply(ports(transport), other.ports(transport)));
    }

    /** The serialized form of ports by transport. */
    private record Serialized(String text) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return parse(text);
            } catch (RuntimeException e) {
                throw (InvalidObjectException) new InvalidObjectException("not ports by transport").initCause(e);
            }
        }
    }

    private Object writeReplace() {
        return new Serialized(toString());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("ports by transport can only be deserialized from their text");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortsByTransport ports && sets.equals(ports.sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }

    /**
     * Returns the transports and their ports, a text that {@link #parse(String)} accepts.
     *
     * @return a text such as {@code "tcp 53,443; udp 53"}, in the order tcp, udp, sctp, dccp; empty if there are no
     *     ports
     */
    @Override
    public String toString() {
        return sets.entrySet().stream()
                .map(entry -> entry.getKey().keyword() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
