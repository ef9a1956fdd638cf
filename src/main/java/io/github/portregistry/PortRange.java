package io.github.portregistry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One of the three ranges of port numbers that RFC 6335, section 6 defines.
 *
 * <pre>{@code
 * PortRange.of(1326);                       // USER
 * PortRange.parse("Well Known Ports");      // SYSTEM
 * PortRange.DYNAMIC.first();                // 49152
 * }</pre>
 */
public enum PortRange {

    /** System Ports, also called Well Known Ports: 0 to 1023. IANA assigns them by IETF review or approval. */
    SYSTEM(0, 1023, "System Ports", "Well Known Ports"),

    /** User Ports, also called Registered Ports: 1024 to 49151. IANA assigns them on request. */
    USER(1024, 49151, "User Ports", "Registered Ports"),

    /**
     * Dynamic Ports, also called Private or Ephemeral Ports: 49152 to 65535. IANA never assigns them.
     *
     * <p>This is the range of the RFC, which is not the range that an operating system uses for outgoing connections.
     * The latter is a setting of the system: on Linux, it is 32768 to 60999 by default.
     */
    DYNAMIC(49152, 65535, "Dynamic Ports", "Private Ports", "Ephemeral Ports", "Dynamic and/or Private Ports");

    private final PortInterval interval;
    private final List<String> names;

    PortRange(int first, int last, String... names) {
        this.interval = new PortInterval(first, last);
        this.names = List.of(names);
    }

    /**
     * Returns the range that contains a port.
     *
     * @param port the port number, 0 to 65535
     * @return the range that contains it
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public static PortRange of(int port) {
        // The bounds are repeated as literals, since comparing with these is faster than reading them from an object.
        if (PortInterval.requirePort(port) < 1024) {
            return SYSTEM;
        }
        return port < 49152 ? USER : DYNAMIC;
    }

    /**
     * Returns the range of a name: one of {@link #names()}, with or without the word "Ports", or the name of the
     * constant. Case is ignored, and hyphens and underscores are equal to spaces, as in {@code "well-known"}.
     *
     * @param name the name of a range
     * @return the range that has the name
     * @throws IllegalArgumentException if no range has that name; the message lists the known names
     */
    public static PortRange parse(String name) {
        String wanted = normalized(Objects.requireNonNull(name, "name"));
        List<String> known = new ArrayList<>();
        for (PortRange range : values()) {
            if (range.names.stream().anyMatch(other -> normalized(other).equals(wanted))) {
                return range;
            }
            known.addAll(range.names);
        }
        throw new IllegalArgumentException("unknown port range " + Texts.quoted(name) + "; it must be one of " + known);
    }

    private static String normalized(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        return words.endsWith(" ports") ? words.substring(0, words.length() - " ports".length()) : words;
    }

    /**
     * Returns the lowest port of this range.
     *
     * @return the port number, 0 to 65535
     */
    public int first() {
        return interval.first();
    }

    /**
     * Returns the highest port of this range.
     *
     * @return the port number, 0 to 65535, inclusive
     */
    public int last() {
        return interval.last();
    }

    /**
     * Returns this range as an interval.
     *
     * @return the ports from {@link #first()} to {@link #last()}
     */
    public PortInterval interval() {
        return interval;
    }

    /**
     * Returns the names of this range in RFC 6335 and on IANA's page, the preferred one first.
     *
     * @return the names, at least two; unmodifiable
     */
    public List<String> names() {
        return names;
    }
}
