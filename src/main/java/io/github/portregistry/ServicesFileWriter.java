package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the services of a registry as a services(5) file, which the C library's {@code getservbyname} and
 * {@code getservbyport} read.
 *
 * <p>A line has the service name, {@code port/transport}, the names that IANA states to be its aliases, and the
 * description as a comment; lines are in file order and end with LF. A service without a transport gets a line for each
 * of the four. The format has one port a name and transport and takes the first line that fits, so a name that has
 * several ports there, or an interval, would be answered with one of them at random: such assignments are written as
 * comments, and the C library says that it does not know the name. So are names that have a blank or a {@code #}. Rows
 * without a name or a port are left out.
 *
 * <pre>{@code
 * StringBuilder file = new StringBuilder();
 * ServicesFileWriter.write(PortRegistry.of(registry.query().port(80).transport(TCP).list()), file);
 * // http 80/tcp www www-http # World Wide Web HTTP
 * }</pre>
 */
public final class ServicesFileWriter {

    private final PortRegistry registry;

    /** The ports of each name, whatever its case, by transport. */
    private final Map<TransportProtocol, Map<String, PortSet>> ports = new EnumMap<>(TransportProtocol.class);

    private ServicesFileWriter(PortRegistry registry) {
        this.registry = registry;
        for (TransportProtocol transport : TransportProtocol.values()) {
            ports.put(transport, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        }
        for (PortAssignment row : registry.assignments()) {
            PortInterval interval = row.ports();
            for (TransportProtocol transport : transports(row)) {
                if (interval != null) {
                    portsOver(transport).merge(row.serviceName(), PortSet.of(interval), PortSet::union);
                }
            }
        }
    }

    /**
     * Writes all services of a registry; for some of them, make a registry of a query's result.
     *
     * @param registry the registry
     * @param out what the text is appended to; it is to become a file in UTF-8
     * @throws IOException if it cannot be appended to
     */
    public static void write(PortRegistry registry, Appendable out) throws IOException {
        requireNonNull(out, "out");
        ServicesFileWriter writer = new ServicesFileWriter(requireNonNull(registry, "registry"));
        for (PortAssignment row : registry.assignments()) {
            for (TransportProtocol transport : transports(row)) {
                String line = writer.line(row, transport);
                if (line != null) {
                    out.append(line).append('\n');
                }
            }
        }
    }

    private static List<TransportProtocol> transports(PortAssignment row) {
        return row.transport() == null ? List.of(TransportProtocol.values()) : List.of(row.transport());
    }

    private Map<String, PortSet> portsOver(TransportProtocol transport) {
        return ports.getOrDefault(transport, Collections.emptyMap());
    }

    private @Nullable String line(PortAssignment row, TransportProtocol transport) {
        PortInterval interval = row.ports();
        if (interval == null || row.serviceName().isEmpty()) {
            return null;
        }
        boolean fits = fits(row.serviceName(), transport);
        if (fits && standsBesideItsTarget(row, transport)) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (!fits) {
            words.add("#");
        }
        words.add(oneLine(row.serviceName()));
        words.add(interval + "/" + transport.keyword());
        for (PortAssignment alias : registry.findAliases(row)) {
            if (fits && fits(alias.serviceName(), transport)) {
                words.add(alias.serviceName());
            }
        }
        if (!row.description().isBlank()) {
            words.add("# " + oneLine(row.description()));
        }
        return String.join(" ", words);
    }

    /** Returns whether the format can hold a name: one port, and no character that ends a word or begins a comment. */
    private boolean fits(String name, TransportProtocol transport) {
        return portsOver(transport).getOrDefault(name, PortSet.empty()).size() == 1
                && name.chars()
                        .noneMatch(c -> c == '#' || c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    /** Returns whether a name already stands on the line of the one that it is an alias of. */
    private boolean standsBesideItsTarget(PortAssignment row, TransportProtocol transport) {
        String target = row.aliasOf();
        return target != null
                && fits(target, transport)
                && registry.findByName(target, transport).stream()
                        .anyMatch(other -> other.aliasOf() == null
                                && registry.findAliases(other).contains(row));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
