package io.github.portregistry;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.github.portregistry.PortNotations.Hint;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognizes the notations that other tools have for tokens, such as {@code tcp/80}, and says what to write. */
final class SpecNotations {

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
        Hint hint = token.length() > PortNotations.MAX_LENGTH ? Hint.NONE : find(token);
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
        return PortNotations.hint(token, List.of());
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
                        .map(interval -> PortNotations.over(interval.toString(), List.of(entry.getKey()))))
                .collect(Collectors.joining(", "));
        boolean isShort = written.length() <= PortNotations.MAX_LENGTH;
        String words = "; that is PortsByTransport.parse's form; write ";
        return isShort
                ? new Hint(words + written, List.of(written))
                : new Hint(words + "each port with its transport, such as 443/tcp", List.of());
    }

    /** Returns the hint for a transport that stands alone, after a token such as {@code 53/tcp} or an empty text. */
    Hint transportAfter(String token, TransportProtocol transport) {
        String target = token.substring(0, Math.max(token.lastIndexOf('/'), 0));
        String written = PortNotations.over(target, List.of(transport));
        return token.length() <= PortNotations.MAX_LENGTH && isToken(written)
                ? new Hint(
                        "; write " + token + ", " + written + "; a transport is written after a slash",
                        List.of(written))
                : behindSlash(List.of(transport));
    }

    private static Hint behindSlash(List<TransportProtocol> transports) {
        String written = PortNotations.over("53", transports);
        return new Hint("; write a transport after a slash, such as " + written, List.of());
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
                        .map(service -> PortNotations.over(service, transports))
                        .toList();
        if (!written.isEmpty()) {
            return new Hint("; write " + String.join(", or ", written), written);
        }
        Hint hint = PortNotations.hint(rest, transports);
        return rest.isEmpty() || (hint.isEmpty() && isFirst && between.matches("[/:]"))
                ? behindSlash(transports)
                : hint;
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
        PortInterval ports = PortInterval.find(target, 0, target.length());
        return (ports != null && target.equals(ports.toString()))
                || services.apply(target, transport == null ? List.of() : List.of(transport))
                        .contains(target);
    }
}
