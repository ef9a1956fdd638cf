package io.github.portregistry;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognizes the notations of other tools, such as {@code 80..90} and {@code tcp/80}, and says what to write. */
final class SpecNotations {

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
            String interval = interval(matcher.replaceFirst(ports));
            if (interval == null) {
                return null;
            }
            String written = over(interval, transports);
            return new Hint("; " + words.formatted(written), isSure ? List.of(written) : List.of());
        }
    }

    /** Longer tokens are ignored, since no person writes them. */
    private static final int MAX_LENGTH = 100;

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
            Notation.words("", "53", "write a transport after a slash, such as %s"),
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

    private static final String TRANSPORTS = "(?<one>tcp|udp|sctp|dccp)(?:[/+|&_-]?(?<other>tcp|udp|sctp|dccp))?";

    /** A transport before or after ports or a name, or alone. */
    private static final List<Pattern> WITH_TRANSPORTS = Stream.of(
                    TRANSPORTS + "(?<between>[/:._-]?)(?<rest>.*)", "(?<rest>.+?)(?<between>[/:._-]?)" + TRANSPORTS)
            .map(pattern -> Pattern.compile(pattern, CASE_INSENSITIVE))
            .toList();

    private static final Pattern ENCLOSED = Pattern.compile("[\\[({\"']*(.*?)[])}\"';|]*");

    /** Returns the services that a text means over each of some transports, which may be empty. */
    private final BiFunction<String, List<TransportProtocol>, List<String>> services;

    SpecNotations(BiFunction<String, List<TransportProtocol>, List<String>> services) {
        this.services = services;
    }

    /** Returns what to write instead of a token, or {@link Hint#NONE} if its notation is unknown. */
    Hint hint(String token) {
        Hint hint = token.length() > MAX_LENGTH ? Hint.NONE : find(token);
        return hint.suggestions().contains(token) ? Hint.NONE : hint;
    }

    private Hint find(String token) {
        Hint list = list(token);
        if (!list.isEmpty()) {
            return list;
        }
        for (Pattern pattern : WITH_TRANSPORTS) {
            Matcher matcher = pattern.matcher(token);
            if (matcher.matches()) {
                return withTransports(matcher);
            }
        }
        return ports(token, List.of());
    }

    /** Returns the hint for a specification that {@link PortsByTransport#parse} can read, such as {@code "tcp 443"}. */
    static Hint portsByTransport(String text) {
        PortsByTransport ports;
        try {
            ports = PortsByTransport.parse(text);
        } catch (PortSpecException e) {
            return Hint.NONE;
        }
        String written = ports.asMap().entrySet().stream()
                .flatMap(entry -> entry.getValue().intervals().stream()
                        .map(interval -> over(interval.toString(), List.of(entry.getKey()))))
                .collect(Collectors.joining(", "));
        boolean isShort = written.length() <= MAX_LENGTH;
        String words = "; that is PortsByTransport.parse's form; write ";
        return isShort
                ? new Hint(words + written, List.of(written))
                : new Hint(words + "each port with its transport, such as 443/tcp", List.of());
    }

    /** Returns the hint for a transport that stands alone, after a token such as {@code 53/tcp} or an empty text. */
    Hint transportAfter(String token, TransportProtocol transport) {
        String target = token.substring(0, Math.max(token.lastIndexOf('/'), 0));
        String written = over(target, List.of(transport));
        return token.length() <= MAX_LENGTH && isToken(written)
                ? new Hint(
                        "; write " + token + ", " + written + "; a transport is written after a slash",
                        List.of(written))
                : ports("", List.of(transport));
    }

    private Hint withTransports(Matcher matcher) {
        List<TransportProtocol> transports = Stream.of("one", "other")
                .flatMap(group -> Stream.ofNullable(matcher.group(group)))
                .map(TransportProtocol::parse)
                .distinct()
                .toList();
        String rest = matcher.group("rest");
        String between = matcher.group("between");
        boolean isFirst = matcher.start("one") == 0;
        boolean isOurs = !isFirst && between.equals("/") && matcher.group("other") == null;
        List<String> written = between.isEmpty() || isOurs
                ? List.of()
                : services.apply(rest, transports).stream()
                        .map(service -> over(service, transports))
                        .toList();
        if (!written.isEmpty()) {
            return new Hint("; write " + String.join(", or ", written), written);
        }
        Hint hint = ports(rest, transports);
        return hint.isEmpty() && isFirst && between.matches("[/:]") ? ports("", transports) : hint;
    }

    private static Hint ports(String text, List<TransportProtocol> transports) {
        return NOTATIONS.stream()
                .flatMap(notation -> Stream.ofNullable(notation.hint(text, transports)))
                .findFirst()
                .orElse(Hint.NONE);
    }

    /** Returns the hint for tokens separated by semicolons or bars, or for one in brackets or quotes. */
    private Hint list(String token) {
        Matcher enclosed = ENCLOSED.matcher(token);
        String text = enclosed.matches() ? enclosed.group(1) : token;
        if (text.isEmpty()) {
            return new Hint("; write only the ports, such as 22,80", List.of());
        }
        List<String> tokens = List.of(text.split("[;|]", -1));
        String written = String.join(",", tokens);
        return !written.equals(token) && tokens.stream().allMatch(this::isToken)
                ? new Hint("; write " + written, List.of(written))
                : Hint.NONE;
    }

    private boolean isToken(String text) {
        int slash = text.lastIndexOf('/');
        TransportProtocol transport =
                TransportProtocol.find(text.substring(slash + 1)).orElse(null);
        String target = transport == null ? text : text.substring(0, Math.max(0, slash));
        return target.equals(interval(target))
                || services.apply(target, transport == null ? List.of() : List.of(transport))
                        .contains(target);
    }

    /** Returns the canonical form of a port or an interval, or null if the text is neither. */
    private static @Nullable String interval(String text) {
        try {
            return PortInterval.parse(text).toString();
        } catch (PortSpecException e) {
            return null;
        }
    }

    private static String over(String target, List<TransportProtocol> transports) {
        return transports.isEmpty()
                ? target
                : transports.stream()
                        .map(transport -> target + "/" + transport.keyword())
                        .collect(Collectors.joining(", "));
    }
}
