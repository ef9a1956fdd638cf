package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
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

    private static final List<String> SCRIPTS = Stream.of(
                    "-data", "-known", "-search", "-words", "-found", "-address", "-map", "-years", "")
            .map(name -> "explore" + name + ".js")
            .toList();

    private ExplorePage() {}

    static String html(PortRegistry registry) {
        String style = resource("explore.css");
        String script = SCRIPTS.stream().map(ExplorePage::resource).collect(Collectors.joining());
        return resource("explore.html")
                .replace("@STYLE_HASH@", hash(style))
                .replace("@SCRIPT_HASH@", hash(script))
                .replace("@STYLE@", style)
                .replace("@SCRIPT@", script)
                .replace("@DATA@", base64(compressed(Json.text(data(registry)))));
    }

    /** Returns the data for the page's script as a JSON object. */
    static Map<String, @Nullable Object> data(PortRegistry registry) {
        return Json.object(
                "edition", registry.edition(),
                "unknown", EditionFiles.gap(registry.edition()),
                "absent", RowText.absent(registry.edition()),
                "inUse",
                        Ports.IN_USE.entrySet().stream().map(ExplorePage::inUse).toList(),
                "ranges", Stream.of(PortRange.values()).map(ExplorePage::range).toList(),
                "everyday", everyday(registry.names()),
                "columns", columns(registry.assignments()));
    }

    private static Map<String, @Nullable Object> inUse(Map.Entry<PortInterval, String> use) {
        return Json.object("ports", use.getKey(), "words", use.getValue());
    }

    private static Map<String, @Nullable Object> everyday(PortNames names) {
        LinkedHashMap<String, @Nullable Object> everyday = Json.object();
        names.everydayNames().forEach(name -> everyday.put(name, names.registeredAs(name)));
        return everyday;
    }

    private static Map<String, @Nullable Object> range(PortRange range) {
        return Json.object("last", range.last(), "words", range.names().get(0) + ", " + range.interval());
    }

    /** Returns the rows column by column, which compresses well. Rows that differ only in the transport are merged. */
    private static Map<String, List<@Nullable Object>> columns(List<PortAssignment> assignments) {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        int previous = 0;
        for (MergedRows.MergedRow merged : MergedRows.of(assignments)) {
            PortAssignment row = merged.first();
            PortInterval ports = row.ports();
            int first = ports == null ? previous : ports.first();
            String assignee = Texts.oneLine(RowText.people(row.assignee()));
            String contact = Texts.oneLine(RowText.people(row.contact()));
            Json.object(
                            "serviceName", Texts.oneLine(row.serviceName()),
                            "step", first - previous,
                            "size", ports == null ? 0 : ports.size(),
                            "over", transports(row, merged.transports()),
                            "status", row.status().ordinal(),
                            "description", Texts.oneLine(row.description()),
                            "assignee", assignee,
                            "contact", contact.equals(assignee) ? null : contact,
                            "registered", Objects.toString(row.registrationDate(), ""),
                            "modified", Objects.toString(row.modificationDate(), ""),
                            "references",
                                    row.references().stream()
                                            .map(Texts::oneLine)
                                            .toList(),
                            "unauthorizedUse", Texts.oneLine(row.unauthorizedUse()),
                            "note", Texts.oneLine(RowText.note(row)))
                    .forEach((column, cell) -> columns.computeIfAbsent(column, any -> new ArrayList<>())
                            .add(cell));
            previous = first;
        }
        return columns;
    }

    /** Returns a bit for each transport of some rows, with the lowest bit for tcp. */
    private static int transports(PortAssignment first, Set<TransportProtocol> named) {
        int bits = 0;
        for (TransportProtocol transport : TransportProtocol.values()) {
            bits |= named.contains(transport) || first.appliesTo(transport) ? 1 << transport.ordinal() : 0;
        }
        return bits;
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
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
