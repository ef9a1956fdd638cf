package io.github.portregistry.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** Advises how to find out what listens on some ports, which the registry does not know. */
final class Advice {

    /** The most ports in the advice. It is an example, which the user can complete. */
    private static final int MAX_PORTS = 5;

    private Advice() {}

    /** Returns the lines of the advice, none if there are no ports. */
    static List<String> lines(Collection<Integer> ports, int width) {
        if (ports.isEmpty()) {
            return List.of();
        }
        StringJoiner ss = new StringJoiner(" or sport = :", "  sudo ss -tulpn 'sport = :", "'");
        StringJoiner lsof = new StringJoiner(",", "  sudo lsof -nP -i :", "");
        StringJoiner netstat = new StringJoiner(" \" /C:\":", "  netstat -ano | findstr /C:\":", " \"");
        boolean isOutgoing = false;
        int shown = 0;
        for (int port : ports) {
            isOutgoing |= Ports.OUTGOING.contains(port);
            if (shown++ < MAX_PORTS) {
                for (StringJoiner command : List.of(ss, lsof, netstat)) {
                    command.add(Integer.toString(port));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        if (isOutgoing) {
            lines.addAll(Wrapping.lines(
                    "Ports in " + Ports.OUTGOING + ": Linux uses these for outgoing connections by default.", width));
            lines.add("");
        }
        lines.addAll(Wrapping.lines("An assignment is not an observation. To see what listens here, run:", width));
        lines.add(ss.toString());
        lines.add(lsof.toString());
        lines.add(netstat.toString());
        lines.addAll(Wrapping.lines(
                "Without root, they do not show the processes of other users. Without -nP, lsof prints service"
                        + " names, which are from this registry.",
                width));
        return lines;
    }
}
