package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ports in a line that some tool printed: {@code 127.0.0.1:80}, {@code [::1]:80}, {@code *:80},
 * {@code 80/tcp}, {@code 0.0.0.0:8080->80/tcp}, {@code 80/open/tcp}, {@code DPT=80}. It takes one pass over the line.
 * Each token is read on its own, except that {@code tcp}, {@code udp6} or {@code PROTO=TCP} gives the transport of the
 * tokens after it.
 */
final class LinePorts {

    /** A port or an interval, with its transport if the line says which. */
    record LinePort(PortInterval ports, @Nullable TransportProtocol transport) {}

    /** The beginning of the processes in a line of ss. */
    static final String PROCESSES_OF_SS = "users:((";

    private static final String SEPARATORS = ",;\"'(){}<";
    private static final Set<String> PORT_WORDS =
            Set.of("dpt", "spt", "dpts", "spts", "dport", "sport", "--dport", "--sport");

    private final List<LinePort> found = new ArrayList<>();
    private @Nullable TransportProtocol first;
    private @Nullable TransportProtocol current;
    private boolean isIpv6;

    private LinePorts() {}

    /** Returns the ports in a line from left to right, each once. */
    static Set<LinePort> in(String line) {
        LinePorts ports = new LinePorts();
        int users = line.indexOf(PROCESSES_OF_SS); // process names are what any user chooses
        int end = users < 0 ? line.length() : users;
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || line.charAt(i) <= ' ' || SEPARATORS.indexOf(line.charAt(i)) >= 0) {
                if (i > start) {
                    ports.token(line.substring(start, i));
                }
                start = i + 1;
            }
        }
        Set<LinePort> each = new LinkedHashSet<>();
        for (LinePort port : ports.found) {
            each.add(port.transport == null ? new LinePort(port.ports, ports.first) : port);
        }
        return each;
    }

    private void token(String token) {
        int end = token.endsWith(":") || token.endsWith(".") ? token.length() - 1 : token.length();
        int equals = token.indexOf('=');
        String value = token.substring(equals + 1, Math.max(end, equals + 1));
        TransportProtocol word = transport(value);
        if (word != null) {
            current = word;
            first = first == null ? word : first;
            isIpv6 = value.endsWith("6");
        } else if (equals >= 0 && isPortWord(token.substring(0, equals))) {
            add(value, null);
        } else {
            int scheme = value.indexOf("://");
            if (scheme >= 0) {
                int path = value.indexOf('/', scheme + "://".length());
                String host = path < 0 ? value : value.substring(0, path);
                add(host.substring(host.lastIndexOf(':') + 1), null);
            } else {
                endpoints(value);
            }
        }
    }

    /** Splits a token such as {@code 0.0.0.0:8080->80/tcp}, whose transport is at its end. */
    private void endpoints(String token) {
        int slash = token.indexOf('/', token.lastIndexOf("->") + 1);
        TransportProtocol transport = slash < 0 ? null : behindSlash(token.substring(slash + 1));
        int start = 0;
        for (int arrow = token.indexOf("->"); arrow >= 0; arrow = token.indexOf("->", start)) {
            endpoint(token.substring(start, arrow), transport);
            start = arrow + 2;
        }
        endpoint(token.substring(start, slash < 0 ? token.length() : Math.max(slash, start)), transport);
    }

    private void endpoint(String text, @Nullable TransportProtocol transport) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 ? transport != null : transport != null || isAddress(text.substring(0, colon))) {
            add(text.substring(colon + 1), transport);
        }
    }

    private void add(String number, @Nullable TransportProtocol transport) {
        PortInterval ports = Ports.find(number);
        if (ports != null && ports.first() > 0) {
            found.add(new LinePort(ports, transport == null ? current : transport));
        }
    }

    /** Returns the transport of the text after a slash: {@code tcp}, or {@code open/tcp//ssh//} as nmap prints it. */
    private static @Nullable TransportProtocol behindSlash(String text) {
        int slash = text.indexOf('/');
        String word = slash < 0 ? text : text.substring(0, slash);
        TransportProtocol transport = transport(word);
        if (transport != null
                || slash < 0
                || !(word.contains("open") || word.contains("closed") || word.contains("filtered"))) {
            return transport;
        }
        int end = text.indexOf('/', slash + 1);
        return transport(text.substring(slash + 1, end < 0 ? text.length() : end));
    }

    /** Returns the transport of a word such as {@code tcp}, {@code TCP} or {@code tcp6}, or null if it is not one. */
    static @Nullable TransportProtocol transport(String word) {
        String keyword = word.endsWith("4") || word.endsWith("6") ? word.substring(0, word.length() - 1) : word;
        return TransportProtocol.find(keyword).orElse(null);
    }

    /**
     * Returns whether a text is the address of a socket. Times, hardware addresses and names with a line number are
     * not. An IPv6 address without brackets is one if the line says {@code tcp6}, and a host name is one if the line
     * names a transport.
     */
    private boolean isAddress(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (address.isEmpty() || address.equals("*") || address.equals("::") || address.equals("localhost")) {
            return true;
        }
        if (address.charAt(0) == '[') {
            return address.indexOf(']') > 0;
        }
        if (address.indexOf(':') >= 0) {
            return isIpv6 && address.contains("::");
        }
        int dots = 0;
        boolean isNumeric = true;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            dots += c == '.' ? 1 : 0;
            isNumeric &= c == '.' || isDigit(c);
        }
        return isNumeric ? dots == 3 : current != null && (dots > 0 || isPortWord(address));
    }

    private static boolean isPortWord(String word) {
        return word.length() <= "--dport".length() && PORT_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
