package io.github.portregistry;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognizes ports in the notations of other tools, such as {@code 80..90} and {@code *:80}, and says what to write. */
final class PortNotations {

    /**
     * A hint for the author of a token that is refused. The token is never replaced by what the hint suggests.
     *
     * @param text the end of the message, such as {@code "; write 80-90"}, safe to show; empty if there is nothing to
     *     say
     * @param suggestions what the token may mean, best first: service names that have a port, or what to write instead;
     *     unmodifiable
     */
    record Hint(String text, List<String> suggestions) {

        static final Hint NONE = new Hint("", List.of());

        Hint {
            suggestions = List.copyOf(suggestions);
        }

        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * A notation and its answer.
     *
     * @param pattern the notation, without a transport
     * @param ports the same ports as this library writes them, or an empty text; may refer to groups of the pattern
     * @param isSure whether the notation means these ports and no fewer, so that they are suggested
     * @param words what to say, with {@code %s} for the ports
     */
    private record Notation(Pattern pattern, String ports, boolean isSure, String words) {

        static Notation ports(String pattern, String ports) {
            return ports(pattern, ports, "write %s");
        }

        static Notation ports(String pattern, String ports, String words) {
            return new Notation(Pattern.compile(pattern, CASE_INSENSITIVE), ports, true, words);
        }

        static Notation words(String pattern, String ports, String words) {
            return new Notation(Pattern.compile(pattern, CASE_INSENSITIVE), ports, false, words);
        }

        /** Returns the hint for a text, or null if the text is not in this notation or its ports are not valid. */
        @Nullable
        Hint hint(String text, List<TransportProtocol> transports) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            if (ports.isEmpty()) {
                return new Hint("; " + words, List.of());
            }
            String meant = matcher.replaceFirst(ports);
            PortInterval interval = PortInterval.find(meant, 0, meant.length());
            if (interval == null) {
                return null;
            }
            String written = over(interval.toString(), transports);
            return new Hint("; " + words.formatted(written), isSure ? List.of(written) : List.of());
        }
    }

    /** Longer tokens are ignored, since no person writes them. */
    static final int MAX_LENGTH = 100;

    private static final String PORT = "([0-9]{1,5})";
    private static final String PORTS = "([0-9]{1,5}(?:-[0-9]{1,5})?)";

    /** Includes all kinds of dashes, since word processors and web pages replace hyphens with them. */
    private static final String TO = "(?:\\.{2,3}|[-\u2010-\u2015\u2212])";

    private static final String ADDRESS = "(?:\\*|localhost|::|[0-9]+(?:\\.[0-9]+){3}|\\[[0-9a-f:.]*]):";

    /** In iptables, a colon joins the ends of an interval; in Docker and Kubernetes, it maps one port to another. */
    private static final String COLON =
            "write %s if the colon means an interval, or the one port that you mean if it maps one port to another";

    /**
     * The notations, the most likely meaning of a text first. A notation that can be read in two ways suggests no more
     * than one port, since whoever takes a suggestion for a rule must not open more than was meant.
     */
    private static final List<Notation> NOTATIONS = List.of(
            Notation.words("!.*", "", "write the ports that you mean, or take the complement of a set"),
            Notation.words(TO + "|:|to", "", "write an interval without blanks, such as 6000-6063"),
            Notation.ports(PORT, "$1"),
            Notation.ports(PORT + "\\.0+", "$1"), // a number in a spreadsheet
            Notation.ports(PORT + TO + PORT, "$1-$2"),
            Notation.ports(PORTS + ":\\1", "$1"),
            Notation.words(PORT + ":" + PORT, "$1-$2", COLON),
            Notation.words(PORT + ":" + PORT, "$2-$1", COLON),
            Notation.words(
                    "(?![0-9]+:[0-9]+$)(?:" + ADDRESS + ")?" + PORTS + "(?::|->)" + PORTS,
                    "",
                    "write only the ports that you mean, since this maps ports to others"),
            Notation.ports(PORT + "(?:\\+|:|" + TO + ")", "$1-65535"),
            Notation.ports(":" + PORT, "$1", "write %s, or an interval from 0 if you mean all ports up to it"),
            Notation.ports("(?!-1$)" + TO + PORT, "0-$1"), // in other tools, -1 means every port or none
            Notation.ports("(?:(?:[a-z][a-z0-9+.-]*:)?//)?" + ADDRESS + PORT + "(?:/.*)?", "$1"),
            Notation.ports("(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?![0-9-]+:)[^/:]+:" + PORT + "(?:/.*)?", "$1"),
            Notation.ports("\\*|any|all", "0-65535"));

    private PortNotations() {}

    /** Returns what to write instead of a text that is neither a port nor an interval, over some transports, if any. */
    static Hint hint(String text, List<TransportProtocol> transports) {
        return NOTATIONS.stream()
                .limit(text.length() > MAX_LENGTH ? 0 : NOTATIONS.size())
                .flatMap(notation -> Stream.ofNullable(notation.hint(text, transports)))
                .findFirst()
                .orElse(Hint.NONE);
    }

    /** Returns a port, an interval or a name with each of some transports, if any. */
    static String over(String target, List<TransportProtocol> transports) {
        return transports.isEmpty()
                ? target
                : transports.stream()
                        .map(transport -> target + "/" + transport.keyword())
                        .collect(Collectors.joining(", "));
    }
}
