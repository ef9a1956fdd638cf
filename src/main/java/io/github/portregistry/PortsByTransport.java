package io.github.portregistry;

import static java.util.Objects.requireNonNull;

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
 * Ports of each transport: what a specification means, since a service name stands for ports <em>and</em> transports.
 *
 * <p>Immutable and thread-safe. A transport without ports is the same as an absent one.
 *
 * <p>This is text to a mapper, as {@link #toString()} writes it and {@link #valueOf(String)} reads it: Spring, JAX-RS and
 * Jackson find the latter by themselves, and Jackson has to be told to write so. Gson and Kryo have to be told both:
 * without an adapter they fill in private fields, past all checks.
 *
 * <pre>{@code
 * PortsByTransport before = PortsByTransport.parse("tcp 22,443");
 * PortsByTransport after = registry.resolve("domain/tcp, domain/udp, https/tcp");      // tcp 53,443; udp 53
 * after.ports(TCP);                                                                    // 53,443
 * after.difference(before);                                                            // tcp 53; udp 53: what the change opens
 * before.difference(after);                                                            // tcp 22: what it closes
 * }</pre>
 */
public final class PortsByTransport implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final PortsByTransport EMPTY = new PortsByTransport(new EnumMap<>(TransportProtocol.class));

    /** Without empty sets. */
    private final EnumMap<TransportProtocol, PortSet> sets;

    private PortsByTransport(EnumMap<TransportProtocol, PortSet> sets) {
        this.sets = sets;
    }

    /**
     * Returns the ports of no transport.
     *
     * @return the empty value
     */
    public static PortsByTransport empty() {
        return EMPTY;
    }

    /**
     * Returns the ports of some transports.
     *
     * @param sets ports by transport; empty sets are dropped
     * @return the same as a value
     */
    public static PortsByTransport of(Map<TransportProtocol, PortSet> sets) {
        EnumMap<TransportProtocol, PortSet> kept = new EnumMap<>(TransportProtocol.class);
        requireNonNull(sets, "sets").forEach((transport, set) -> {
            requireNonNull(transport, "transport");
            if (!requireNonNull(set, "set").isEmpty()) {
                kept.put(transport, set);
            }
        });
        return new PortsByTransport(kept);
    }

    /**
     * Returns the ports of a single transport.
     *
     * @param transport transport protocol
     * @param set its ports; may be empty
     * @return the same as a value
     */
    public static PortsByTransport of(TransportProtocol transport, PortSet set) {
        return of(Map.of(requireNonNull(transport, "transport"), requireNonNull(set, "set")));
    }

    /** Returns what a function gives for each transport. */
    static PortsByTransport ofEach(Function<TransportProtocol, PortSet> ports) {
        EnumMap<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            sets.put(transport, ports.apply(transport));
        }
        return of(sets);
    }

    /**
     * Reads what {@link #toString()} writes: transports, each with its ports after a blank, and semicolons between
     * them. The transports stand in any order and letter case, and the ports as {@link PortSet#parse(String)} takes
     * them. There may be blanks around a semicolon. A text of nothing but blanks is the empty value.
     *
     * @param text such as {@code "tcp 22,53; udp 53"}
     * @return the ports by transport
     * @throws PortSpecException if a transport is unknown, stands twice or has no ports, if something is not a port
     *     number or an interval, or if nothing stands before or after a comma or a semicolon
     */
    public static PortsByTransport parse(String text) {
        EnumMap<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        if (!new SpecTokens(requireNonNull(text, "text"), 0, text.length()).next()) {
            return EMPTY;
        }
        int start = 0;
        while (start <= text.length()) {
            int semicolon = text.indexOf(';', start);
            int end = semicolon < 0 ? text.length() : semicolon;
            parse(text, start, end, sets);
            start = end + 1;
        }
        return new PortsByTransport(sets);
    }

    /**
     * Reads ports by transport as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config make a value of a
     * text by a static method of this name.
     *
     * @param text the text
     * @return the ports by transport
     * @throws PortSpecException if {@code parse} would throw it
     */
    public static PortsByTransport valueOf(String text) {
        return parse(text);
    }

    /** Reads one transport and its ports, from {@code start} to {@code end}, exclusive. */
    private static void parse(String text, int start, int end, Map<TransportProtocol, PortSet> sets) {
        SpecTokens tokens = new SpecTokens(text, start, end);
        if (!tokens.next()) {
            throw new PortSpecException(text, end, "a transport and its ports are missing");
        }
        String keyword = text.substring(tokens.start(), tokens.end());
        TransportProtocol transport = TransportProtocol.find(keyword);
        if (transport == null) {
            throw new PortSpecException(text, tokens.start(), TransportProtocol.unknown(keyword));
        }
        PortSet set = PortSet.parse(text, tokens.end(), end);
        if (set.isEmpty()) {
            throw new PortSpecException(text, tokens.start(), transport.keyword() + " has no ports");
        }
        if (sets.put(transport, set) != null) {
            throw new PortSpecException(text, tokens.start(), transport.keyword() + " stands twice");
        }
    }

    /**
     * Returns the ports of one transport.
     *
     * @param transport transport protocol
     * @return its ports, the empty set if it has none
     */
    public PortSet ports(TransportProtocol transport) {
        return sets.getOrDefault(requireNonNull(transport, "transport"), PortSet.empty());
    }

    /**
     * Returns the transports that have ports, each with its set.
     *
     * @return the sets, none of them empty, in the order tcp, udp, sctp, dccp; unmodifiable
     */
    public Map<TransportProtocol, PortSet> asMap() {
        return Collections.unmodifiableMap(sets);
    }

    /**
     * Returns whether no transport has a port.
     *
     * @return true if there is nothing here
     */
    public boolean isEmpty() {
        return sets.isEmpty();
    }

    /**
     * Returns whether a port of a transport is here.
     *
     * @param port port number, 0 to 65535
     * @param transport transport protocol
     * @return true if it is
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public boolean contains(int port, TransportProtocol transport) {
        return ports(transport).contains(port);
    }

    /**
     * Returns whether all ports of another value are here, each over its transport.
     *
     * @param other the value to look for
     * @return true if this is a superset of it, or equal to it; every value contains the empty one
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
     * Returns the ports that are here or in another value, transport by transport.
     *
     * @param other the other value
     * @return the union
     */
    public PortsByTransport union(PortsByTransport other) {
        return combined(other, PortSet::union);
    }

    /**
     * Returns the ports that are both here and in another value, transport by transport.
     *
     * @param other the other value
     * @return the intersection
     */
    public PortsByTransport intersection(PortsByTransport other) {
        return combined(other, PortSet::intersection);
    }

    /**
     * Returns the ports that are here and not in another value, transport by transport. If this is what a rule opens
     * after a change, and the other what it opened before, these are the ports that the change opens.
     *
     * @param other the other value
     * @return the difference
     */
    public PortsByTransport difference(PortsByTransport other) {
        return combined(other, PortSet::difference);
    }

    private PortsByTransport combined(PortsByTransport other, BinaryOperator<PortSet> operation) {
        requireNonNull(other, "other");
        EnumMap<TransportProtocol, PortSet> result = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            result.put(transport, operation.apply(ports(transport), other.ports(transport)));
        }
        return of(result);
    }

    /** The form in which this goes over the wire. */
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
        throw new InvalidObjectException("ports by transport are read from their text");
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
     * Returns the transports and their ports, as {@link #parse(String)} reads them.
     *
     * @return such as {@code "tcp 53,443; udp 53"}, in the order tcp, udp, sctp, dccp; the empty text if there are none
     */
    @Override
    public String toString() {
        return sets.entrySet().stream()
                .map(entry -> entry.getKey().keyword() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
