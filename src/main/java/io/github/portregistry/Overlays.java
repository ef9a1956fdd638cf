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
 * Your own (site-local) services that a registry has beside IANA's, overlay upon overlay.
 *
 * @param rows the rows of all overlays, one behind the other
 * @param sizes the number of rows of each overlay
 * @param siteLocal the rows once more, as a set
 * @param shadowed the rows that their names no longer mean, since a later overlay has taken these
 */
record Overlays(
        List<PortAssignment> rows, List<Integer> sizes, Set<PortAssignment> siteLocal, Set<PortAssignment> shadowed) {

    static final Overlays NONE = new Overlays(List.of(), List.of(), Set.of(), Set.of());

    /**
     * Returns these overlays and more behind them, none of which is empty.
     *
     * @param iana the rows that IANA has of a name
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
        // Copies by Set.copyOf would take quadratic time for rows of one hash.
        return new Overlays(
                Collections.unmodifiableList(all),
                List.copyOf(allSizes),
                Collections.unmodifiableSet(new HashSet<>(all)),
                Collections.unmodifiableSet(hidden));
    }

    /**
     * Returns how many rows all overlays have.
     *
     * @throws IllegalArgumentException if one has none
     * @throws ArithmeticException if they are more than a list can have
     */
    static int sum(List<Integer> sizes) {
        int sum = 0;
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("an overlay of " + size + " rows");
            }
            sum = Math.addExact(sum, size);
        }
        return sum;
    }
}
