package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;

/** The ports that Linux takes for outgoing connections unless its administrator has chosen others. */
final class OutgoingPorts {

    static final PortInterval INTERVAL = PortInterval.of(32768, 60999);

    private OutgoingPorts() {}
}
