package io.github.portregistry;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognizes the notations of other tools, such as {@code 80:90} of iptables, and suggests what to write instead. */
final class SpecNotations {

    /** Longer tokens are ignored, since no person writes them. */
    private static final int MAX_LENGTH = 100;

    private static final String PORT = "(0|[1-9][0-9]{0,4})";
    private static final String TRANSPORTS = "(tcp|udp|sctp|dccp)(?:[/+|&_-]?(tcp|udp|sctp|dccp))?";
    private static final String BETWEEN = "([/:._-]?)";

    /** Includes all kinds of dashes, since word processors and web pages replace hyphens with them. */
    private static final String TO = "(:|\\.{2,3}|[-\u2010-\u2015\u2212])";

    private static final Pattern PORTS = Pattern.compile(PORT + "(?:" + TO + PORT + ")?");
    private static final Pattern UPWARDS = Pattern.compile(PORT + "(?:\\+|" + TO + ")");
    private static final Pattern UP_TO = Pattern.compile(TO + PORT);
    private static final Pattern NO_PORTS = Pattern.compile(TO + "|to", CASE_INSENSITIVE);
    private static final Pattern EVERY_PORT = Pattern.compile("\\*|any|all", CASE_INSENSITIVE);
    private static final Pattern AT_ADDRESS = Pattern.compile(
            "(?:\\*|localhost|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]*]):" + PORT, CASE_INSENSITIVE);
    private static final Pattern ONLY_TRANSPORTS = Pattern.compile(TRANSPORTS, CASE_INSENSITIVE);
    private static final Pattern TRANSPORTS_FIRST = Pattern.compile(TRANSPORTS + BETWEEN + "(.+)", CASE_INSENSITIVE);
    private static final Pattern TRANSPORTS_LAST = Pattern.compile("(.+?)" + BETWEEN + TRANSPORTS, CASE_INSENSITIVE);
    private static final Pattern ENCLOSED = Pattern.compile("[\\[({\"']*(.*?)[])}\"']*");

    private static final SpecHint WITHOUT_BLANKS =
            new SpecHint("; write an interval without blanks, such as 6000-6063", List.of());
    private static final SpecHint WITHOUT_BRACKETS = new SpecHint("; write only the ports, such as 22,80", List.of());
    private static final SpecHint NOT_THESE =
            new SpecHint("; write the ports that you mean, or take the complement of a set", List.of());

    private SpecNotations() {}

    /** Returns what to write instead of a token, or {@link SpecHint#NONE} if its notation is unknown. */
    static SpecHint hint(RegistryRows rows, String token) {
        SpecHint hint = token.length() > MAX_LENGTH ? SpecHint.NONE : find(rows, token);
        return hint.suggestions().contains(token) ? SpecHint.NONE : hint;
    }

    private static SpecHint find(RegistryRows rows, String token) {
        if (token.startsWith("!")) {
            return NOT_THESE;
        }
        if (NO_PORTS.matcher(token).matches()) {
            return WITHOUT_BLANKS;
        }
        SpecHint list = list(rows, token);
        if (!list.isEmpty()) {
            return list;
        }
        Matcher transports = ONLY_TRANSPORTS.matcher(token);
        if (transports.matches()) {
            return behindASlash(transports.group(1));
        }
        Matcher first = TRANSPORTS_FIRST.matcher(token);
        if (first.matches()) {
            List<TransportProtocol> over = transports(first, 1);
            SpecHint hint = write(over, meant(rows, first.group(4), first.group(3), over));
            boolean isOther = hint.isEmpty() && first.group(3).matches("[/:]");
            return isOther ? behindASlash(first.group(1)) : hint;
        }
        Matcher last = TRANSPORTS_LAST.matcher(token);
        if (last.matches()) {
            List<TransportProtocol> over = transports(last, 3);
            return write(over, meant(rows, last.group(1), last.group(2), over));
        }
        return write(List.of(), ports(token));
    }

    private static SpecHint behindASlash(String transport) {
        return new SpecHint(
                "; write a transport after a slash, such as 53/" + ServiceNames.folded(transport), List.of());
    }

