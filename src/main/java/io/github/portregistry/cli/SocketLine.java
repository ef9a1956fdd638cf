package io.github.portregistry.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of ss, netstat, lsof or sockstat by its columns, so that no name of a process, which any user can choose,
 * passes for a port or hides one.
 */
final class SocketLine {

    /** The maximum length of what names the processes, since no tool writes longer ones. */
    private static final int MAX_PROCESSES = 10_000;

    private static final Set<String> STATES_OF_TCP = Set.of(
            "LISTEN",
            "SYN-SENT",
            "SYN-RECV",
            "FIN-WAIT-1",
            "FIN-WAIT-2",
            "TIME-WAIT",
            "CLOSE-WAIT",
            "LAST-ACK",
            "CLOSING");

    /** One of the processes of ss. The kernel's names are too short for one that passes for two. */
    private static final Pattern USER = Pattern.compile("\\G[(,]\\(\"([^\"]{0,64})\",pid=[0-9]+,fd=[0-9]+\\)");

    /** The type, the descriptor and the offset of lsof: {@code IPv4}, {@code 3u}, {@code 0t0}. */
    private static final Set<String> TYPES = Set.of("IPv4", "IPv6", "inet", "inet6");

    private static final Pattern FD = Pattern.compile("[0-9]+[A-Za-z]{0,2}");

    private static final Pattern OFFSET = Pattern.compile("0t[0-9]+");

    /** The end of a line of ss that the name of a process has broken in two. */
    private static final Pattern REST = Pattern.compile("\",pid=[0-9]+,fd=[0-9]+\\)");

    /** What Linux's netstat has behind the addresses: the state, a user with an inode, and the program. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?:[A-Z][A-Z0-9_]+ +)?(?:[^ /]+ +[0-9]+ +)?[0-9]+/([^ ].*?)(?: +[a-z0-9-]+ \\([0-9./]+\\))?");

    /** A name alone, or the title that a program gives itself: {@code nginx: master}. */
    private static final Pattern TITLE = Pattern.compile("([^ ]+?)(?::| *|: .*)");

    private final LineFields fields;
    private final LinePorts found;

    private SocketLine(LineFields fields, LinePorts found) {
        this.fields = fields;
        this.found = found;
    }

    /** Adds the ports and processes of a line, or returns false if it is not of these tools. */
    static boolean read(String line, LinePorts found) {
        SocketLine socket = new SocketLine(new LineFields(line), found);
        return socket.isListing()
                || socket.isLsof()
                || socket.isSockstat()
                || (line.contains("\",pid=") && REST.matcher(line).find());
    }

    /** Reads {@code sshd 812 root 3u IPv4 20123 0t0 TCP 127.0.0.1:22->127.0.0.1:51234 (ESTABLISHED)}. */
    private boolean isLsof() {
        for (int i = 4; i + 4 < fields.count(); i++) {
            if (TYPES.contains(fields.get(i))
                    && FD.matcher(fields.get(i - 1)).matches()
                    && OFFSET.matcher(fields.get(i + 2)).matches()) {
                LineProtocol protocol = protocol(i + 3);
                String[] ends = fields.get(i + 4).split("->", 0);
                if (add(ends[0], protocol)) {
                    found.addProcess(fields.isNumber(1) ? fields.get(0) : null);
                }
                for (int end = 1; end < ends.length; end++) {
                    add(ends[end], protocol);
                }
                return true;
            }
        }
        return false;
    }

    /** Reads {@code root sshd 812 3 tcp4 127.0.0.1:22 *:*}, as FreeBSD's sockstat prints it. */
    private boolean isSockstat() {
        boolean isSockstat = LineProtocol.of(fields.get(4)) != LineProtocol.UNKNOWN
                && fields.isNumber(2)
                && fields.isNumber(3)
                && isSocket(5)
                && isSocket(6);
        if (isSockstat && addPair(5, protocol(4))) {
            found.addProcess(fields.get(1));
        }
        return isSockstat;
    }

    /** Reads a line of ss or netstat: the protocol, the state of ss, two sizes, two addresses, and what has the socket. */
    private boolean isListing() {
        int state = isState(0) ? 0 : 1;
        boolean hasState = isState(state);
        int sizes = hasState ? state + 1 : state;
        boolean hasSizes = fields.isNumber(sizes) && fields.isNumber(sizes + 1);
        int local = hasSizes ? sizes + 2 : sizes;
        LineProtocol protocol = state == 1 ? protocol(0) : ofState(fields.get(0));
        boolean isSocket = isSocket(local) && isSocket(local + 1);
        boolean isWindows = !hasState && protocol != LineProtocol.OTHER && LineAddress.end(fields.get(local)) > 0;
        if (!((hasSizes && (isSocket || (hasState && state == 1))) || (isSocket && isWindows))) {
            return false;
        }
        if (isSocket && addPair(local, protocol) && hasSizes) {
            addProcesses(fields.after(local + 1), hasState);
        }
        return true;
    }

    private boolean isState(int index) {
        String text = fields.get(index);
        return text.equals("UNCONN") || text.equals("ESTAB") || STATES_OF_TCP.contains(text);
    }

    private static LineProtocol ofState(String state) {
        return state.equals("UNCONN")
                ? LineProtocol.UDP
                : STATES_OF_TCP.contains(state) ? LineProtocol.TCP : LineProtocol.UNKNOWN;
    }

    private LineProtocol protocol(int index) {
        LineProtocol protocol = LineProtocol.of(fields.get(index));
        return protocol == LineProtocol.UNKNOWN ? LineProtocol.OTHER : protocol;
    }

    private boolean isSocket(int index) {
        return LineAddress.endInColumn(fields.get(index)) >= 0;
    }

    /** Adds the ports of two columns, and returns whether the first has one. */
    private boolean addPair(int local, LineProtocol protocol) {
        boolean isFound = add(fields.get(local), protocol);
        add(fields.get(local + 1), protocol);
        return isFound;
    }

    private boolean add(String socket, LineProtocol protocol) {
        int end = LineAddress.endInColumn(socket);
        int before = found.ports().size();
        if (end >= 0) {
            found.add(socket.substring(end + 1), protocol, socket.substring(0, end));
        }
        return found.ports().size() > before;
    }

    private void addProcesses(String text, boolean isSs) {
        if (text.length() > MAX_PROCESSES) {
            found.addProcess(null);
        } else if (isSs && text.startsWith("users:")) {
            Matcher user = USER.matcher(text).region("users:(".length() - 1, text.length());
            int end = 0;
            while (user.find()) {
                found.addProcess(user.group(1));
                end = user.end();
            }
            if (!(text + " ").startsWith(") ", end)) {
                found.addProcess(null);
            }
        } else if (!isSs) {
            Matcher program = PROGRAM.matcher(text);
            if (program.matches()) {
                Matcher title = TITLE.matcher(program.group(1));
                found.addProcess(title.matches() ? title.group(1) : null);
            }
        }
    }
}
