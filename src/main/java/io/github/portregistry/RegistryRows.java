package io.github.portregistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a registry with their indexes: the one thing that look-ups, queries, specifications and comparisons ask.
 *
 * <p>Immutable and thread-safe, as the list of rows is.
 */
final class RegistryRows {

    private final List<PortAssignment> iana;
    private final Names ianaNames;
    private final Overlays overlays;

    /** The index of the overlays' rows, or null if there are none. */
    private final @Nullable NameIndex ownNames;

    private final List<PortAssignment> all;
    private final PortIndex ports;
    private final Definitions definitions;

    private RegistryRows(
            List<PortAssignment> iana,
            Names ianaNames,
            Overlays overlays,
            @Nullable NameIndex ownNames,
            List<PortAssignment> all,
            PortIndex ports,
            Definitions definitions) {
        this.iana = iana;
        this.ianaNames = ianaNames;
        this.overlays = overlays;
        this.ownNames = ownNames;
        this.all = all;
        this.ports = ports;
        this.definitions = definitions;
    }

    /** Takes over rows and their indexes, which are not copied. */
    RegistryRows(List<PortAssignment> all, PortIndex ports, Supplier<NameIndex> names) {
        this(all, new Names(names), Overlays.NONE, null, all, ports, Definitions.NONE);
    }

    /** Takes over rows, which are not copied. */
    static RegistryRows of(List<PortAssignment> all) {
        return new RegistryRows(all, PortIndexer.of(all), () -> new NameIndex(all));
    }

    /** An index of names that is made when first asked for, and that registries with other overlays share. */
    private static final class Names {

        private final Supplier<NameIndex> source;

        /** Making it twice does no harm. */
        private @Nullable NameIndex made;

        Names(Supplier<NameIndex> source) {
            this.source = source;
        }

        RowList find(String name) {
            NameIndex index = made;
            if (index == null) {
                made = index = source.get();
            }
            return index.find(name);
        }
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
        Overlays more = overlays.with(added, addedSizes, ianaNames::find);
        List<PortAssignment> both = new JoinedRows(iana, more.rows());
        return new RegistryRows(
                iana,
                ianaNames,
                more,
                new NameIndex(more.rows()),
                both,
                PortIndexer.extend(ports, both, all.size()),
                definitions);
    }

    /** Returns these rows with other definitions. */
    RegistryRows with(Definitions others) {
        return new RegistryRows(iana, ianaNames, overlays, ownNames, all, ports, others);
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
        RowList found = ianaNames.find(serviceName);
        return ownNames == null ? found : RowList.of(found, ownNames.find(serviceName));
    }

    /** Returns those of a name's rows that apply to a transport. */
    List<PortAssignment> findByName(String serviceName, TransportProtocol transport) {
        List<PortAssignment> named = findByName(serviceName);
        PortAssignment[] applying = new PortAssignment[named.size()];
        int size = 0;
        for (PortAssignment row : named) {
            if (row.appliesTo(transport)) {
                applying[size++] = row;
            }
        }
        return size == applying.length ? named : RowList.of(Arrays.copyOf(applying, size));
    }

    /**
     * Returns the only row of a port and transport that is neither stated to be an alias nor shadowed, if there is one;
     * where an overlay has the port, only its rows count.
     */
    Optional<PortAssignment> findCanonical(int port, TransportProtocol transport) {
        PortAssignment canonical = null;
        int candidates = 0;
        boolean isOwn = false;
        for (PortAssignment row : ports.assigned(port, transport)) {
            if (row.aliasOf() == null && !isShadowed(row)) {
                if (isSiteLocal(row) && !isOwn) {
                    isOwn = true;
                    candidates = 0;
                }
                if (isSiteLocal(row) == isOwn) {
                    canonical = row;
                    candidates++;
                }
            }
        }
        return candidates == 1 ? Optional.of(Objects.requireNonNull(canonical)) : Optional.empty();
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
        List<PortInterval> intervals = new ArrayList<>();
        for (PortAssignment row : findByName(serviceName)) {
            PortInterval interval = row.ports();
            if (interval != null && row.appliesTo(transport) && !isShadowed(row)) {
                intervals.add(interval);
            }
        }
        return PortSet.of(intervals);
    }
}
