package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** Advises how to find out what listens on some ports, which the registry does not know. */
final class Advice {

    /** With more ports than these, the commands show all ports. */
    private static final int MAX_PORTS = 8;

    /** The transports of which every system shows the sockets. Where a kernel has no SCTP, ss fails if asked for it. */
    static final List<TransportProtocol> USUAL_TRANSPORTS = List.of(TransportProtocol.TCP, TransportProtocol.UDP);

    private Advice() {}

    /**
     * Returns the lines of the advice, none if there is nothing that can listen.
     *
     * @param ports the ports in question
     * @param transports the transports in question
     */
    static List<String> lines(Collection<PortInterval> ports, Collection<TransportProtocol> transports, int width) {
        return lines(ports, transports, width, System.getProperty("os.name"));
    }

    /** Returns the lines with the command of an operating system, as Java names it, before the others. */
    static List<String> lines(
            Collection<PortInterval> ports, Collection<TransportProtocol> transports, int width, String system) {
        List<String> lines = new ArrayList<>();
        List<PortInterval> listening = new ArrayList<>();
        boolean isOutgoing = false;
        for (PortInterval each : ports) {
            isOutgoing |= Ports.OUTGOING.intersects(each);
            if (each.last() > 0) {
                listening.add(each);
            }
        }
        if (isOutgoing) {
            lines.addAll(Wrapping.lines(
                    "Ports in " + Ports.OUTGOING + ": Linux uses these for outgoing connections by default.", width));
            lines.add("");
        }
        if (listening.isEmpty()) {
            return lines;
        }
        List<PortInterval> shown = listening.size() > MAX_PORTS ? List.of() : listening;
        List<String> commands = new ArrayList<>();
        commands.add(ss(shown, transports));
        if (transports.contains(TransportProtocol.TCP) || transports.contains(TransportProtocol.UDP)) {
            commands.add(system.startsWith("Mac") ? 0 : 1, lsof(shown, transports));
            commands.add(system.startsWith("Windows") ? 0 : 2, netstat(shown, transports));
        }
        lines.addAll(Wrapping.lines("An assignment is not an observation. To see what listens here, run:", width));
        for (String command : commands) {
            lines.add("  " + command);
        }
        return lines;
    }

    private static String ss(List<PortInterval> ports, Collection<TransportProtocol> transports) {
        StringBuilder command = new StringBuilder("sudo ss -");
        for (TransportProtocol transport : transports) {
            command.append(
                    switch (transport) {
                        case TCP -> "t";
                        case UDP -> "u";
                        case SCTP -> "S";
                        case DCCP -> "d";
                    });
        }
        StringJoiner filter = new StringJoiner(" or ", " '", "'").setEmptyValue("");
        for (PortInterval each : ports) {
            filter.add(
                    each.size() == 1
                            ? "sport = :" + each.first()
                            : "( sport >= :" + each.first() + " and sport <= :" + each.last() + " )");
        }
        return command.append("lpn").append(filter).toString();
    }

    private static String lsof(List<PortInterval> ports, Collection<TransportProtocol> transports) {
        StringJoiner list = new StringJoiner(",", ":", "").setEmptyValue("");
        for (PortInterval each : ports) {
            list.add(each.toString());
        }
        String tcp = transports.contains(TransportProtocol.TCP) ? " -iTCP" + list + " -sTCP:LISTEN" : "";
        String udp = transports.contains(TransportProtocol.UDP) ? " -iUDP" + list : "";
        return "sudo lsof -nP" + tcp + udp;
    }

    private static String netstat(List<PortInterval> ports, Collection<TransportProtocol> transports) {
        StringJoiner found = new StringJoiner(" \" /C:\":", " | findstr /C:\":", " \"").setEmptyValue("");
        for (PortInterval each : ports) {
            if (each.size() > 1) {
                found = new StringJoiner("").setEmptyValue(""); // findstr finds no intervals
                break;
            }
            found.add(each.toString());
        }
        String tcp = transports.contains(TransportProtocol.TCP) ? "LISTENING" : "";
        String udp = transports.contains(TransportProtocol.UDP) ? "UDP" : "";
        return "netstat -ano | findstr \"" + (tcp + " " + udp).strip() + "\"" + found;
    }
}
