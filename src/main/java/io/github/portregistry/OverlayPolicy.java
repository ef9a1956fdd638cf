package io.github.portregistry;

/**
 * Which names and ports an overlay, that is your own (site-local) services, may share with the registry.
 *
 * <pre>{@code
 * PortAssignment kafka = PortAssignment.of("kafka", PortInterval.of(9092), TCP, "Kafka brokers");
 * registry.withOverlay(List.of(kafka));                                      // throws OverlayException: the overlay is refused; ...
 * registry.withOverlay(List.of(kafka), OverlayPolicy.MAY_SHARE_PORTS).names().label(9092, TCP);      // "9092/tcp kafka"
 *
 * PortAssignment ssh = PortAssignment.of("ssh", PortInterval.of(2022), TCP, "SSH on a port of our own");
 * registry.withOverlay(List.of(ssh), OverlayPolicy.MAY_SHADOW).resolve("ssh", TCP);      // 2022
 * }</pre>
 */
public enum OverlayPolicy {

    /**
     * Refuses a name that the registry has, a port that the registry has assigned or reserved, a port of two services
     * of the overlay, and a name with several ports over one transport.
     */
    MUST_NOT_OVERLAP,

    /**
     * Refuses a name that the registry has, and a name with several ports over one transport. Ports may be shared,
     * since many popular services use a port that IANA has assigned to another.
     */
    MAY_SHARE_PORTS,

    /**
     * Refuses none of these. In a specification, a name that the overlay has means the overlay's ports only, over every
     * transport, and no longer those of the registry or of earlier overlays. Look-ups find all of them.
     */
    MAY_SHADOW
}
