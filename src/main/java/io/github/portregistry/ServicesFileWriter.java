package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the services of a registry as a services(5) file, which the C library's {@code getservbyname} and
 * {@code getservbyport} read.
 *
 * <p>A line has the service name, {@code port/transport}, the names that IANA states to be its aliases, and the
 * description as a comment; lines are in file order and end with LF. A service without a transport gets a line for each
 * of the four. The format has one port a name and transport and takes the first line that fits, so a name that has
 * several ports there, or an interval, would be answered with one of them at random: such assignments are written as
 * comments, and the C library says that it does not know the name. So are names that have a blank or a {@code #}, and
 * official services whose name an overlay has taken. Rows without a name or a port are left out.
 *
 * <pre>{@code
 * StringBuilder file = new StringBuilder();
 * ServicesFileWriter.write(PortRegistry.of(registry.query().port(80).transport(TCP).list()), file);
 * file.toString();      // "http 80/tcp www www-http # World Wide Web HTTP\n"
 * }</pre>
 */
public final class ServicesFileWriter {

    private final PortRegistry registry;
    private final TransportProtocol transport;

    /** The ports of each name, whatever its case. */
    private final Map<String, PortSet> ports = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** The names that begin a line, each with its aliases; a line that is written is taken out. */
    private final Map<String, List<String>> lines = new HashMap<>();

    private ServicesFileWriter(PortRegistry registry, TransportProtocol transport) {
        this.registry = registry;
        this.transport = transport;
        List<PortAssignment> meant = registry.query().transport(transport).withPort().stream()
                .filter(row -> !row.serviceName().isEmpty() && !registry.isShadowed(row))
                .toList();
        meant.forEach(row -> ports.merge(row.serviceName(), portsOf(row), PortSet::union));
        placeNames(meant);
    }

    /**
     * Writes all services of a registry; for some of them, make a registry of a query's result. Of one with an overlay that
     * shadows names, write all: the query's rows do not say which of them are shadowed.
     *
     * @param registry the registry
     * @param out what the text is appended to; it is to become a file in UTF-8
     * @throws IOException if it cannot be appended to
     */
    public static void write(PortRegistry registry, Appendable out) throws IOException {
        requireNonNull(registry, "registry");
        requireNonNull(out, "out");
        List<ServicesFileWriter> writers = Stream.of(TransportProtocol.values())
                .map(transport -> new ServicesFileWriter(registry, transport))
                .toList();
        for (PortAssignment row : registry.assignments()) {
            for (ServicesFileWriter writer : writers) {
                String line = writer.line(row);
                if (line != null) {
                    out.append(line).append('\n');
                }
            }
        }
    }

    private static PortSet portsOf(PortAssignment row) {
        return Stream.ofNullable(row.ports()).collect(PortSet.collector());
    }

    /** Gives each name that fits one place, by its first row: at the start of a line, or beside its target. */
    private void placeNames(List<PortAssignment> rows) {
        Map<String, PortAssignment> firstRows = new LinkedHashMap<>();
        for (PortAssignment row : rows) {
            if (fits(row)) {
                firstRows.putIfAbsent(row.serviceName(), row);
            }
        }
        firstRows.forEach((name, row) -> {
            String stated = row.aliasOf();
            PortAssignment target = stated == null ? row : firstRows.getOrDefault(stated, row);
            // an alias of an alias, or of another port's service, has a line of its own
            boolean beside = !target.equals(row)
                    && target.aliasOf() == null
                    && portsOf(row).equals(portsOf(target));
            String head = beside ? target.serviceName() : name;
            List<String> aliases = lines.computeIfAbsent(head, any -> new ArrayList<>());
            if (beside) {
                aliases.add(name);
            }
        });
    }

    /** Returns the line of a row, or null if it has none: no name or port, or its name stands on another line. */
    private @Nullable String line(PortAssignment row) {
        if (row.serviceName().isEmpty() || row.ports() == null || !row.appliesTo(transport)) {
            return null;
        }
        boolean fits = fits(row);
        List<String> aliases = fits ? lines.remove(row.serviceName()) : List.of();
        if (aliases == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (!fits) {
            words.add("#");
        }
        words.add(oneLine(row.serviceName()));
        words.add(row.ports() + "/" + transport.keyword());
        words.addAll(aliases);
        if (!row.description().isBlank()) {
            words.add("# " + oneLine(row.description()));
        }
        return String.join(" ", words);
    }

    /** Returns whether the format can hold a name: one port, and no character that ends a word or begins a comment. */
    private boolean fits(PortAssignment row) {
        String name = row.serviceName();
        return !registry.isShadowed(row)
                && ports.getOrDefault(name, PortSet.empty()).size() == 1
                && name.chars().noneMatch(c -> c == '#' || PortAssignment.isInvisible((char) c));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
