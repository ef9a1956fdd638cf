package io.github.portregistry;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a registry with their indexes, on which look-ups, queries, specifications and comparisons are based.
 *
 * <p>This class is immutable and thread-safe, provided that the list of rows is.
 */
final class RegistryRows {

    private final Edition edition;
    private final List<PortAssignment> iana;
    private final Names ianaNames;
    private final Overlays overlays;

    /** The index of the overlays' rows, or null if there are none. */
    private final @Nullable RowsByName ownNames;

    private final List<PortAssignment> all;
    private final RowsByPort ports;
    private final Definitions definitions;

    private RegistryRows(
            Edition edition,
            List<PortAssignment> iana,
            Names ianaNames,
            Overlays overlays,
            @Nullable RowsByName ownNames,
            List<PortAssignment> all,
            RowsByPort ports,
            Definitions definitions) {
        this.edition = edition;
        this.iana = iana;
        this.ianaNames = ianaNames;
        this.overlays = overlays;
        this.ownNames = ownNames;
        this.all = all;
        this.ports = ports;
        this.definitions = definitions;
    }

    /** Creates an instance from rows and their indexes, which are not copied. */
    RegistryRows(Edition edition, List<PortAssignment> all, RowsByPort ports, Names names) {
        this(edition, all, names, Overlays.NONE, null, all, ports, Definitions.NONE);
    }

    /** Returns an instance of rows, which are not copied. */
    static RegistryRows of(Edition edition, List<PortAssignment> all) {
        return new RegistryRows(edition, all, RowsByPortBuilder.of(all), new Names() {
            @Override
            RowsByName index() {
                return new RowsByName(all);
            }
        });
    }

    /**
     * An index of names that is made when a name is first looked up. It is shared by registries that differ only in
     * their overlays. A race is harmless: it only makes the index twice.
     */
    abstract static class Names {

        private @Nullable RowsByName made;

        abstract RowsByName index();

        final RowList find(String name) {
            RowsByName index = made;
            if (index == null) {
                made = index = index();
            }
            return index.find(name);
        }
    }

    /** The rows of one list followed by those of another. A copy would unpack all rows of a snapshot. */
    private static final class Joined extends AbstractList<PortAssignment> implements RandomAccess {

        private final List<PortAssignment> first;
        private final List<PortAssignment> second;

        Joined(List<PortAssignment> first, List<PortAssignment> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int size() {
            return first.size() + second.size();
        }

        @Override
        public PortAssignment get(int index) {
            int behind = Objects.checkIndex(index, size()) - first.size();
            return behind < 0 ? first.get(index) : second.get(behind);
        }
    }

    /** Returns these rows followed by those of another overlay, which shadows the names that it has. */
    RegistryRows with(List<PortAssignment> overlay) {
        if (overlay.isEmpty()) {
            return this;
        }
        Overlays more = overlays.with(overlay, this::findByName);
        List<PortAssignment> both = new Joined(iana, more.rows());
        return new RegistryRows(
                edition,
                iana,
                ianaNames,
                more,
                new RowsByName(more.rows()),
                both,
                RowsByPortBuilder.extend(ports, both, all.size()),
                definitions);
    }

    /** Returns these rows with other definitions. */
    RegistryRows with(Definitions others) {
        return new RegistryRows(edition, iana, ianaNames, overlays, ownNames, all, ports, others);
    }

    Edition edition() {
        return edition;
    }

    List<PortAssignment> all() {
        return all;
    }

    /** Returns the rows without those of overlays. */
    List<PortAssignment> iana() {
        return iana;
    }

    /** Returns whether other rows, overlays and definitions are equal to these. */
    boolean isEqualTo(RegistryRows other) {
        return iana.equals(other.iana)
                && overlays.equals(other.overlays)
                && definitions.asMap().equals(other.definitions.asMap());
    }

    RowsByPort ports() {
        return ports;
    }

    Overlays overlays() {
        return overlays;
    }

    Definitions definitions() {
        return definitions;
    }

    /** Returns the rows of a name, ignoring case, in file order; unmodifiable, empty if there are none. */
    List<PortAssignment> findByName(String serviceName) {
        RowList found = ianaNames.find(serviceName);
        return ownNames == null ? found : RowList.of(found, ownNames.find(serviceName));
    }

    /** Returns the rows of a name that apply to a transport. */
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
     * Returns the only row of a port and transport that is neither shadowed nor an alias according to its notes, if
     * there is one. If an overlay has the port, only its rows count.
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

    /** Returns whether a row is shadowed: a later overlay has its name, so the name no longer means this row. */
    boolean isShadowed(PortAssignment row) {
        return overlays.shadowed().contains(row);
    }

    /** Returns the rows of the same ports and transport whose notes say that they are aliases of an assignment. */
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

    /** Returns the ports that have one of some states, by transport. */
    PortsByTransport ports(AssignmentStatus... statuses) {
        Set<AssignmentStatus> wanted = EnumSet.copyOf(List.of(statuses));
        return PortsByTransport.ofEach(transport -> ports.ports(wanted, transport));
    }

    /** Returns the ports that a name means over any transport. */
    PortsByTransport portsOf(String serviceName) {
        return PortsByTransport.ofEach(transport -> portsOf(serviceName, transport));
    }

    /** Returns the ports that a name means over a transport. */
    PortSet portsOf(String serviceName, TransportProtocol transport) {
        List<PortInterval> intervals = new ArrayList<>();
        for (PortAssignment row : findByName(serviceName)) {
            if (isMeant(row, transport)) {
                intervals.add(row.ports());
            }
        }
        return PortSet.of(intervals);
    }

    /** Returns whether a name means the ports of a row: whether the row has some of the transport, and is not shadowed. */
    boolean isMeant(PortAssignment row, TransportProtocol transport) {
        return row.ports() != null && row.appliesTo(transport) && !isShadowed(row);
    }
}
