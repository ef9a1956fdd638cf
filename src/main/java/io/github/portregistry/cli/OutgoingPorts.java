package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;

/** The ports that Linux uses for outgoing connections by default. */
final class OutgoingPorts {

    static final PortInterval INTERVAL = PortInterval.of(32768, 60999);

    private OutgoingPorts() {}
}
