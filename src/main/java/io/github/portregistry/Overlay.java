package io.github.portregistry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for services of one's own beside a registry's. */
final class Overlay {

    private Overlay() {}

    /**
     * Checks every assignment of an overlay.
     *
     * @throws IllegalArgumentException if one of them is refused
     */
    static void check(PortRegistry registry, List<PortAssignment> overlay, OverlayPolicy policy) {
        Set<PortAssignment> known = new HashSet<>(registry.assignments());
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
                checkShadowing(registry, assignment);
            }
        }
    }

    private static boolean isTransport(String name) {
        for (TransportProtocol transport : TransportProtocol.values()) {
            if (transport.keyword().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static void checkShadowing(PortRegistry registry, PortAssignment assignment) {
        if (!registry.findByName(assignment.serviceName()).isEmpty()) {
            throw refused(assignment, "the registry has a service of that name");
        }
        PortInterval ports = assignment.ports();
        if (ports == null) {
            return;
        }
        for (TransportProtocol transport : TransportProtocol.values()) {
            if (PortIndex.applies(assignment, transport)) {
                PortSet taken =
                        registry.ports(AssignmentStatus.ASSIGNED, transport).intersection(PortSet.of(ports));
                if (!taken.isEmpty()) {
                    int port = taken.intervals().get(0).first();
                    throw refused(
                            assignment, "the registry has " + registry.reverse().label(port, transport));
                }
            }
        }
    }

    private static IllegalArgumentException refused(PortAssignment assignment, String reason) {
        return new IllegalArgumentException("site-local service \""
                + PortSpecException.abridged(assignment.serviceName()) + "\" is refused, " + reason);
    }
}
