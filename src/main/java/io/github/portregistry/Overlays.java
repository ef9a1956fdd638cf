package io.github.portregistry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The services of one's own that a registry has beside IANA's, overlay upon overlay.
 *
 * @param siteLocal the rows of all overlays
 * @param shadowed the rows that their names do not mean any more, since a later overlay has these
 * @param sizes the number of rows of each overlay; they stand in this order, behind IANA's
 */
record Overlays(Set<PortAssignment> siteLocal, Set<PortAssignment> shadowed, List<Integer> sizes) {

    static final Overlays NONE = new Overlays(Set.of(), Set.of(), List.of());

    Overlays {
        siteLocal = Set.copyOf(siteLocal);
        shadowed = Set.copyOf(shadowed);
        sizes = List.copyOf(sizes);
    }

    /**
     * Returns these and one more.
     *
     * @param registry the registry that has these
     * @throws IllegalArgumentException if an assignment is refused
     */
    Overlays and(List<PortAssignment> overlay, PortRegistry registry, OverlayPolicy policy) {
        check(registry, overlay, policy);
        Set<PortAssignment> allSiteLocal = new HashSet<>(siteLocal);
        allSiteLocal.addAll(overlay);
        Set<PortAssignment> allShadowed = new HashSet<>(shadowed);
        overlay.forEach(row -> allShadowed.addAll(registry.findByName(row.serviceName())));
        List<Integer> allSizes = new ArrayList<>(sizes);
        allSizes.add(overlay.size());
        return new Overlays(allSiteLocal, allShadowed, allSizes);
    }

    private static void check(PortRegistry registry, List<PortAssignment> overlay, OverlayPolicy policy) {
        Set<PortAssignment> known = new HashSet<>(registry.assignments());
        Map<TransportProtocol, PortSet> assigned = new EnumMap<>(TransportProtocol.class);
        for (TransportProtocol transport : TransportProtocol.values()) {
            assigned.put(transport, registry.ports(AssignmentStatus.ASSIGNED, transport));
        }
        for (PortAssignment assignment : overlay) {
            String name = assignment.serviceName();
            String fault = ServiceNames.fault(name);
            if (fault != null) {
                throw refused(assignment, "its name breaks RFC 6335, section 5.1: " + fault);
            }
            if (isTransport(name)) {
                throw refused(assignment, "its name is a transport's");
            }
            if (!known.add(assignment)) {
                throw refused(assignment, "the very same assignment is there already");
            }
            if (policy == OverlayPolicy.MUST_NOT_SHADOW) {
                checkShadowing(registry, assigned, assignment);
            }
        }
    }

    private static boolean isTransport(String name) {
        for (TransportProtocol transport : TransportProtocol.values()) {
            if (NameIndex.isSame(transport.keyword(), name)) {
                return true;
            }
        }
        return false;
    }

    private static void checkShadowing(
            PortRegistry registry, Map<TransportProtocol, PortSet> assigned, PortAssignment assignment) {
        if (!registry.findByName(assignment.serviceName()).isEmpty()) {
            throw refused(assignment, "the registry has a service of that name");
        }
        PortInterval ports = assignment.ports();
        if (ports == null) {
            return;
        }
        assigned.forEach((transport, taken) -> {
            if (assignment.appliesTo(transport)) {
                PortSet both = taken.intersection(PortSet.of(ports));
                if (!both.isEmpty()) {
                    int port = both.intervals().get(0).first();
                    throw refused(
                            assignment, "the registry has " + registry.names().label(port, transport));
                }
            }
        });
    }

    private static IllegalArgumentException refused(PortAssignment assignment, String reason) {
        return new IllegalArgumentException("site-local service \""
                + PortSpecException.abridged(assignment.serviceName()) + "\" is refused, " + reason);
    }
}
