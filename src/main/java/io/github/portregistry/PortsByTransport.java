package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ports of each transport: what a specification means, for a service name is ports <em>and</em> transports.
 *
 * <p>Immutable and thread-safe. A transport without ports is as one that is absent.
 *
 * <pre>{@code
 * PortsByTransport ports = registry.resolve("domain, https/tcp");      // tcp 53,443; udp 53
 * ports.ports(TCP);                                                    // 53,443
 * ports.asMap();                                                       // {TCP=53,443, UDP=53}
 * }</pre>
 */
public final class PortsByTransport implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final PortsByTransport EMPTY = new PortsByTransport(new EnumMap<>(TransportProtocol.class));

    /** Without empty sets. */
    private final transient Map<TransportProtocol, PortSet> sets;

    private PortsByTransport(EnumMap<TransportProtocol, PortSet> sets) {
        this.sets = Collections.unmodifiableMap(sets);
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
        return sets;
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
     * Returns the ports that are here or in another value, transport by transport.
     *
     * @param other the other value
     * @return the union
     */
    public PortsByTransport union(PortsByTransport other) {
        EnumMap<TransportProtocol, PortSet> union = new EnumMap<>(TransportProtocol.class);
        union.putAll(sets);
        requireNonNull(other, "other").sets.forEach((transport, set) -> union.merge(transport, set, PortSet::union));
        return new PortsByTransport(union);
    }

    /** The form in which this goes over the wire. */
    private record Serialized(EnumMap<TransportProtocol, PortSet> sets) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return of(sets);
            } catch (RuntimeException e) {
                throw (InvalidObjectException) new InvalidObjectException("not sets of ports").initCause(e);
            }
        }
    }

    private Object writeReplace() {
        EnumMap<TransportProtocol, PortSet> copy = new EnumMap<>(TransportProtocol.class);
        copy.putAll(sets);
        return new Serialized(copy);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("ports by transport are read from their sets");
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
     * Returns the transports and their ports.
     *
     * @return such as {@code "tcp 53,443; udp 53"}; the empty text if there are none
     */
    @Override
    public String toString() {
        return sets.entrySet().stream()
                .map(entry -> entry.getKey().keyword() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
