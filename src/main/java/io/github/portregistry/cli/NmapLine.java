package io.github.portregistry.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of nmap's or masscan's table or -oG, in which a banner is what the other side chooses. */
final class NmapLine {

    private static final Pattern ROW =
            Pattern.compile("([0-9]{1,5})/([a-z]{3,4}) +(?:open|closed|filtered|unfiltered)(?:\\|filtered)?(?: .*)?");

    private static final String PORTS = "Ports: ";

    /** The beginning of a line of a script, or of a fingerprint. */
    private static final Pattern OF_SCRIPTS = Pattern.compile("\\|[ _]|SF(?:-Port[0-9]|:)");

    private static final Set<String> STATES =
            Set.of("open", "closed", "filtered", "unfiltered", "open|filtered", "closed|filtered");

    /** The columns between slashes: port, state, protocol, owner, service, RPC and version. */
    private static final int COLUMNS = 7;

    private NmapLine() {}

    /** Adds the ports of a line, or returns false if it is not of nmap. */
    static boolean read(String line, LinePorts found) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        Matcher row = first < '0' || first > '9' ? null : ROW.matcher(line);
        if (row != null && row.matches()) {
            found.add(row.group(1), LineProtocol.of(row.group(2)), "");
            return true;
        }
        if ((first == '|' || first == 'S') && OF_SCRIPTS.matcher(line).lookingAt()) {
            return true; // what a service has answered
        }
        int ports = line.startsWith("Host: ") || line.startsWith("Timestamp: ") ? line.indexOf("\t" + PORTS) : -1;
        if (ports < 0) {
            return false;
        }
        int end = line.indexOf('\t', ports + 1);
        String[] columns = line.substring(ports + 1 + PORTS.length(), end < 0 ? line.length() : end)
                .split("/", -1);
        int next = 0;
        for (int i = 0; i + 2 < columns.length; i++) {
            String port = columns[i].startsWith(", ") ? columns[i].substring(2) : columns[i];
            if ((i == next || (i > next && port.length() < columns[i].length())) && STATES.contains(columns[i + 1])) {
                found.add(port, LineProtocol.of(columns[i + 2]), "");
                next = i + COLUMNS;
            }
        }
        return true;
    }
}
