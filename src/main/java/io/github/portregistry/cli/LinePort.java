package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;

/**
 * A port or an interval in a line.
 *
 * @param address the address that the port is at, empty if the line has none
 */
record LinePort(PortInterval ports, LineProtocol protocol, String address) {}
