package io.github.portregistry;

/**
 * The state of a port over a transport, according to the registry (RFC 6335, section 6).
 *
 * <p>The constants are in order of precedence: where rows overlap, assigned takes precedence over reserved, and
 * reserved over unassigned.
 *
 * <pre>{@code
 * registry.status(26, TCP);         // UNASSIGNED: IANA could assign it
 * registry.status(49152, TCP);      // UNLISTED: the registry says nothing of it
 * }</pre>
 */
public enum AssignmentStatus {
    /** Assigned to a service. This is a convention: another service may be running on the port. */
    ASSIGNED,
    /** Not available for assignment: held back, or de-assigned as described in RFC 6335, section 8.2. */
    RESERVED,
    /** Available for assignment on request. */
    UNASSIGNED,
    /** Not covered by any row of the registry. This is the answer to a look-up, never the state of a row. */
    UNLISTED
}
