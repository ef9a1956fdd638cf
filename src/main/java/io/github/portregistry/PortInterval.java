package io.github.portregistry;

import java.io.Serializable;
import java.util.Objects;

/**
 * The ports from one number to another, both inclusive; a single port is an interval whose ends are equal.
 *
 * <p>Immutable and thread-safe. Intervals are ordered by their first port, then by their last.
 *
 * <pre>{@code
 * PortInterval x11 = PortInterval.parse("6000-6063");      // 6000-6063
 * x11.contains(6010);                                      // true
 * x11.size();                                              // 64
 * PortInterval.of(443);                                    // 443
 * }</pre>
 *
 * @param first lowest port number, 0 to 65535
 * @param last highest port number, from {@code first} to 65535, inclusive
 */
public record PortInterval(int first, int last) implements Comparable<PortInterval>, Serializable {

    static final int MAX_PORT = 65535;

    /**
     * Checks the ends.
     *
     * @param first lowest port number, 0 to 65535
     * @param last highest port number, from {@code first} to 65535, inclusive
     * @throws IllegalArgumentException if an end is outside 0 to 65535, or {@code last} is below {@code first}
     */
    public PortInterval {
        requirePort(first);
        requirePort(last);
        if (last < first) {
            throw new IllegalArgumentException("interval " + first + "-" + last + " is reversed");
        }
    }

    /**
     * Returns the interval of one port.
     *
     * @param port port number, 0 to 65535
     * @return the interval whose ends are both that port
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public static PortInterval of(int port) {
        return new PortInterval(port, port);
    }

    /**
     * Returns the interval from one port to another.
     *
     * @param first lowest port number, 0 to 65535
     * @param last highest port number, from {@code first} to 65535, inclusive
     * @return the interval
     * @throws IllegalArgumentException if an end is outside 0 to 65535, or {@code last} is below {@code first}
     */
    public static PortInterval of(int first, int last) {
        return new PortInterval(first, last);
    }

    /**
     * Reads a port number ({@code "443"}) or two with a hyphen between them ({@code "6000-6063"}), as the registry and
     * {@link #toString()} write them. Digits are ASCII; blanks, signs and leading zeros are refused, the last because
     * half the world's tools read {@code 010} as eight.
     *
     * @param text the text, without blanks
     * @return the interval
     * @throws PortSpecException if the text is no port number or interval, outside 0 to 65535, or reversed
     */
    public static PortInterval parse(String text) {
        Objects.requireNonNull(text, "text");
        return parse(text, 0, text.length());
    }

    /**
     * Reads an interval as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config make a value of a
     * text by a static method of this name.
     *
     * @param text the text
     * @return the interval
     * @throws PortSpecException if {@code parse} would throw it
     */
    public static PortInterval valueOf(String text) {
        return parse(text);
    }

    /** Reads the part of a longer text from {@code start} to {@code end}, exclusive, to which errors then refer. */
    static PortInterval parse(String text, int start, int end) {
        int hyphen = start;
        while (hyphen < end && text.charAt(hyphen) != '-') {
            hyphen++;
        }
        boolean isOnePort = hyphen == end;
        int firstEnd = isOnePort ? end : hyphen;
        if (!isNumber(text, start, firstEnd) || !(isOnePort || isNumber(text, hyphen + 1, end))) {
            throw new PortSpecException(
                    text,
                    start,
                    Texts.quoted(text.substring(start, end))
                            + " is not a port number, 0 to 65535, or an interval such as 6000-6063");
        }
        int first = parsePort(text, start, firstEnd);
        int last = isOnePort ? first : parsePort(text, hyphen + 1, end);
        if (last < first) {
            throw new PortSpecException(text, start, "interval " + text.substring(start, end) + " is reversed");
        }
        return new PortInterval(first, last);
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }

    private static int parsePort(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = Math.min(value * 10 + (text.charAt(i) - '0'), MAX_PORT + 1); // stays put instead of overflowing
        }
        boolean isTooHigh = value > MAX_PORT;
        if (isTooHigh || (text.charAt(start) == '0' && end - start > 1)) {
            String reason = isTooHigh ? " is outside 0 to 65535" : " has a leading zero";
            String digits = Texts.abridged(text.substring(start, end));
            throw new PortSpecException(text, start, "port " + digits + reason);
        }
        return value;
    }

    static int requirePort(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
        }
        return port;
    }

    /**
     * Returns how many ports this interval has.
     *
     * @return number of ports, 1 to 65536
     */
    public int size() {
        return last - first + 1;
    }

    /**
     * Returns whether a port lies in this interval.
     *
     * @param port port number, 0 to 65535
     * @return true if it is one of this interval's ports
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public boolean contains(int port) {
        return first <= requirePort(port) && port <= last;
    }

    /**
     * Returns whether every port of another interval lies in this one.
     *
     * @param other the interval to look for
     * @return true if this interval holds all of it; an interval encloses itself
     */
    public boolean encloses(PortInterval other) {
        Objects.requireNonNull(other, "other");
        return first <= other.first && other.last <= last;
    }

    /**
     * Returns whether this interval and another have a port in common.
     *
     * @param other the interval to compare with
     * @return true if at least one port lies in both
     */
    public boolean overlaps(PortInterval other) {
        Objects.requireNonNull(other, "other");
        return first <= other.last && other.first <= last;
    }

    /**
     * Returns whether this interval and another touch without a port in common, as 10-19 and 20-29 do.
     *
     * @param other the interval to compare with
     * @return true if one begins right after the other ends
     */
    public boolean abuts(PortInterval other) {
        Objects.requireNonNull(other, "other");
        return last + 1 == other.first || other.last + 1 == first;
    }

    @Override
    public int compareTo(PortInterval other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    /**
     * Returns the interval as the registry writes it, and as {@link #parse(String)} reads it.
     *
     * @return {@code "6000-6063"}, or {@code "443"} where both ends are equal
     */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
