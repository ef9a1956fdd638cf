package io.github.portregistry.cli;

import java.util.Set;

/** Reads a line of ufw status, and a command of ufw. */
final class UfwLine {

    private static final Set<String> ACTIONS = Set.of("ALLOW", "DENY", "REJECT", "LIMIT");

    private static final Set<String> AFTER_ACTION = Set.of("IN", "OUT", "FWD", "Anywhere");

    private static final Set<String> BEFORE_PORTS = Set.of("allow", "deny", "reject", "limit", "in", "out", "port");

    private UfwLine() {}

    /** Adds the ports of a line, or returns false if it is not of ufw. */
    static boolean read(String line, LinePorts found) {
        if (ACTIONS.stream().noneMatch(line::contains) && !line.contains("ufw ")) {
            return false;
        }
        RuleWords words = new RuleWords(line);
        int ufw = words.get(0).equals("sudo") ? 1 : 0;
        if (words.get(ufw).equals("ufw")) {
            readCommand(words, ufw, found);
            return true;
        }
        return readStatus(words, found);
    }

    /** Reads {@code ufw allow 6881:6891/udp} or {@code ufw allow proto tcp from any to any port 80,443}. */
    private static void readCommand(RuleWords words, int ufw, LinePorts found) {
        LineProtocol protocol = LineProtocol.UNKNOWN;
        for (int i = ufw; i < words.count(); i++) {
            protocol = words.get(i).equals("proto") ? LineProtocol.of(words.get(i + 1)) : protocol;
        }
        for (int i = ufw; i < words.count(); i++) {
            if (BEFORE_PORTS.contains(words.get(i)) && !addWithTransport(words.get(i + 1), found)) {
                found.addList(words.get(i + 1), protocol);
            }
        }
    }

    /** Reads {@code [ 1] 80,443/tcp (v6) ALLOW IN 192.0.2.1 22/tcp (v6)}. */
    private static boolean readStatus(RuleWords words, LinePorts found) {
        int first = words.get(0).equals("[") ? 2 : words.get(0).startsWith("[") ? 1 : 0;
        int action = first;
        while (action < words.count() && !ACTIONS.contains(words.get(action))) {
            action++;
        }
        boolean hasSide = AFTER_ACTION.contains(words.get(action + 1));
        if (action == first || (!hasSide && !isNetwork(words.get(action + 1)))) {
            return false;
        }
        for (int i = first; i < words.count(); i++) {
            boolean mayBeBare = hasSide && i < action && (i == first || isNetwork(words.get(i - 1)));
            if (!addWithTransport(words.get(i), found) && mayBeBare) {
                found.addList(words.get(i), LineProtocol.UNKNOWN);
            }
        }
        return true;
    }

    /** Adds ports such as {@code 80,443/tcp}, or returns false if no transport is at the end. */
    private static boolean addWithTransport(String text, LinePorts found) {
        int slash = text.indexOf('/');
        LineProtocol protocol = slash < 0 ? LineProtocol.UNKNOWN : LineProtocol.of(text.substring(slash + 1));
        if (protocol != LineProtocol.UNKNOWN) {
            found.addList(text.substring(0, slash), protocol);
        }
        return protocol != LineProtocol.UNKNOWN;
    }

    private static boolean isNetwork(String text) {
        return LineAddress.isNumeric(text.substring(0, (text + "/").indexOf('/')));
    }
}
