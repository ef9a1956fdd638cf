package io.github.portregistry;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses overlays: what the assignments of one may not be, beside the rows that a registry has already. */
final class OverlayCheck {

    private final RegistryRows rows;
    private final OverlayPolicy policy;
    private final Map<TransportProtocol, PortSet> taken = new EnumMap<>(TransportProtocol.class);

    OverlayCheck(RegistryRows rows, OverlayPolicy policy) {
        this.rows = rows;
        this.policy = policy;
        for (TransportProtocol transport : TransportProtocol.values()) {
            taken.put(transport, rows.ports().ports(AssignmentStatus.ASSIGNED, transport));
        }
    }

    /**
     * Checks an overlay.
     *
     * @throws IllegalArgumentException if an assignment is refused
     */
    void check(List<PortAssignment> overlay) {
        Set<PortAssignment> known = new HashSet<>(rows.all());
        for (PortAssignment assignment : overlay) {
            String name = assignment.serviceName();
            String fault = ServiceNames.fault(name);
            if (fault != null) {
                throw refused(assignment, "its name breaks RFC 6335, section 5.1: " + fault);
            }
            if (TransportProtocol.find(name) != null) {
                throw refused(assignment, "its name is a transport's");
            }
            if (!known.add(assignment)) {
                throw refused(assignment, "the very same assignment is there already");
            }
            if (policy == OverlayPolicy.MUST_NOT_SHADOW) {
                checkShadowing(assignment);
            }
        }
    }

    private void checkShadowing(PortAssignment assignment) {
        if (!rows.findByName(assignment.serviceName()).isEmpty()) {
            throw refused(assignment, "the registry has a service of that name");
        }
        PortInterval ports = assignment.ports();
        if (ports == null) {
            return;
        }
        taken.forEach((transport, set) -> {
            if (assignment.appliesTo(transport)) {
                PortSet both = set.intersection(PortSet.of(ports));
                if (!both.isEmpty()) {
                    int port = both.intervals().get(0).first();
                    throw refused(assignment, "the registry has " + new PortNames(rows).label(port, transport));
                }
            }
        });
    }

    private static IllegalArgumentException refused(PortAssignment assignment, String reason) {
        return new IllegalArgumentException(
                "site-local service " + Texts.quoted(assignment.serviceName()) + " is refused, " + reason);
    }
}
