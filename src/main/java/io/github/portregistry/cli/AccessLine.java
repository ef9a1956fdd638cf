package io.github.portregistry.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of an access log before its date only: what is quoted behind it is what a client wrote. */
final class AccessLine {

    private static final Pattern DATE =
            Pattern.compile("\\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[^\\]\"]{1,30}\\] [^\"]*+\"");

    private AccessLine() {}

    /** Adds the ports of a line, or returns false if it is not of an access log. */
    static boolean read(String line, LinePorts found) {
        Matcher date = line.indexOf('[') < 0 ? null : DATE.matcher(line);
        return date != null && date.find() && TextLine.read(line.substring(0, date.start()), found);
    }
}
