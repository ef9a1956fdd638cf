package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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
 */
public final class RegistryDiff {

    private final List<PortAssignment> added;
    private final List<PortAssignment> removed;
    private final List<AssignmentChange> changed;
    private final PortsByTransport newlyAssigned;
    private final PortsByTransport newlyReserved;
    private final PortsByTransport freed;

    RegistryDiff(
            List<PortAssignment> added,
            List<PortAssignment> removed,
            List<AssignmentChange> changed,
            PortsByTransport newlyAssigned,
            PortsByTransport newlyReserved,
            PortsByTransport freed) {
        this.added = List.copyOf(added);
        this.removed = List.copyOf(removed);
        this.changed = List.copyOf(changed);
        this.newlyAssigned = newlyAssigned;
        this.newlyReserved = newlyReserved;
        this.freed = freed;
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
        RegistryComparison rows = new RegistryComparison(
                requireNonNull(before, "before").rows(),
                requireNonNull(after, "after").rows());
        return new RegistryDiff(
                rows.added(),
                rows.removed(),
                rows.changed(),
                rows.gained(ASSIGNED),
                rows.gained(RESERVED),
                rows.lost(ASSIGNED, RESERVED));
    }

    /**
     * Returns the assignments that only the later edition has.
     *
     * @return the rows, in the later edition's order, unmodifiable
     */
    public List<PortAssignment> added() {
        return added;
    }

    /**
     * Returns the assignments that only the earlier edition has.
     *
     * @return the rows, in the earlier edition's order, unmodifiable
     */
    public List<PortAssignment> removed() {
        return removed;
    }

    /**
     * Returns the assignments that differ in some columns, renamed services among them.
     *
     * @return the changes, in the earlier edition's order, unmodifiable
     */
    public List<AssignmentChange> changed() {
        return changed;
    }

    /**
     * Returns the ports that are assigned in the later edition and were not in the earlier.
     *
     * @return the ports by transport
     */
    public PortsByTransport newlyAssigned() {
        return newlyAssigned;
    }

    /**
     * Returns the ports that are reserved in the later edition and were not in the earlier.
     *
     * @return the ports by transport
     */
    public PortsByTransport newlyReserved() {
        return newlyReserved;
    }

    /**
     * Returns the ports that were assigned or reserved in the earlier edition, and are neither in the later.
     *
     * @return the ports by transport
     */
    public PortsByTransport freed() {
        return freed;
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
    public List<AssignmentChange> renamed() {
        return changed.stream().filter(AssignmentChange::isRename).toList();
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
        Set<String> folded = requireNonNull(serviceNames, "serviceNames").stream()
                .map(name -> ServiceNames.folded(requireNonNull(name, "serviceName")))
                .collect(Collectors.toSet());
        Predicate<PortAssignment> isNamed = row -> folded.contains(ServiceNames.folded(row.serviceName()));
        // A row that only changed leaves the state of its ports as it was.
        return part(
                isNamed,
                ports(Stream.concat(added.stream(), removed.stream())
                        .filter(isNamed)
                        .toList()));
    }

    private RegistryDiff part(Predicate<PortAssignment> condition, PortsByTransport limit) {
        return new RegistryDiff(
                added.stream().filter(condition).toList(),
                removed.stream().filter(condition).toList(),
                changed.stream()
                        .filter(change -> condition.test(change.before()) || condition.test(change.after()))
                        .toList(),
                newlyAssigned.intersection(limit),
                newlyReserved.intersection(limit),
                freed.intersection(limit));
    }

    private static boolean touches(PortAssignment row, PortsByTransport ports) {
        PortInterval interval = row.ports();
        if (interval == null) {
            return false;
        }
        PortSet own = PortSet.of(interval);
        return ports.asMap().entrySet().stream()
                .anyMatch(entry ->
                        row.appliesTo(entry.getKey()) && entry.getValue().intersects(own));
    }

    /** Returns the ports of some rows; a row without a transport has its ports over each. */
    private static PortsByTransport ports(List<PortAssignment> rows) {
        return PortsByTransport.ofEach(transport -> rows.stream()
                .filter(row -> row.appliesTo(transport))
                .flatMap(row -> Stream.ofNullable(row.ports()))
                .collect(PortSet.collector()));
    }

    private List<Object> parts() {
        return List.of(added, removed, changed, newlyAssigned, newlyReserved, freed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryDiff diff && parts().equals(diff.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
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