    private static List<TransportProtocol> transports(Matcher matcher, int group) {
        return Stream.of(group, group + 1)
                .flatMap(i -> Stream.ofNullable(matcher.group(i)))
                .map(TransportProtocol::parse)
                .distinct()
                .toList();
    }

    /** Returns how to write the text next to a transport: alternatives, or an empty list. */
    private static List<String> meant(
            RegistryRows rows, String text, String between, List<TransportProtocol> transports) {
        return !between.isEmpty() && SpecSuggestions.isService(rows, text, transports) ? List.of(text) : ports(text);
    }

    /** Returns the ports that a text means in any known notation: alternatives, or an empty list. */
    private static List<String> ports(String text) {
        Matcher ports = PORTS.matcher(text);
        if (ports.matches()) {
            return ports(ports.group(1), ports.group(ports.group(3) == null ? 1 : 3));
        }
        Matcher upwards = UPWARDS.matcher(text);
        if (upwards.matches()) {
            return ports(upwards.group(1), "65535");
        }
        Matcher upTo = UP_TO.matcher(text);
        if (upTo.matches()) {
            return upTo(upTo.group(1), upTo.group(2));
        }
        Matcher atAddress = AT_ADDRESS.matcher(text);
        if (atAddress.matches()) {
            return ports(atAddress.group(1), atAddress.group(1));
        }
        return EVERY_PORT.matcher(text).matches() ? List.of("0-65535") : List.of();
    }

    /**
     * Returns the meanings of a text without a first port. In iptables, {@code :443} means all ports up to 443; as the
     * address of a server, it means 443 only. In other tools, {@code -1} means every port or none.
     */
    private static List<String> upTo(String to, String last) {
        if (to.equals("-") && last.equals("1")) {
            return List.of();
        }
        List<String> meant = new ArrayList<>(ports("0", last));
        if (to.equals(":")) {
            meant.addAll(ports(last, last));
        }
        return meant;
    }

    private static List<String> ports(String first, String last) {
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        return from <= to && to <= PortInterval.MAX_PORT
                ? List.of(PortInterval.of(from, to).toString())
                : List.of();
    }

    /** Returns the hint for tokens separated by semicolons or bars, or for one in brackets or quotes. */
    private static SpecHint list(RegistryRows rows, String token) {
        Matcher enclosed = ENCLOSED.matcher(token);
        String text = enclosed.matches() ? enclosed.group(1) : token;
        if (text.isEmpty()) {
            return WITHOUT_BRACKETS;
        }
        List<String> tokens = List.of(text.split("[;|]", -1));
        String written = String.join(",", tokens);
        return !written.equals(token) && tokens.stream().allMatch(each -> isToken(rows, each))
                ? write(List.of(), List.of(written))
                : SpecHint.NONE;
    }

    private static boolean isToken(RegistryRows rows, String text) {
        int slash = text.lastIndexOf('/');
        TransportProtocol transport =
                TransportProtocol.find(text.substring(slash + 1)).orElse(null);
        String target = transport == null ? text : text.substring(0, Math.max(0, slash));
        return ports(target).equals(List.of(target))
                || SpecSuggestions.isService(rows, target, transport == null ? List.of() : List.of(transport));
    }

    /** Returns the hint to write one of the given alternatives. */
    private static SpecHint write(List<TransportProtocol> transports, List<String> alternatives) {
        List<String> written = alternatives.stream()
                .distinct()
                .map(ports -> over(transports, ports))
                .toList();
        return switch (written.size()) {
            case 0 -> SpecHint.NONE;
            case 1 -> new SpecHint("; write " + written.get(0), written);
            default ->
                new SpecHint("; write " + written.get(0) + ", or " + written.get(1) + " for that port alone", written);
        };
    }

    private static String over(List<TransportProtocol> transports, String ports) {
        return transports.isEmpty()
                ? ports
                : transports.stream()
                        .map(transport -> ports + "/" + transport.keyword())
                        .collect(Collectors.joining(", "));
    }
}
