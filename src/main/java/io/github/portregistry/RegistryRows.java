package io.github.portregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a registry with their indexes: the one thing that look-ups, queries, specifications and comparisons ask.
 *
 * <p>Immutable and thread-safe, as the list of rows is.
 */
final class RegistryRows {

    private final List<PortAssignment> all;
    private final PortIndex ports;
    private final Overlays overlays;
    private final Definitions definitions;

    /** Made when first asked for; making it twice does no harm. */
    private @Nullable NameIndex names;

    private RegistryRows(List<PortAssignment> all, PortIndex ports, Overlays overlays, Definitions definitions) {
        this.all = all;
        this.ports = ports;
        this.overlays = overlays;
        this.definitions = definitions;
    }

    /** Takes over rows and their index, which are not copied. */
    RegistryRows(List<PortAssignment> all, PortIndex ports) {
        this(all, ports, Overlays.NONE, Definitions.NONE);
    }

    /** Takes over rows, which are not copied. */
    static RegistryRows of(List<PortAssignment> all) {
        return new RegistryRows(all, new PortIndex(all));
    }

    /** Returns these rows, then those of one more overlay, which takes the names that it has. */
    RegistryRows with(List<PortAssignment> overlay) {
        return with(overlay, List.of(overlay.size()));
    }

    /** Returns these rows, then those of some more overlays. */
    RegistryRows with(List<PortAssignment> added, List<Integer> addedSizes) {
        if (added.isEmpty()) {
            return this;
        }
        List<PortAssignment> both = new ArrayList<>(all);
        both.addAll(added);
        List<Integer> sizes = new ArrayList<>(overlays.sizes());
        sizes.addAll(addedSizes);
        return new RegistryRows(
                Collections.unmodifiableList(both), new PortIndex(both), Overlays.of(both, sizes), definitions);
    }

    /** Returns these rows with other definitions. */
    RegistryRows with(Definitions others) {
        return new RegistryRows(all, ports, overlays, others);
    }

    List<PortAssignment> all() {
        return all;
    }

    PortIndex ports() {
        return ports;
    }

    Overlays overlays() {
        return overlays;
    }

    Definitions definitions() {
        return definitions;
    }

    /** Returns the rows of a name in any letter case, file order, unmodifiable, empty if there is none. */
    List<PortAssignment> findByName(String serviceName) {
        NameIndex index = names;
        if (index == null) {
            names = index = new NameIndex(all);
        }
        return index.find(serviceName);
    }

    /**
     * Returns the only row of a port and transport that is neither stated to be an alias nor shadowed, if there is one;
     * where an overlay has the port, only its rows count.
     */
    Optional<PortAssignment> findCanonical(int port, TransportProtocol transport) {
        List<PortAssignment> left = ports.assigned(port, transport).stream()
                .filter(row -> row.aliasOf() == null && !isShadowed(row))
                .toList();
        List<PortAssignment> siteLocal = left.stream().filter(this::isSiteLocal).toList();
        if (!siteLocal.isEmpty()) {
            left = siteLocal;
        }
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** Returns the rows of all overlays. */
    List<PortAssignment> overlay() {
        List<PortAssignment> own = all.subList(all.size() - Overlays.sum(overlays.sizes()), all.size());
        return RowList.of(own.toArray(PortAssignment[]::new));
    }

    /** Returns whether a row is from an overlay. */
    boolean isSiteLocal(PortAssignment row) {
        return overlays.siteLocal().contains(row);
    }

    /** Returns whether a later overlay has taken the name of a row, which no longer means it. */
    boolean isShadowed(PortAssignment row) {
        return overlays.shadowed().contains(row);
    }

    /** Returns the rows by which a name means ports of a transport: not the shadowed ones. */
    Stream<PortAssignment> named(TransportProtocol transport) {
        return all.stream()
                .filter(row -> !row.serviceName().isEmpty()
                        && row.ports() != null
                        && row.appliesTo(transport)
                        && !isShadowed(row));
    }

    /** Returns the rows of the same ports and transport that are stated to be aliases of one. */
    List<PortAssignment> findAliases(PortAssignment assignment) {
        PortInterval interval = assignment.ports();
        if (interval == null) {
            return RowList.of();
        }
        return ports.assigned(interval.first()).stream()
                .filter(row -> interval.equals(row.ports()) && row.transport() == assignment.transport())
                .filter(row -> isAliasOf(assignment.serviceName(), row))
                .toList();
    }

    private static boolean isAliasOf(String serviceName, PortAssignment row) {
        String target = row.aliasOf();
        return target != null && ServiceNames.isSame(serviceName, target);
    }

    /** Returns the ports that have a state, by transport. */
    PortsByTransport ports(AssignmentStatus status) {
        return PortsByTransport.ofEach(transport -> ports.ports(status, transport));
    }

    /** Returns the ports that a name means over any transport. */
    PortsByTransport portsOf(String serviceName) {
        return PortsByTransport.ofEach(transport -> portsOf(serviceName, transport));
    }

    /** Returns the ports that a name means over a transport. */
    PortSet portsOf(String serviceName, TransportProtocol transport) {
        return findByName(serviceName).stream()
                .filter(row -> row.appliesTo(transport) && !isShadowed(row))
                .flatMap(row -> Stream.ofNullable(row.ports()))
                .collect(PortSet.collector());
    }
}
