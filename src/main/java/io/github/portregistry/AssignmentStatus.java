package io.github.portregistry;

/**
 * The state that the registry gives a port for a transport (RFC 6335, section 6).
 *
 * <p>The constants stand in order of precedence: where rows overlap, assigned wins over reserved, and reserved over
 * unassigned.
 *
 * <pre>{@code
 * registry.status(26, TCP);         // UNASSIGNED: IANA could assign it
 * registry.status(49152, TCP);      // UNLISTED: the registry says nothing of it
 * }</pre>
 */
public enum AssignmentStatus {
    /** Assigned to a service. This is a convention: it does not say that the service is what runs there. */
    ASSIGNED,
    /** Not available for assignment, held back or de-assigned: RFC 6335, section 8.2. */
    RESERVED,
    /** Available for assignment on request. */
    UNASSIGNED,
    /** No row of the registry covers the port: an answer to a look-up, never a row's own state. */
    UNLISTED
}
