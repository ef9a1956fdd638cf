package io.github.portregistry;

/**
 * What an overlay, your own (site-local) services, may have in common with the registry below it.
 *
 * <pre>{@code
 * PortAssignment kafka = PortAssignment.of("kafka", PortInterval.of(9092), TCP, "Kafka brokers");
 * registry.withOverlay(List.of(kafka));                                      // throws IllegalArgumentException: the overlay is refused; ...
 * registry.withOverlay(List.of(kafka), OverlayPolicy.MAY_SHARE_PORTS).names().label(9092, TCP);      // "9092/tcp kafka"
 *
 * PortAssignment ssh = PortAssignment.of("ssh", PortInterval.of(2022), TCP, "SSH on a port of our own");
 * registry.withOverlay(List.of(ssh), OverlayPolicy.MAY_SHADOW).resolve("ssh", TCP);      // 2022
 * }</pre>
 */
public enum OverlayPolicy {

    /**
     * Refuses a name that the registry has, a port that it has assigned or reserved, a port that two services of the
     * overlay have, and a name that has several ports over a transport.
     */
    MUST_NOT_SHADOW,

    /**
     * Refuses a name that the registry has, and a name that has several ports over a transport. Ports may be shared: many
     * services that everyone runs sit on a port that IANA gave to another.
     */
    MAY_SHARE_PORTS,

    /**
     * Allows all of these. A specification then means the overlay's ports by a name that it has taken, over every
     * transport, and no longer those of the registry or of earlier overlays; look-ups find all of them.
     */
    MAY_SHADOW
}
