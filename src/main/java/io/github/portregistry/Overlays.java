package io.github.portregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The overlays of a registry, that is your own (site-local) services, in the order in which they were added.
 *
 * @param rows the rows of all overlays, one after another
 * @param siteLocal the same rows, as a set
 * @param shadowed the rows that are shadowed, since a later overlay has their names
 */
record Overlays(List<PortAssignment> rows, Set<PortAssignment> siteLocal, Set<PortAssignment> shadowed) {

    static final Overlays NONE = new Overlays(List.of(), Set.of(), Set.of());

    /**
     * Returns these overlays followed by another.
     *
     * @param earlier a function that returns the rows of a name, those of these overlays included
     */
    Overlays with(List<PortAssignment> added, Function<String, List<PortAssignment>> earlier) {
        List<PortAssignment> all = new ArrayList<>(rows);
        all.addAll(added);
        Set<PortAssignment> hidden = new HashSet<>(shadowed);
        Set<String> names = new HashSet<>();
        for (PortAssignment row : added) {
            if (names.add(ServiceNames.folded(row.serviceName()))) {
                hidden.addAll(earlier.apply(row.serviceName()));
            }
        }
        // Set.copyOf would take quadratic time if all rows had the same hash.
        return new Overlays(
                Collections.unmodifiableList(all),
                Collections.unmodifiableSet(new HashSet<>(all)),
                Collections.unmodifiableSet(hidden));
    }
}
