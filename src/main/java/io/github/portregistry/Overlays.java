package io.github.portregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Your own (site-local) services that a registry has beside IANA's, overlay upon overlay.
 *
 * @param siteLocal the rows of all overlays
 * @param shadowed the rows that their names no longer mean, since a later overlay has taken these
 * @param sizes the number of rows of each overlay; they stand in this order, behind IANA's
 */
record Overlays(Set<PortAssignment> siteLocal, Set<PortAssignment> shadowed, List<Integer> sizes) {

    static final Overlays NONE = new Overlays(Set.of(), Set.of(), List.of());

    /** Returns the overlays of rows, of which the last ones are theirs; none of them is empty. */
    static Overlays of(List<PortAssignment> all, List<Integer> sizes) {
        int end = all.size() - sum(sizes);
        Set<PortAssignment> siteLocal = new HashSet<>(all.subList(end, all.size()));
        Map<String, List<PortAssignment>> byName = new HashMap<>();
        siteLocal.forEach(row -> byName.put(ServiceNames.folded(row.serviceName()), new ArrayList<>()));
        add(all.subList(0, end), byName);
        Set<PortAssignment> shadowed = new HashSet<>();
        for (int size : sizes) {
            List<PortAssignment> overlay = all.subList(end, end + size);
            for (PortAssignment row : overlay) {
                List<PortAssignment> earlier = byName.put(ServiceNames.folded(row.serviceName()), new ArrayList<>());
                shadowed.addAll(earlier == null ? List.of() : earlier);
            }
            add(overlay, byName);
            end += size;
        }
        // Set.copyOf would take quadratic time for rows of one hash.
        return new Overlays(
                Collections.unmodifiableSet(siteLocal), Collections.unmodifiableSet(shadowed), List.copyOf(sizes));
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

    private static void add(List<PortAssignment> rows, Map<String, List<PortAssignment>> byName) {
        for (PortAssignment row : rows) {
            List<PortAssignment> sameName = byName.get(ServiceNames.folded(row.serviceName()));
            if (sameName != null) {
                sameName.add(row);
            }
        }
    }
}
