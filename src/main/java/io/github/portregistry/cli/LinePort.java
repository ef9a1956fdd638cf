package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import java.util.Comparator;

/**
 * A port or an interval in a line. It is comparable so that a map of many with one hash, which a line can have, is fast.
 *
 * @param address the address that the port is at, empty if the line has none
 */
record LinePort(PortInterval ports, LineProtocol protocol, String address) implements Comparable<LinePort> {

    private static final Comparator<LinePort> ORDER = Comparator.comparing(LinePort::ports)
            .thenComparing(LinePort::protocol)
            .thenComparing(LinePort::address);

    LinePort withoutAddress() {
        return address.isEmpty() ? this : new LinePort(ports, protocol, "");
    }

    @Override
    public int compareTo(LinePort other) {
        return ORDER.compare(this, other);
    }
}
