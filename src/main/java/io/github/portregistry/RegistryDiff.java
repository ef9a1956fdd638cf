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
 * The differences between two editions of the registry.
 *
 * <p>Assigned rows are compared one by one: rows with the same name, ports and transport are the same assignment.
 * Reserved and unassigned rows are compared as sets of ports, so it makes no difference if an unassigned block gets
 * other ends. Nor does it if an unassigned port becomes unlisted or the reverse, since it is free before and after.
 * Whether a row is from an overlay is not compared.
 *
 * <p>This class is immutable and thread-safe. Removed and changed rows are in the file order of the earlier edition,
 * added rows in that of the later one.
 *
 * <pre>{@code
 * RegistryDiff diff = RegistryDiff.between(yesterday, today);  // 0 added, 0 removed, 1 changed (1 renamed)
 * diff.renamed();                                              // [readmail 109/tcp: Service Name "readmail" to "pop2"]
 * diff.affecting(List.of("imap", "smtp")).isEmpty();           // true: neither changes
 * }</pre>
 */
@CheckReturnValue
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
     * Compares two registries. Assigned rows that only one registry has are paired: those with the same name, ports and
     * transport are a changed assignment; then those with the same ports, transport and description, or else assignee,
     * are a renamed service.
     *
     * @param before the earlier edition
     * @param after the later edition
     * @return the differences, empty if both have the same assigned rows and reserved ports
     */
    public static RegistryDiff between(PortRegistry before, PortRegistry after) {
        RegistryDiffPairs rows = new RegistryDiffPairs(
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
     * @return the rows in the order of the later edition; unmodifiable
     */
    public List<PortAssignment> added() {
        return added;
    }

    /**
     * Returns the assignments that only the earlier edition has.
     *
     * @return the rows in the order of the earlier edition; unmodifiable
     */
    public List<PortAssignment> removed() {
        return removed;
    }

    /**
     * Returns the assignments that differ in at least one column, including renamed services.
     *
     * @return the changes in the order of the earlier edition; unmodifiable
     */
    public List<AssignmentChange> changed() {
        return changed;
    }

    /**
     * Returns the ports that are assigned in the later edition but not in the earlier one.
     *
     * @return the ports by transport
     */
    public PortsByTransport newlyAssigned() {
        return newlyAssigned;
    }

    /**
     * Returns the ports that are reserved in the later edition but not in the earlier one.
     *
     * @return the ports by transport
     */
    public PortsByTransport newlyReserved() {
        return newlyReserved;
    }

    /**
     * Returns the ports that are assigned or reserved in the earlier edition but neither in the later one.
     *
     * @return the ports by transport
     */
    public PortsByTransport freed() {
        return freed;
    }

    /**
     * Returns whether there are no differences.
     *
     * @return true if there are no changed rows and no changed ports
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
     * Returns the changes in which a service got another name.
     *
     * @return the renames among {@link #changed()}, in the same order; unmodifiable
     */
    public List<AssignmentChange> renamed() {
        return changed.stream()
                .filter(change ->
                        !change.before().serviceName().equals(change.after().serviceName()))
                .toList();
    }

    /**
     * Returns the differences that affect given ports, such as the ports that a rule opens. For a rule that names
     * services, ask {@linkplain #affecting(Collection) by service name}: if an update gives a service more ports or
     * transports, these are not among the ports that the rule has opened so far.
     *
     * @param ports the ports by transport
     * @return the rows that have one of these ports before or after, and the port sets reduced to these ports
     */
    public RegistryDiff affecting(PortsByTransport ports) {
        requireNonNull(ports, "ports");
        return part(row -> touches(row, ports), ports);
    }

    /**
     * Returns the differences that affect given service names. A name that neither edition has is not an error and
     * affects nothing; use {@link PortRegistry#findByName(String)} to check that the earlier edition has it.
     *
     * @param serviceNames the service names, case-insensitive
     * @return the rows that have one of these names before or after, and the port sets reduced to the ports of these
     *     rows
     */
    public RegistryDiff affecting(Collection<String> serviceNames) {
        Set<String> folded = requireNonNull(serviceNames, "serviceNames").stream()
                .map(name -> ServiceNames.folded(requireNonNull(name, "serviceName")))
                .collect(Collectors.toSet());
        Predicate<PortAssignment> isNamed = row -> folded.contains(ServiceNames.folded(row.serviceName()));
        // A changed row does not change the state of its ports, so only added and removed rows count.
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

    /** Returns the ports of some rows. A row without a transport has its ports over every transport. */
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
     * Returns a summary of the differences, in one line.
     *
     * @return the number of rows of each kind, and the port sets that are not empty
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
