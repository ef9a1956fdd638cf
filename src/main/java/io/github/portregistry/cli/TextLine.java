package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a line that has no columns, such as that of a log. A port is what follows an address ({@code 127.0.0.1:80},
 * {@code [::1]:80}, {@code 192.0.2.1 port 80}), what precedes a transport ({@code 80/tcp}), or the value of a key for
 * ports ({@code DPT=80}). Its protocol is the last one that is named before it, or the only one of the line.
 */
final class TextLine {

    private static final String SEPARATORS = "\"'`(){}<;|";

    /** What may follow a port in a text. */
    private static final String PUNCTUATION = ".:,!?]";

    /** Words, and last words of keys, before the name of a host. */
    private static final Set<String> BEFORE_HOST = Set.of(
            "to", "from", "on", "via", "host", "server", "upstream", "backend", "peer", "addr", "address", "endpoint");

    /** Words, and last words of keys, before a port without an address, such as {@code :8080}. */
    private static final Set<String> BEFORE_PORT =
            Set.of("on", "listen", "listening", "bind", "addr", "address", "endpoint");

    /** Words before a protocol and any name of a host, as Go's errors have them: {@code dial tcp db:5432}. */
    private static final Set<String> DIAL = Set.of("dial", "listen", "read", "write", "accept");

    /** The scheme of a URL, empty for its other hosts. In those of docker, tags look like ports. */
    private static final Pattern SCHEME = Pattern.compile("(?:(?!docker)[A-Za-z][A-Za-z0-9+.-]*)?");

    private final String line;
    private final List<LinePort> ports = new ArrayList<>();
    private final Set<LineProtocol> protocols = EnumSet.noneOf(LineProtocol.class);
    private LineProtocol protocol = LineProtocol.UNKNOWN;
    private int beforeStart;
    private int beforeEnd;
    private boolean isDialled;
    private String key = "";
    private String addressOfPort = "";

    private TextLine(String line) {
        this.line = line;
    }

    /** Adds the ports of a line, which may be none. */
    static boolean read(String line, LinePorts found) {
        TextLine text = new TextLine(line);
        text.scan();
        found.addAll(text.ports, text.protocols);
        return true;
    }

    private void scan() {
        int end = line.length();
        int start = 0;
        boolean hasDigit = false;
        boolean hasMark = false;
        for (int i = 0; i <= end; i++) {
            char c = i == end ? ' ' : line.charAt(i);
            if (c > ' ' && SEPARATORS.indexOf(c) < 0) {
                hasDigit |= c >= '0' && c <= '9';
                hasMark |= c == ':' || c == '/' || c == '=';
                continue;
            }
            if (i > start) {
                token(start, i, hasDigit, hasMark);
            }
            start = i + 1;
            hasDigit = false;
            hasMark = false;
        }
    }

