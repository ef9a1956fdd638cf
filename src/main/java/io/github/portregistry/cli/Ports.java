package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortSpecException;
import org.jspecify.annotations.Nullable;

/** Parses ports as people and tools write them. */
final class Ports {

    /** The ports that Linux uses for outgoing connections by default. */
    static final PortInterval OUTGOING = PortInterval.of(32768, 60999);

    /** The ports that Kubernetes gives to services of type NodePort by default. */
    static final PortInterval NODE_PORTS = PortInterval.of(30000, 32767);

    private Ports() {}

    /** Returns the port or interval that a text is, or null if it is something else. */
    static @Nullable PortInterval find(String text) {
        if (text.isEmpty() || text.length() > "65535-65535".length() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return null; // most texts are no ports, and an exception for each would take long
        }
        try {
            return PortInterval.parse(text);
        } catch (PortSpecException e) {
            return null;
        }
    }

    /** Parses a RANGE: a port, an interval, or the name of one of the three ranges. */
    static PortInterval range(String text) {
        try {
            return PortInterval.parse(text);
        } catch (PortSpecException notPorts) {
            try {
                return PortRange.parse(text).interval();
            } catch (IllegalArgumentException notRange) {
                throw new Trouble(notPorts.reason() + "; a RANGE can also be system, user or dynamic");
            }
        }
    }
}
