package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The ports of each name, whatever its case, by transport. */
    private final Map<TransportProtocol, Map<String, PortSet>> ports = new EnumMap<>(TransportProtocol.class);

    /** The names that begin a line, by transport, each with its aliases; a line that is written is taken out. */
    private final Map<TransportProtocol, Map<String, List<String>>> lines = new EnumMap<>(TransportProtocol.class);

    private ServicesFileWriter(PortRegistry registry) {
        for (TransportProtocol transport : TransportProtocol.values()) {
            ports.put(transport, ports(registry, transport));
            lines.put(transport, lines(registry, transport));
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
            for (TransportProtocol transport : TransportProtocol.values()) {
                String line = hasPlace(row, transport) ? writer.line(row, transport) : null;
                if (line != null) {
                    out.append(line).append('\n');
                }
            }
        }
    }

    private static boolean hasPlace(PortAssignment row, TransportProtocol transport) {
        return PortIndex.applies(row, transport)
                && row.ports() != null
                && !row.serviceName().isEmpty();
    }

    private static Map<String, PortSet> ports(PortRegistry registry, TransportProtocol transport) {
        Map<String, PortSet> ports = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (PortAssignment row : registry.assignments()) {
            PortInterval interval = row.ports();
            if (interval != null && hasPlace(row, transport)) {
                ports.merge(row.serviceName(), PortSet.of(interval), PortSet::union);
            }
        }
        return ports;
    }

    /** Gives each name that fits one place, by its first row: at the start of a line, or beside its target. */
    private Map<String, List<String>> lines(PortRegistry registry, TransportProtocol transport) {
        Map<String, PortAssignment> firstRows = new LinkedHashMap<>();
        for (PortAssignment row : registry.assignments()) {
            if (hasPlace(row, transport) && fits(row.serviceName(), transport)) {
                firstRows.putIfAbsent(row.serviceName(), row);
            }
        }
        Map<String, List<String>> lines = new HashMap<>();
        firstRows.forEach((name, row) -> {
            String stated = row.aliasOf();
            PortAssignment target = stated == null ? row : firstRows.getOrDefault(stated, row);
            // an alias of an alias, or of another port's service, has a line of its own
            boolean beside = target != row && target.aliasOf() == null && Objects.equals(row.ports(), target.ports());
            List<String> aliases =
                    lines.computeIfAbsent(beside ? target.serviceName() : name, head -> new ArrayList<>());
            if (beside) {
                aliases.add(name);
            }
        });
        return lines;
    }

    /** Returns the line of a row, or null if its name stands on another. */
    private @Nullable String line(PortAssignment row, TransportProtocol transport) {
        boolean fits = fits(row.serviceName(), transport);
        List<String> aliases = fits ? over(lines, transport).remove(row.serviceName()) : List.of();
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
    private boolean fits(String name, TransportProtocol transport) {
        return over(ports, transport).getOrDefault(name, PortSet.empty()).size() == 1
                && name.chars()
                        .noneMatch(c -> c == '#' || c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    private static <T> Map<String, T> over(Map<TransportProtocol, Map<String, T>> maps, TransportProtocol transport) {
        return maps.getOrDefault(transport, Collections.emptyMap());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
