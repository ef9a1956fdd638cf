package io.github.portregistry.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of docker ps or podman ps, whose ports stand behind the age and the state, and the command before them; or
 * one of docker port, whose transport is that of both ports.
 */
final class ContainerLine {

    private static final String AGE = " ago ";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{12} ");

    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})/([a-z]{3,4}) -> ([^ ]{1,60}):([0-9]{1,5})");

    private ContainerLine() {}

    /** Adds the ports of a line, or returns false if it is not of these tools. */
    static boolean read(String line, LinePorts found) {
        Matcher port = line.contains(" -> ") ? PORT.matcher(line) : null;
        if (port != null && port.matches()) {
            LineProtocol protocol = LineProtocol.of(port.group(2));
            found.add(port.group(1), protocol, "");
            found.add(port.group(4), protocol, port.group(3));
            return true;
        }
        int age = line.lastIndexOf(AGE);
        boolean isContainer = age >= 0
                && (line.startsWith(" ", age + AGE.length()) || ID.matcher(line).lookingAt());
        return isContainer && TextLine.read(line.substring(age + AGE.length()), found);
    }
}
