package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an update of the registry changes.
 *
 * <p>Assigned rows are compared one by one: two rows of the same name, ports and transport are the same assignment. What
 * is reserved or unassigned is compared as sets of ports, so that the shifted ends of unassigned blocks do not show; an
 * unassigned port that becomes unlisted, or the reverse, was free and is so. Which rows are from overlays is not
 * compared.
 *
 * <p>Immutable and thread-safe. What was removed or changed stands in the file order of the earlier edition, what was
 * added in that of the later one.
 *
 * <pre>{@code
 * RegistryDiff diff = RegistryDiff.between(yesterday, today);  // 0 added, 0 removed, 1 changed (1 renamed)
 * diff.renamed();                                              // [readmail 109/tcp: Service Name "readmail" to "pop2"]
 * diff.affecting(List.of("imap", "smtp")).isEmpty();           // true: neither changes
 * }</pre>
 *
 * @param added assignments that only the later edition has
 * @param removed assignments that only the earlier edition has
 * @param changed assignments that differ in some columns, renamed services among them
 * @param newlyAssigned ports that are assigned now and were not
 * @param newlyReserved ports that are reserved now and were not
 * @param freed ports that were assigned or reserved, and are neither now
 */
public record RegistryDiff(
        List<PortAssignment> added,
        List<PortAssignment> removed,
        List<Change> changed,
        PortsByTransport newlyAssigned,
        PortsByTransport newlyReserved,
        PortsByTransport freed) {

    /**
     * An assignment before and after.
     *
     * @param before the row of the earlier edition
     * @param after the row of the later edition
     */
    public record Change(PortAssignment before, PortAssignment after) {

        /**
         * Checks that there are two rows.
         *
         * @param before the row of the earlier edition
         * @param after the row of the later edition
         */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /**
         * Returns the columns that differ.
         *
         * @return the columns, in the order of the file, unmodifiable
         */
        public Set<IanaColumn> columns() {
            EnumSet<IanaColumn> columns = EnumSet.noneOf(IanaColumn.class);
            for (IanaColumn column : IanaColumn.values()) {
                if (!column.text(before).equals(column.text(after))) {
                    columns.add(column);
                }
            }
            return Collections.unmodifiableSet(columns);
        }

        /**
         * Returns whether the service got another name.
         *
         * @return true if the names differ
         */
        public boolean isRename() {
            return !before.serviceName().equals(after.serviceName());
        }

        /**
         * Returns what changed, in one line.
         *
         * @return the assignment before, and each column with its field before and after
         */
        @Override
        public String toString() {
            return before + ": "
                    + columns().stream()
                            .map(column -> column.header() + " \"" + column.text(before) + "\" to \""
                                    + column.text(after) + "\"")
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * Copies the lists.
     *
     * @param added added assignments
     * @param removed removed assignments
     * @param changed changed assignments
     * @param newlyAssigned newly assigned ports
     * @param newlyReserved newly reserved ports
     * @param freed freed ports
     */
    public RegistryDiff {
        added = List.copyOf(requireNonNull(added, "added"));
        removed = List.copyOf(requireNonNull(removed, "removed"));
        changed = List.copyOf(requireNonNull(changed, "changed"));
        requireNonNull(newlyAssigned, "newlyAssigned");
        requireNonNull(newlyReserved, "newlyReserved");
        requireNonNull(freed, "freed");
    }

    /**
     * Compares two registries. Of the assigned rows that only one of them has, two of the same name, ports and transport
     * are one changed assignment; then two of the same ports, transport and description, or else assignee, are a service
     * that got another name.
     *
     * @param before the earlier edition
     * @param after the later edition
     * @return what the later one changes, empty if they have the same assigned rows and reserved ports
     */
    public static RegistryDiff between(PortRegistry before, PortRegistry after) {
        List<PortAssignment> assignedBefore = assigned(requireNonNull(before, "before"));
        List<PortAssignment> assignedAfter = assigned(requireNonNull(after, "after"));
        List<PortAssignment> removed = subtract(assignedBefore, assignedAfter);
        List<PortAssignment> added = subtract(assignedAfter, assignedBefore);
        List<Change> changed = new ArrayList<>();
        for (Function<PortAssignment, List<Object>> key : SAME_ASSIGNMENT) {
            List<Change> pairs = pairs(removed, added, key);
            removed = subtract(removed, pairs.stream().map(Change::before).toList());
            added = subtract(added, pairs.stream().map(Change::after).toList());
            changed.addAll(pairs);
        }
        Map<PortAssignment, Integer> positions = new HashMap<>();
        assignedBefore.forEach(row -> positions.putIfAbsent(row, positions.size()));
        changed.sort(Comparator.comparing(change -> positions.getOrDefault(change.before(), 0)));
        return new RegistryDiff(
                added,
                removed,
                changed,
                ports(transport -> ports(after, transport, ASSIGNED).difference(ports(before, transport, ASSIGNED))),
                ports(transport -> ports(after, transport, RESERVED).difference(ports(before, transport, RESERVED))),
                ports(transport -> ports(before, transport, ASSIGNED, RESERVED)
                        .difference(ports(after, transport, ASSIGNED, RESERVED))));
    }

    /** What makes two rows the same assignment, the strongest reason first; an empty list is no reason. */
    private static final List<Function<PortAssignment, List<Object>>> SAME_ASSIGNMENT = List.of(
            row -> List.of(row.serviceName(), IanaColumn.PORT_NUMBER.text(row), transport(row)),
            row -> onItsPorts(row, row.description()),
            row -> onItsPorts(row, row.assignee()));

    private static List<Object> onItsPorts(PortAssignment row, String text) {
        PortInterval ports = row.ports();
        return ports == null || text.isBlank() ? List.of() : List.of(ports, transport(row), text);
    }

    private static String transport(PortAssignment row) {
        return IanaColumn.TRANSPORT_PROTOCOL.text(row);
    }

    private static List<PortAssignment> assigned(PortRegistry registry) {
        return registry.query().status(ASSIGNED).list();
    }

    /** Returns the rows of one list that are left when each row of another has taken away one that is equal to it. */
    private static List<PortAssignment> subtract(List<PortAssignment> rows, List<PortAssignment> taken) {
        Map<PortAssignment, Integer> counts = new HashMap<>();
        taken.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<PortAssignment> left = new ArrayList<>();
        for (PortAssignment row : rows) {
            if (counts.getOrDefault(row, 0) > 0) {
                counts.merge(row, -1, Integer::sum);
            } else {
                left.add(row);
            }
        }
        return left;
    }

    /** Pairs rows of the same key in their order, each at most once. */
    private static List<Change> pairs(
            List<PortAssignment> removed, List<PortAssignment> added, Function<PortAssignment, List<Object>> key) {
        Map<List<Object>, Deque<PortAssignment>> candidates = new HashMap<>();
        added.forEach(row -> candidates
                .computeIfAbsent(key.apply(row), any -> new ArrayDeque<>())
                .add(row));
        candidates.remove(List.of());
        List<Change> pairs = new ArrayList<>();
        for (PortAssignment row : removed) {
            PortAssignment other =
                    candidates.getOrDefault(key.apply(row), new ArrayDeque<>()).poll();
            if (other != null) {
                pairs.add(new Change(row, other));
            }
        }
        return pairs;
    }

    private static PortSet ports(PortRegistry registry, TransportProtocol transport, AssignmentStatus... statuses) {
        PortSet ports = PortSet.empty();
        for (AssignmentStatus status : statuses) {
            ports = ports.union(registry.ports(status, transport));
        }
        return ports;
    }

    private static PortsByTransport ports(Function<TransportProtocol, PortSet> ports) {
        Map<TransportProtocol, PortSet> sets = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            sets.put(transport, ports.apply(transport));
        }
        return PortsByTransport.of(sets);
    }

    /**
     * Returns whether nothing changed.
     *
     * @return true if there is nothing in any part
     */
    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && newlyAssigned.isEmpty()
                && newlyReserved.isEmpty()
                && freed.isEmpty();
    }

    /**
     * Returns the changes of a service's name.
     *
     * @return those of {@link #changed()} that are renames, in its order, unmodifiable
     */
    public List<Change> renamed() {
        return changed.stream().filter(Change::isRename).toList();
    }

    /**
     * Returns the part of this that touches given ports, such as those that a rule opens. A rule that names services
     * should ask by their names: ports and transports that a service was given by the update are not among its ports of
     * before.
     *
     * @param ports ports by transport
     * @return the rows of which one side has one of these ports, and the port sets reduced to them
     */
    public RegistryDiff affecting(PortsByTransport ports) {
        requireNonNull(ports, "ports");
        return part(row -> touches(row, ports), ports);
    }

    /**
     * Returns the part of this that touches given service names. A name that neither edition has touches nothing, and is
     * no error here: {@link PortRegistry#findByName(String)} tells whether the earlier one has it.
     *
     * @param serviceNames service names in any letter case
     * @return the rows of which one side has one of these names, and the port sets reduced to the ports of these rows
     */
    public RegistryDiff affecting(Collection<String> serviceNames) {
        List<String> names = List.copyOf(requireNonNull(serviceNames, "serviceNames"));
        Predicate<PortAssignment> isNamed =
                row -> names.stream().anyMatch(name -> NameIndex.isSame(name, row.serviceName()));
        // A row that only changed leaves the state of its ports as it was.
        return part(
                isNamed,
                ports(transport -> Stream.concat(added.stream(), removed.stream())
                        .filter(isNamed)
                        .filter(row -> row.appliesTo(transport))
                        .flatMap(row -> Stream.ofNullable(row.ports()))
                        .collect(PortSet.collector())));
    }

    private RegistryDiff part(Predicate<PortAssignment> condition, PortsByTransport limit) {
        return new RegistryDiff(
                added.stream().filter(condition).toList(),
                removed.stream().filter(condition).toList(),
                changed.stream()
                        .filter(change -> condition.test(change.before) || condition.test(change.after))
                        .toList(),
                ports(transport -> newlyAssigned.ports(transport).intersection(limit.ports(transport))),
                ports(transport -> newlyReserved.ports(transport).intersection(limit.ports(transport))),
                ports(transport -> freed.ports(transport).intersection(limit.ports(transport))));
    }

    private static boolean touches(PortAssignment row, PortsByTransport ports) {
        PortInterval own = row.ports();
        return own != null
                && ports.asMap().entrySet().stream()
                        .anyMatch(entry -> row.appliesTo(entry.getKey())
                                && !entry.getValue()
                                        .intersection(PortSet.of(own))
                                        .isEmpty());
    }

    /**
     * Returns how much changed, in one line.
     *
     * @return the numbers of rows, and the port sets that are not empty
     */
    @Override
    public String toString() {
        return added.size() + " added, " + removed.size() + " removed, " + changed.size() + " changed ("
                + renamed().size() + " renamed)"
                + (newlyAssigned.isEmpty() ? "" : ", newly assigned: " + newlyAssigned)
                + (newlyReserved.isEmpty() ? "" : ", newly reserved: " + newlyReserved)
                + (freed.isEmpty() ? "" : ", freed: " + freed);
    }
}
