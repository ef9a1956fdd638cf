package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ports before their transports, such as {@code 80,443/tcp} or {@code 53/udp,53/tcp}. Each must have one, or none of them
 * counts.
 */
final class TransportList {

    private static final Pattern PORTS = Pattern.compile("[0-9]{1,5}(?:[-:][0-9]{1,5})?");

    private final boolean isList;
    private final List<LinePort> ports = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private boolean isWrong;

    /**
     * Makes an empty list.
     *
     * @param isList whether there are commas, so that {@code 8000:8010} is an interval
     * @param before what stands before the list, with a comma between, which must not be a port
     */
    TransportList(boolean isList, String before) {
        this.isList = isList;
        this.isWrong = isPorts(before);
    }

    /** Adds ports with their transport or without, or returns false if the text is something else. */
    boolean add(String text) {
        int slash = text.indexOf('/');
        String ports = slash < 0 ? text : text.substring(0, slash);
        if (!isPorts(ports)) {
            return false;
        }
        waiting.add(ports);
        if (ports.length() < text.length()) {
            transport(text.substring(ports.length() + 1));
        }
        return true;
    }

    private static boolean isPorts(String text) {
        return text.length() <= "65535-65535".length() && PORTS.matcher(text).matches();
    }

    private void transport(String word) {
        LineProtocol protocol = LineProtocol.of(word);
        isWrong |= protocol == LineProtocol.UNKNOWN;
        for (String each : waiting) {
            // as Kubernetes writes the port of a service and the one of its nodes: 80:31234/TCP
            boolean isPair = each.indexOf(':') >= 0 && waiting.size() == 1 && word.equals(protocol.name());
            isWrong |= each.indexOf(':') >= 0 && !isPair && !isList;
            for (String port : isPair ? each.split(":", 0) : new String[] {each.replace(':', '-')}) {
                PortInterval interval = Ports.find(port);
                isWrong |= interval == null;
                if (interval != null) {
                    ports.add(new LinePort(interval, protocol, ""));
                }
            }
        }
        waiting.clear();
    }

    /** Adds the ports once more, with another transport, as in {@code 53/tcp,udp}. */
    void repeat(LineProtocol protocol) {
        for (LinePort port : List.copyOf(ports)) {
            ports.add(new LinePort(port.ports(), protocol, ""));
        }
    }

    /** Returns the ports, none if one of them has no transport. */
    List<LinePort> ports() {
        return isWrong || !waiting.isEmpty() ? List.of() : ports;
    }
}
