package io.github.portregistry.cli;

import io.github.portregistry.Edition;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The page to explore the registry: a single HTML file that loads nothing else.
 *
 * <p>The page contains the registry as compressed JSON in base64, which has no characters that are special in HTML. Its
 * script shows the data as text and never as markup, so nothing in a file can change the page. Its
 * Content-Security-Policy allows no script but its own.
 */
final class ExplorePage {

    private static final List<String> SCRIPTS =
            List.of("explore-data.js", "explore-map.js", "explore-words.js", "explore-years.js", "explore.js");

    private ExplorePage() {}

    static String html(PortRegistry registry) {
        String style = resource("explore.css") + palette();
        String script = SCRIPTS.stream().map(ExplorePage::resource).collect(Collectors.joining());
        return resource("explore.html")
                .replace("@STYLE_HASH@", hash(style))
                .replace("@SCRIPT_HASH@", hash(script))
                .replace("@STYLE@", style)
                .replace("@SCRIPT@", script)
                .replace("@DATA@", base64(compressed(json(data(registry)))));
    }

    private static String palette() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (PortKind kind : PortKind.values()) {
            light.append("--" + kind.style() + ":" + kind.light() + ";");
            dark.append("--" + kind.style() + ":" + kind.dark() + ";");
        }
        return ":root{" + light + "}\n@media(prefers-color-scheme:dark){:root{" + dark + "}}\n";
    }

    /** Returns the data for the page's script as JSON values: maps, lists, strings, numbers and nulls. */
    static Map<String, Object> data(PortRegistry registry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("edition", registry.edition().toString());
        data.put("unknown", unknown(registry.edition()));
        data.put("absent", RowText.absent(registry.edition()));
        data.put("outgoing", interval(OutgoingPorts.INTERVAL));
        data.put("kinds", Stream.of(PortKind.values()).map(ExplorePage::kind).toList());
        data.put("ranges", Stream.of(PortRange.values()).map(ExplorePage::range).toList());
        data.put("columns", columns(registry.assignments()));
        return data;
    }

    /**
     * Returns a note on what is unknown in an edition whose people and dates are older than its assignments, or an
     * empty text for other editions.
     */
    private static String unknown(Edition edition) {
        RegistryDate assignments = edition.asOf();
        RegistryDate people = edition.newestDate();
        if (assignments == null || people == null || !people.yearMonth().isBefore(assignments.yearMonth())) {
            return "";
        }
        return "The assignments in this edition are of " + assignments + ". The people and dates are of "
                + people.year() + ", and blank where IANA has changed them since. IANA's current file has all of them.";
    }

    private static Map<String, String> kind(PortKind kind) {
        return Map.of("style", kind.style(), "words", kind.words());
    }

    private static Map<String, Integer> interval(PortInterval ports) {
        return Map.of("first", ports.first(), "last", ports.last());
    }

    private static Map<String, Object> range(PortRange range) {
        return Map.of("last", range.last(), "words", range.names().get(0) + ", " + range.interval());
    }

    /** Returns the rows column by column, which compresses well. Rows that differ only in the transport are merged. */
    private static Map<String, List<@Nullable Object>> columns(List<PortAssignment> assignments) {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        int previous = 0;
        for (MergedRows.MergedRow merged : MergedRows.of(assignments)) {
            PortAssignment row = merged.first();
            PortInterval ports = row.ports();
            int first = ports == null ? previous : ports.first();
            String assignee = text(RowText.people(row.assignee()));
            String contact = text(RowText.people(row.contact()));
            add(columns, "serviceName", text(row.serviceName()));
            add(columns, "step", first - previous);
            add(columns, "size", ports == null ? 0 : ports.size());
            add(columns, "over", transports(row, merged.transports()));
            add(columns, "status", row.status().ordinal());
            add(columns, "description", text(row.description()));
            add(columns, "assignee", assignee);
            add(columns, "contact", contact.equals(assignee) ? null : contact);
            add(columns, "registered", Objects.toString(row.registrationDate(), ""));
            add(columns, "modified", Objects.toString(row.modificationDate(), ""));
            add(
                    columns,
                    "references",
                    row.references().stream().map(Texts::oneLine).toList());
            add(columns, "unauthorizedUse", text(row.unauthorizedUse()));
            add(columns, "aliasOf", text(Objects.toString(row.aliasOf(), "")));
            previous = first;
        }
        return columns;
    }

    private static void add(Map<String, List<@Nullable Object>> columns, String column, @Nullable Object value) {
        columns.computeIfAbsent(column, any -> new ArrayList<>()).add(value);
    }

    /** Returns a bit for each transport of some rows, with the lowest bit for tcp. */
    private static int transports(PortAssignment first, Set<TransportProtocol> named) {
        int bits = 0;
        for (TransportProtocol transport : TransportProtocol.values()) {
            bits |= named.contains(transport) || first.appliesTo(transport) ? 1 << transport.ordinal() : 0;
        }
        return bits;
    }

    private static String text(String text) {
        return Texts.oneLine(text);
    }

    /** Returns a value as JSON. It is ASCII, so that it does not depend on the encoding of the page. */
    static String json(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.append(separator);
                write(entry.getKey(), json);
                json.append(':');
                write(entry.getValue(), json);
                separator = ",";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Collection<?> list) {
            String separator = "[";
            for (Object item : list) {
                json.append(separator);
                write(item, json);
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            quote(text, json);
        } else {
            json.append(value);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || "\"\\<>&".indexOf(c) >= 0) {
                json.append("\\u").append(String.format("%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + base64(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ExplorePage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
