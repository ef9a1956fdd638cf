package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Labels the ports in a line with what the registry says about them, and with the process that the line names. */
final class LineLabels {

    /** The most labels of a line; the rest are counted. */
    private static final int MAX_LABELS = 64;

    /** The most labels that are kept: those of intervals, which are made by a look at each of their ports. */
    private static final int MAX_KEPT = 1024;

    private final PortRegistry registry;
    private final PortNames names;
    private final Map<LinePort, String> kept = new HashMap<>();

    LineLabels(PortRegistry registry) {
        this.registry = registry;
        this.names = registry.names();
    }

    /**
     * Returns the labels of a line's ports.
     *
     * @param line the line, in which each character is a byte
     * @return the labels, empty if there is no port
     */
    String of(String line) {
        LinePorts found = LineForms.read(line);
        Set<LinePort> ports = new LinkedHashSet<>();
        for (LinePort port : found.ports()) {
            ports.add(port.withoutAddress());
        }
        List<String> labels = new ArrayList<>();
        for (LinePort port : first(ports)) {
            labels.add(label(port));
        }
        if (ports.size() > MAX_LABELS) {
            labels.add(rest(ports));
        }
        String joined = String.join("; ", labels);
        if (ports.size() != 1) {
            return joined;
        }
        List<String> others = new ArrayList<>(found.processes());
        others.removeIf(process -> isRegistered(process, found.ports().get(0)));
        return others.isEmpty() ? joined : joined + ", process " + String.join(", ", others);
    }

    /**
     * Returns a line for each port of a line at each of its addresses: the label, the address and the process.
     *
     * @param line the line, in which each character is a byte
     * @return the lines, empty if there is no port
     */
    List<String> shortOf(String line) {
        LinePorts found = LineForms.read(line);
        Set<LinePort> ports = new LinkedHashSet<>(found.ports());
        List<String> lines = new ArrayList<>();
        String processes = String.join(", ", found.processes());
        for (LinePort port : first(ports)) {
            String address = port.address().isEmpty() ? "" : "  " + port.address();
            lines.add(label(port) + address + (lines.isEmpty() && !processes.isEmpty() ? "  " + processes : ""));
        }
        if (ports.size() > MAX_LABELS) {
            lines.add(rest(ports));
        }
        return lines;
    }

    private static Collection<LinePort> first(Collection<LinePort> ports) {
        return ports.size() <= MAX_LABELS
                ? ports
                : ports.stream().limit(MAX_LABELS).toList();
    }

    private static String rest(Collection<LinePort> ports) {
        return "and " + (ports.size() - MAX_LABELS) + " more";
    }

    private String label(LinePort port) {
        if (port.ports().size() == 1) {
            return compose(port);
        }
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(port.withoutAddress(), this::compose);
    }

    private String compose(LinePort port) {
        List<String> labels = new ArrayList<>();
        String keywords = "";
        String last = "";
        for (TransportProtocol transport : port.protocol().transports()) {
            String description = describe(port.ports(), transport);
            if (description.equals(last)) {
                labels.remove(labels.size() - 1);
                keywords += "," + transport.keyword();
            } else {
                keywords = transport.keyword();
            }
            labels.add(port.ports() + "/" + keywords + " " + description);
            last = description;
        }
        return String.join("; ", labels);
    }

    /** Returns what a port is registered for, which says little of one that Linux takes for outgoing connections. */
    private String describe(PortInterval ports, TransportProtocol transport) {
        String description = names.describe(ports, transport);
        boolean isMisleading = ports.size() == 1
                && Ports.OUTGOING.contains(ports)
                && !registry.findByPort(ports.first(), transport).isEmpty();
        return isMisleading ? description + " (in Linux's outgoing range)" : description;
    }

    private boolean isRegistered(String process, LinePort port) {
        for (PortAssignment row : registry.findByPort(port.ports().first())) {
            if (row.serviceName().equalsIgnoreCase(process)
                    && port.protocol().transports().stream().anyMatch(row::appliesTo)) {
                return true;
            }
        }
        return false;
    }
}
