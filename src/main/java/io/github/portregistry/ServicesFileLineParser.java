package io.github.portregistry;

import static io.github.portregistry.IanaColumn.DESCRIPTION;
import static io.github.portregistry.IanaColumn.PORT_NUMBER;
import static io.github.portregistry.IanaColumn.SERVICE_NAME;
import static io.github.portregistry.IanaColumn.TRANSPORT_PROTOCOL;

import io.github.portregistry.ParseProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the lines of a services(5) file into assignments, and reports the first fault of each invalid line to a sink.
 */
final class ServicesFileLineParser {

    private final Consumer<? super ParseProblem> sink;
    private long number;

    ServicesFileLineParser(Consumer<? super ParseProblem> sink) {
        this.sink = sink;
    }

    /**
     * Returns the assignments of a line. There are none if the line is blank, is a comment, or has an error, which is
     * reported.
     */
    List<PortAssignment> parse(long lineNumber, String line) {
        number = lineNumber;
        int hash = line.indexOf('#');
        int undecoded = line.indexOf(TextDecoder.UNDECODED);
        if (undecoded >= 0) {
            String shown = line.replace(TextDecoder.UNDECODED, '\uFFFD');
            boolean isInComment = hash >= 0 && hash < undecoded;
            sink.accept(new ParseProblem(
                    number,
                    isInComment ? DESCRIPTION.header() : "",
                    isInComment ? comment(shown, hash) : shown,
                    "the bytes here are not text in UTF-8",
                    isInComment ? Severity.WARNING : Severity.ERROR));
            return isInComment ? parse(number, shown) : List.of();
        }
        List<String> words = words(line, hash < 0 ? line.length() : hash);
        if (words.isEmpty()) {
            return List.of();
        }
        String name = words.get(0);
        List<String> aliases = words.subList(Math.min(2, words.size()), words.size());
        if (!isName(name)) {
            return List.of();
        }
        if (words.size() == 1) {
            return report(PORT_NUMBER, "", "there is no port and transport, such as 443/tcp, after the name");
        }
        String place = words.get(1);
        int slash = place.indexOf('/');
        if (slash < 0) {
            return report(PORT_NUMBER, place, Texts.quoted(place) + " is not a port and transport, such as 443/tcp");
        }
        PortInterval port = port(place.substring(0, slash));
        TransportProtocol transport = port == null ? null : transport(place.substring(slash + 1));
        if (transport == null || !aliases.stream().allMatch(this::isName)) {
            return List.of();
        }
        if (!aliases.isEmpty() && name.indexOf('"') >= 0) {
            return report(SERVICE_NAME, name, Texts.quoted(name) + " has a quotation mark, so it cannot have aliases");
        }
        List<PortAssignment> rows = new ArrayList<>();
        rows.add(PortAssignment.of(name, port, transport, comment(line, hash)));
        String notes = PortAssignment.aliasNotes(name); // one string, shared by all aliases of a line
        for (String alias : aliases) {
            if (!ServiceNames.isSame(alias, name)) {
                rows.add(new PortAssignment(alias, port, transport, "", "", "", null, null, "", null, "", notes));
            }
        }
        return rows;
    }

    private static String comment(String line, int hash) {
        return hash < 0 ? "" : line.substring(hash + 1).strip();
    }

    /** Splits a line at the characters that isspace(3) calls blanks. These include the carriage return of CRLF. */
    private static List<String> words(String line, int end) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || line.charAt(i) == ' ' || (line.charAt(i) >= '\t' && line.charAt(i) <= '\r')) {
                if (start < i) {
                    words.add(line.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private boolean isName(String word) {
        String fault = ServicesFileFormat.fault(word);
        if (fault != null) {
            report(SERVICE_NAME, word, Texts.quoted(word) + " is not a service name: " + fault);
        }
        return fault == null;
    }

    private @Nullable PortInterval port(String text) {
        try {
            PortInterval port = PortInterval.parse(text);
            if (text.indexOf('-') < 0) {
                return port;
            }
            report(PORT_NUMBER, text, "interval " + text + " is not allowed: services(5) has one port per line");
        } catch (PortSpecException e) {
            report(
                    PORT_NUMBER,
                    text,
                    e.reason() + PortNotations.hint(text, List.of()).text());
        }
        return null;
    }

    private @Nullable TransportProtocol transport(String keyword) {
        try {
            return TransportProtocol.parse(keyword);
        } catch (IllegalArgumentException e) {
            String first = keyword.substring(0, Math.max(keyword.indexOf('/'), 0));
            String form = TransportProtocol.find(first).isEmpty()
                    ? ""
                    : "; services(5) has one transport per line, unlike Wireshark's form";
            report(TRANSPORT_PROTOCOL, keyword, e.getMessage() + form);
            return null;
        }
    }

    /** Reports an error, and returns the assignments of its line, which are none. */
    private List<PortAssignment> report(IanaColumn column, String value, String message) {
        sink.accept(new ParseProblem(number, column.header(), value, message, Severity.ERROR));
        return List.of();
    }
}
