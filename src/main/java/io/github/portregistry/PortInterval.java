package io.github.portregistry;

import io.github.portregistry.PortSpecException.Fault;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An interval of ports, such as {@code 6000-6063}, both ends inclusive. A single port is an interval whose ends are
 * equal.
 *
 * <p>This class is immutable and thread-safe. Intervals are ordered by their first port, then by their last.
 *
 * <pre>{@code
 * PortInterval x11 = PortInterval.parse("6000-6063");      // 6000-6063
 * x11.contains(6010);                                      // true
 * x11.size();                                              // 64
 * PortInterval.of(443);                                    // 443
 * }</pre>
 *
 * @param first the lowest port number, 0 to 65535
 * @param last the highest port number, from {@code first} to 65535, inclusive
 */
@CheckReturnValue
public record PortInterval(int first, int last) implements Comparable<PortInterval>, Serializable {

    static final int MAX_PORT = 65535;

    /**
     * Creates an interval from one port to another.
     *
     * @param first the lowest port number, 0 to 65535
     * @param last the highest port number, from {@code first} to 65535, inclusive
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
     * Returns the interval of a single port.
     *
     * @param port the port number, 0 to 65535
     * @return the interval whose first and last port are that port
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public static PortInterval of(int port) {
        return new PortInterval(port, port);
    }

    /**
     * Returns the interval from one port to another: {@code of(6000, 6063)} has 64 ports. {@link PortSet#of(int...)}
     * takes single ports instead, of which {@code PortSet.of(6000, 6063)} has two.
     *
     * @param first the lowest port number, 0 to 65535
     * @param last the highest port number, from {@code first} to 65535, inclusive
     * @return the interval
     * @throws IllegalArgumentException if an end is outside 0 to 65535, or {@code last} is below {@code first}
     */
    public static PortInterval of(int first, int last) {
        return new PortInterval(first, last);
    }

    /**
     * Parses a port number ({@code "443"}) or two port numbers joined by a hyphen ({@code "6000-6063"}), as the
     * registry and {@link #toString()} write them. Only ASCII digits are accepted. Blanks, signs and leading zeros are
     * refused, the latter because many tools read {@code 010} as eight.
     *
     * @param text the text, without blanks
     * @return the interval
     * @throws PortSpecException if the text is not a port number or an interval, or is outside 0 to 65535 or reversed
     */
    public static PortInterval parse(String text) {
        PortInterval interval = find(Objects.requireNonNull(text, "text"), 0, text.length());
        if (interval == null) {
            throw new PortSpecException(text, fault(text, 0, text.length()));
        }
        return interval;
    }

    /**
     * Parses an interval as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config convert text by a
     * static method of this name.
     *
     * @param text the text
     * @return the interval
     * @throws PortSpecException if {@code parse} would throw it
     */
    public static PortInterval valueOf(String text) {
        return parse(text);
    }

    /** Returns the interval in the part of a text from {@code start} to {@code end}, exclusive, or null. */
    static @Nullable PortInterval find(String text, int start, int end) {
        int hyphen = start;
        while (hyphen < end && text.charAt(hyphen) != '-') {
            hyphen++;
        }
        int first = port(text, start, hyphen);
        int last = hyphen == end ? first : port(text, hyphen + 1, end);
        return first < 0 || last < first ? null : new PortInterval(first, last);
    }

    /** Returns a port number, or -1 if the part of the text is not one. */
    private static int port(String text, int start, int end) {
        int value = number(text, start, end);
        boolean hasLeadingZero = end - start > 1 && text.charAt(start) == '0';
        return value > MAX_PORT || hasLeadingZero ? -1 : value;
    }

    /** Returns the number that some digits mean, at most the first that is not a port; -1 if they are not digits. */
    private static int number(String text, int start, int end) {
        int value = start < end ? 0 : -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = Math.min(value * 10 + (c - '0'), MAX_PORT + 1); // stays there instead of overflowing
        }
        return value;
    }

    /** Returns why {@link #find} finds no interval. The index of the fault refers to the whole text. */
    static Fault fault(String text, int start, int end) {
        String token = text.substring(start, end);
        String[] numbers = token.split("-", 2);
        for (String number : numbers) {
            if (number(number, 0, number.length()) < 0) {
                return new Fault(
                        start,
                        token,
                        Texts.quoted(token) + " is not a port number, 0 to 65535, or an interval such as 6000-6063");
            }
        }
        int index = start;
        for (String number : numbers) {
            if (port(number, 0, number.length()) < 0) {
                boolean isTooHigh = number(number, 0, number.length()) > MAX_PORT;
                String reason = isTooHigh ? " is outside 0 to 65535" : " has a leading zero";
                return new Fault(index, token, "port " + Texts.abridged(number) + reason);
            }
            index += number.length() + 1;
        }
        return new Fault(start, token, "interval " + token + " is reversed");
    }

    @CheckReturnValue.CanIgnoreReturnValue
    static int requirePort(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
        }
        return port;
    }

    /**
     * Returns the number of ports in this interval.
     *
     * @return the number of ports, 1 to 65536
     */
    public int size() {
        return last - first + 1;
    }

    /**
     * Returns whether this interval contains a port.
     *
     * @param port the port number, 0 to 65535
     * @return true if the port lies in this interval
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public boolean contains(int port) {
        return first <= requirePort(port) && port <= last;
    }

    /**
     * Returns whether this interval contains all ports of another.
     *
     * @param other the other interval
     * @return true if the other interval lies entirely in this one; an interval contains itself
     */
    public boolean contains(PortInterval other) {
        Objects.requireNonNull(other, "other");
        return first <= other.first && other.last <= last;
    }

    /**
     * Returns whether this interval and another have a port in common.
     *
     * @param other the other interval
     * @return true if at least one port is in both
     */
    public boolean intersects(PortInterval other) {
        Objects.requireNonNull(other, "other");
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(PortInterval other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    // Both are a record's own, spelled out: in a fresh process, to link those takes as long as all of a first look-up.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortInterval that && first == that.first && last == that.last;
    }

    @Override
    public int hashCode() {
        return 31 * first + last;
    }

    /**
     * Returns this interval as the registry writes it, a text that {@link #parse(String)} accepts.
     *
     * @return a text such as {@code "6000-6063"}, or {@code "443"} for a single port
     */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
