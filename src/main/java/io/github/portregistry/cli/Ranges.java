package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortSpecException;

/** Parses a RANGE: a port, an interval, or the name of one of the three ranges. */
final class Ranges {

    private Ranges() {}

    static PortInterval parse(String text) {
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
