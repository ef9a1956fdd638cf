package io.github.portregistry;

/**
 * Where an assignment of a registry comes from.
 *
 * <pre>{@code
 * PortAssignment billing = PortAssignment.of("billing", PortInterval.of(9410), TCP, "Billing");
 * registry.withOverlay(List.of(billing)).origin(billing);      // SITE_LOCAL
 * }</pre>
 */
public enum AssignmentOrigin {
    /** From the registry itself. */
    OFFICIAL,
    /** From an overlay: a service of one's own. */
    SITE_LOCAL
}
