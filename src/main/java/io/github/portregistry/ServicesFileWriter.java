package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final RegistryRows rows;
    private final TransportProtocol transport;

    /** The ports of each name, folded. */
    private final Map<String, PortSet> ports = new HashMap<>();

    /** The folded names that begin a line, each with its aliases; a line that is written is taken out. */
    private final Map<String, List<String>> lines = new HashMap<>();

    private ServicesFileWriter(RegistryRows rows, TransportProtocol transport) {
        this.rows = rows;
        this.transport = transport;
        List<PortAssignment> named = rows.named(transport).toList();
        named.forEach(row -> ports.merge(ServiceNames.folded(row.serviceName()), portsOf(row), PortSet::union));
        placeNames(named);
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
        RegistryRows rows = requireNonNull(registry, "registry").rows();
        requireNonNull(out, "out");
        List<ServicesFileWriter> writers = Stream.of(TransportProtocol.values())
                .map(transport -> new ServicesFileWriter(rows, transport))
                .toList();
        for (PortAssignment row : rows.all()) {
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
    private void placeNames(List<PortAssignment> named) {
        Map<String, PortAssignment> firstRows = new LinkedHashMap<>();
        for (PortAssignment row : named) {
            if (fits(row)) {
                firstRows.putIfAbsent(ServiceNames.folded(row.serviceName()), row);
            }
        }
        firstRows.forEach((name, row) -> {
            String stated = row.aliasOf();
            PortAssignment target = stated == null ? row : firstRows.getOrDefault(ServiceNames.folded(stated), row);
            // an alias of an alias, or of another port's service, has a line of its own
            boolean isBeside = !target.equals(row)
                    && target.aliasOf() == null
                    && portsOf(row).equals(portsOf(target));
            String head = isBeside ? ServiceNames.folded(target.serviceName()) : name;
            List<String> aliases = lines.computeIfAbsent(head, any -> new ArrayList<>());
            if (isBeside) {
                aliases.add(row.serviceName());
            }
        });
    }

    /** Returns the line of a row, or null if it has none: no name or port, or its name stands on another line. */
    private @Nullable String line(PortAssignment row) {
        if (row.serviceName().isEmpty() || row.ports() == null || !row.appliesTo(transport)) {
            return null;
        }
        boolean fits = fits(row);
        List<String> aliases = fits ? lines.remove(ServiceNames.folded(row.serviceName())) : List.of();
        if (aliases == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (!fits) {
            words.add("#");
        }
        words.add(Texts.oneLine(row.serviceName()));
        words.add(row.ports() + "/" + transport.keyword());
        words.addAll(aliases);
        if (!Texts.isInvisible(row.description())) {
            words.add("# " + Texts.oneLine(row.description()));
        }
        return String.join(" ", words);
    }

    /** Returns whether the format can hold a name: one port, and no character that ends a word or begins a comment. */
    private boolean fits(PortAssignment row) {
        String name = row.serviceName();
        return !rows.isShadowed(row)
                && ports.getOrDefault(ServiceNames.folded(name), PortSet.empty())
                                .size()
                        == 1
                && name.codePoints().noneMatch(c -> c == '#' || Texts.isInvisible(c));
    }
}
