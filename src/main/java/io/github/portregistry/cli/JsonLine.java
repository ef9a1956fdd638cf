package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of JSON, or a part of it: a port is only the value of a key for ports. Its protocol is the one that the
 * nearest object around it has, or else the only one of the line.
 */
final class JsonLine {

    /** What no tool writes, and would need much memory. */
    private static final int MAX_DEPTH = 500;

    private static final Pattern START = Pattern.compile("^\\s*+\"[^\"\\\\]*+\"\\s*+:|\\{\\s*+\"[^\"\\\\]*+\"\\s*+:");

    private static final String DELIMITERS = "{}[],:\"";

    /** An object that is open: its protocol, and how many ports waited for one when it began. */
    private record Scope(LineProtocol protocol, int waiting) {}

    private final String line;
    private final List<LinePort> ports = new ArrayList<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Set<LineProtocol> protocols = EnumSet.noneOf(LineProtocol.class);
    private String key = "";

    private JsonLine(String line) {
        this.line = line;
        scopes.push(new Scope(LineProtocol.UNKNOWN, 0));
    }

    /** Adds the ports of a line that begins with JSON, or returns false if it does not. */
    static boolean readWhole(String line, LinePorts found) {
        int first = 0;
        while (first < line.length() && line.charAt(first) <= ' ') {
            first++;
        }
        return first < line.length() && "{[\"".indexOf(line.charAt(first)) >= 0 && read(line, found);
    }

    /** Adds the ports of a line, also of what a log has before the JSON, or returns false if it has no JSON. */
    static boolean read(String line, LinePorts found) {
        Matcher start = line.indexOf('"') < 0 ? null : START.matcher(line);
        if (start == null || !start.find()) {
            return false;
        }
        TextLine.read(line.substring(0, start.start()), found);
        JsonLine json = new JsonLine(line);
        json.scan(start.start());
        found.addAll(json.ports, json.protocols);
        return true;
    }

    private void scan(int start) {
        int i = start;
        while (i < line.length() && scopes.size() <= MAX_DEPTH) {
            char c = line.charAt(i);
            int end = c == '"' ? endOfString(i) : c > ' ' && DELIMITERS.indexOf(c) < 0 ? endOfWord(i) : i + 1;
            boolean isCut = end == line.length() && scopes.size() > 1 && c != '}';
            int colon = c == '"' ? skipBlanks(end) : line.length();
            if (colon < line.length() && line.charAt(colon) == ':') {
                key = line.substring(i + 1, end - 1);
                i = colon + 1;
                continue;
            }
            if (c == '{') {
                scopes.push(new Scope(LineProtocol.UNKNOWN, waiting.size()));
            } else if (c == '}') {
                close();
            } else if (c == '"' && !isCut) {
                value(i + 1, end - 1);
            } else if (c > ' ' && !isCut) {
                value(i, end);
            }
            key = c <= ' ' ? key : "";
            i = end;
        }
        if (scopes.size() > MAX_DEPTH) {
            ports.clear();
            waiting.clear();
        }
        while (scopes.size() > 1) {
            close();
        }
        close();
    }

    private void value(int start, int end) {
        if (LineKeys.isPort(key)) {
            PortInterval interval = Ports.find(line.substring(start, end));
            if (interval != null) {
                waiting.push(ports.size());
                ports.add(new LinePort(interval, LineProtocol.UNKNOWN, ""));
            }
        } else if (LineKeys.isProtocol(key)) {
            LineProtocol protocol = LineProtocol.ofValue(line.substring(start, end));
            if (protocol != LineProtocol.UNKNOWN) {
                protocols.add(protocol);
                scopes.push(new Scope(protocol, scopes.pop().waiting));
            }
        }
    }

    /** Closes an object, whose ports have its protocol, or wait for the one of the object around it. */
    private void close() {
        Scope scope = scopes.size() > 1 ? scopes.pop() : scopes.getFirst();
        while (scope.protocol != LineProtocol.UNKNOWN && waiting.size() > scope.waiting) {
            int port = waiting.pop();
            ports.set(port, new LinePort(ports.get(port).ports(), scope.protocol, ""));
        }
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (i < line.length() && line.charAt(i) != '"') {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, line.length());
    }

    private int endOfWord(int start) {
        int i = start;
        while (i < line.length() && line.charAt(i) > ' ' && DELIMITERS.indexOf(line.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int skipBlanks(int start) {
        int i = start;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }
}