    private void token(int from, int to, boolean hasDigit, boolean hasMark) {
        int end = to;
        while (end > from && PUNCTUATION.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = from < end
                        && line.charAt(from) == '['
                        && line.substring(from, end).indexOf(']') < 0
                ? from + 1
                : from;
        LineProtocol word = LineProtocol.of(line, start, end);
        String quotedKey = key;
        String address = addressOfPort;
        boolean wasDialled = isDialled;
        key = "";
        addressOfPort = "";
        if (word != LineProtocol.UNKNOWN) {
            set(word);
            isDialled = DIAL.contains(before());
        } else if (!quotedKey.isEmpty()) {
            value(quotedKey, line.substring(start, end));
        } else if (!address.isEmpty()) {
            add(line.substring(start, end), word, address);
        } else if (hasMark && line.charAt(to - 1) == '=' && to < line.length() && line.charAt(to) == '"') {
            key = line.substring(start, to - 1);
        } else if (hasMark) {
            field(line.substring(start, end), hasDigit);
        } else if (end - start == 6 && line.startsWith("lookup", start)) { // dial tcp: lookup db on 192.0.2.53:53
            protocol = LineProtocol.UNKNOWN;
            protocols.clear();
        } else if (end - start == 4 && line.startsWith("port", start)) {
            String before = before();
            addressOfPort = LineAddress.isNumeric(before) ? before : "";
        }
        isDialled &= !wasDialled;
        beforeStart = start;
        beforeEnd = start == end && line.startsWith("::", start) ? start + 2 : end;
    }

    private String before() {
        return beforeEnd - beforeStart > 64 ? "" : line.substring(beforeStart, beforeEnd);
    }

    private void set(LineProtocol named) {
        protocol = named;
        protocols.add(named);
    }

    private void field(String token, boolean hasDigit) {
        int equals = token.indexOf('=');
        int scheme = token.indexOf("://");
        if (token.startsWith("port=") && token.contains(":proto=")) { // as firewalld writes a forwarded port
            for (String each : token.split(":", 0)) {
                value(each.substring(0, Math.max(each.indexOf('='), 0)), each.substring(each.indexOf('=') + 1));
            }
        } else if (equals > 0 && (scheme < 0 || equals < scheme) && LineKeys.isKey(token.substring(0, equals))) {
            value(token.substring(0, equals), token.substring(equals + 1));
        } else if (hasDigit) {
            pieces(token, before(), false);
        }
    }

    private void value(String name, String value) {
        if (LineKeys.isPort(name)) {
            add(value, LineProtocol.UNKNOWN, "");
        } else if (!LineKeys.isProtocol(name)) {
            pieces(value, LineKeys.lastWord(name), true);
        } else if (LineProtocol.ofValue(value) != LineProtocol.UNKNOWN) {
            set(LineProtocol.ofValue(value));
        }
    }

    /** Reads what commas separate: ports before their transports, hosts of a URL, and addresses. */
    private void pieces(String text, String before, boolean isKey) {
        String[] pieces = text.split(",", 0);
        boolean isAfterComma = !isKey && beforeEnd < line.length() && line.charAt(beforeEnd) == ',';
        TransportList list = new TransportList(pieces.length > 1, isAfterComma ? before : "");
        boolean isHost = false;
        for (String piece : pieces) {
            int scheme = piece.indexOf("://");
            LineProtocol word = LineProtocol.of(piece);
            if (scheme >= 0 || isHost) {
                isHost = hosts(piece, scheme);
            } else if (word != LineProtocol.UNKNOWN) {
                set(word);
                list.repeat(word);
            } else if (!list.add(piece)) {
                endpoints(piece, before, isKey);
            }
        }
        ports.addAll(list.ports());
    }

    /** Reads a URL, or one more host of it, and returns whether another one may follow. */
    private boolean hosts(String text, int colonOfScheme) {
        int first = colonOfScheme < 0 ? 0 : colonOfScheme + "://".length();
        int end = first;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String scheme = text.substring(text.lastIndexOf(':', colonOfScheme - 1) + 1, Math.max(colonOfScheme, 0));
        String host = text.substring(text.lastIndexOf('@', end) < first ? first : text.lastIndexOf('@', end) + 1, end);
        int colon = host.lastIndexOf(':');
        if (colon > 0 && SCHEME.matcher(scheme).matches() && LineAddress.mayBe(host.substring(0, colon))) {
            add(host.substring(colon + 1), LineProtocol.of(scheme), host.substring(0, colon));
        }
        return end == text.length();
    }

    /** Reads a token such as {@code 10.0.0.1:80} or {@code 0.0.0.0:8080->80/tcp}, whose transport is at its end. */
    private void endpoints(String text, String before, boolean isKey) {
        LineProtocol suffix = LineProtocol.of(text.substring(text.lastIndexOf('/') + 1));
        String[] ends = text.contains("->") ? text.split("->", 0) : new String[] {text};
        for (String each : ends) {
            int slash = each.indexOf('/');
            boolean isJava = slash >= 0 && LineAddress.end(each.substring(slash + 1)) >= 0; // localhost/127.0.0.1:80
            String end = slash < 0 ? each : isJava ? each.substring(slash + 1) : each.substring(0, slash);
            boolean isTime = isKey && end.startsWith("*") && !BEFORE_PORT.contains(before); // OnCalendar=*:30
            int colon = isTime ? -1 : LineAddress.end(end);
            if (colon < 0 && end.indexOf(':') == end.lastIndexOf(':') && isHost(end, suffix, before, isKey)) {
                colon = end.lastIndexOf(':');
            }
            if (colon >= 0) {
                add(end.substring(colon + 1), suffix, end.substring(0, colon));
            } else if (suffix != LineProtocol.UNKNOWN && ends.length > 1) {
                add(end, suffix, "");
            }
        }
    }

    /** Returns whether what stands before a colon is a host, which only the transport or the words before it can tell. */
    private boolean isHost(String end, LineProtocol suffix, String before, boolean isKey) {
        int colon = end.indexOf(':');
        if (colon <= 0) {
            return colon == 0 && (isDialled || BEFORE_PORT.contains(before));
        }
        boolean isNamed = LineProtocol.of(before) != LineProtocol.UNKNOWN
                || ((isKey || protocol != LineProtocol.UNKNOWN) && BEFORE_HOST.contains(before))
                || (before.equals("->") && !ports.isEmpty());
        return LineAddress.isHost(end.substring(0, colon))
                && (isDialled || suffix != LineProtocol.UNKNOWN || (isNamed && end.lastIndexOf('.', colon) >= 0));
    }

    private void add(String number, LineProtocol named, String address) {
        PortInterval interval = Ports.find(number);
        if (interval != null) {
            ports.add(new LinePort(interval, named == LineProtocol.UNKNOWN ? protocol : named, address));
        }
    }
}
