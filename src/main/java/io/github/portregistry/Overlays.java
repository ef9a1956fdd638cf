package io.github.portregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The overlays of a registry, that is your own (site-local) services, in the order in which they were added.
 *
 * @param rows the rows of all overlays, one after another
 * @param sizes the number of rows of each overlay
 * @param siteLocal the same rows, as a set
 * @param shadowed the rows that are shadowed, since a later overlay has their names
 */
record Overlays(
        List<PortAssignment> rows, List<Integer> sizes, Set<PortAssignment> siteLocal, Set<PortAssignment> shadowed) {

    static final Overlays NONE = new Overlays(List.of(), List.of(), Set.of(), Set.of());

    /**
     * Returns these overlays followed by others, none of which is empty.
     *
     * @param iana a function that returns IANA's rows of a name
     */
    Overlays with(List<PortAssignment> added, List<Integer> addedSizes, Function<String, RowList> iana) {
        List<PortAssignment> all = new ArrayList<>(rows);
        all.addAll(added);
        List<Integer> allSizes = new ArrayList<>(sizes);
        allSizes.addAll(addedSizes);
        Map<String, List<PortAssignment>> byName = new HashMap<>();
        Set<PortAssignment> hidden = new HashSet<>();
        int end = 0;
        for (int size : allSizes) {
            List<PortAssignment> overlay = all.subList(end, end + size);
            for (PortAssignment row : overlay) {
                List<PortAssignment> earlier = byName.put(ServiceNames.folded(row.serviceName()), new ArrayList<>());
                hidden.addAll(earlier == null ? iana.apply(row.serviceName()) : earlier);
            }
            for (PortAssignment row : overlay) {
                byName.getOrDefault(ServiceNames.folded(row.serviceName()), new ArrayList<>())
                        .add(row);
            }
            end += size;
        }
        // Set.copyOf would take quadratic time if all rows had the same hash.
        return new Overlays(
                Collections.unmodifiableList(all),
                List.copyOf(allSizes),
                Collections.unmodifiableSet(new HashSet<>(all)),
                Collections.unmodifiableSet(hidden));
    }

    /**
     * Returns the total number of rows of overlays with the given sizes.
     *
     * @throws IllegalArgumentException if an overlay has no rows
     * @throws ArithmeticException if there are more rows than a list can have
     */
    static int sum(List<Integer> sizes) {
        int sum = 0;
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("an overlay must have at least 1 row, not " + size);
            }
            sum = Math.addExact(sum, size);
        }
        return sum;
    }
}
