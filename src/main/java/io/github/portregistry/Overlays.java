package io.github.portregistry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    Overlays {
        siteLocal = Set.copyOf(siteLocal);
        shadowed = Set.copyOf(shadowed);
        sizes = List.copyOf(sizes);
    }

    /** Returns these and one more, which takes the names of some rows. */
    Overlays and(List<PortAssignment> overlay, List<PortAssignment> nowShadowed) {
        Set<PortAssignment> allSiteLocal = new HashSet<>(siteLocal);
        allSiteLocal.addAll(overlay);
        Set<PortAssignment> allShadowed = new HashSet<>(shadowed);
        allShadowed.addAll(nowShadowed);
        List<Integer> allSizes = new ArrayList<>(sizes);
        allSizes.add(overlay.size());
        return new Overlays(allSiteLocal, allShadowed, allSizes);
    }
}
