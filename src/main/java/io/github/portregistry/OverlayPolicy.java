package io.github.portregistry;

/**
 * Whether an overlay may take names and ports that the registry below it has already.
 *
 * <pre>{@code
 * PortAssignment ssh = PortAssignment.of("ssh", PortInterval.of(2022), TCP, "SSH on a port of our own");
 * registry.withOverlay(List.of(ssh));  // throws IllegalArgumentException: site-local service "ssh" is refused, ...
 * registry.withOverlay(List.of(ssh), OverlayPolicy.MAY_SHADOW).resolve("ssh", TCP);  // 2022
 * }</pre>
 */
public enum OverlayPolicy {
    /** A service name or port that the registry has is refused. */
    MUST_NOT_SHADOW,
    /**
     * A service name or port may be taken. A specification then means the overlay's ports by that name, over every
     * transport, and no longer those of the registry or of earlier overlays; look-ups find all of them.
     */
    MAY_SHADOW
}
