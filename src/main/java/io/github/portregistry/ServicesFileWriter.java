package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the services of a registry as a services(5) file, which the C library's {@code getservbyname} and
 * {@code getservbyport} read.
 *
 * <p>A line has the service name, {@code port/transport}, the aliases according to IANA's notes, and the description as
 * a comment. Lines are in file order and end with LF. A service without a transport gets a line for each of the four.
 *
 * <p>The format allows only one port for a name and transport. For a name with several ports or an interval, the C
 * library would return an arbitrary one of them, so such assignments are written as comments, and the C library does
 * not find the name. The same applies to names that contain a blank or a {@code #}, have no letter, end in a transport
 * such as {@code /tcp} or are too long for a line, and to rows shadowed by an overlay. Names that differ only in case are
 * one, written as the first of them is. Rows without a name or a port are left out.
 *
 * <p>No line is longer than 126 bytes of UTF-8, since musl, the C library of Alpine Linux, would read the rest as
 * another line. A long description is therefore cut, and an alias that does not fit on the line of its target gets its
 * own. {@link ServicesFileParser} can read the file.
 *
 * <p>Do not replace the services file of your distribution with this one: of the 399 names over these transports in
 * Debian's file (netbase 6.4), 144 are not IANA's names for that port, among them {@code whois}, {@code smtps},
 * {@code imap2} and {@code portmapper}.
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

    /** A placeholder for more than one port. */
    private static final PortInterval SEVERAL = PortInterval.of(0, PortInterval.MAX_PORT);

    /** The folded names that have a single port. */
    private final Set<String> singles;

    /**
     * The text of each line before its comment, by the folded name at its start. A line is removed when it is written.
     */
    private final Map<String, String> lines = new HashMap<>();

    private ServicesFileWriter(RegistryRows rows, TransportProtocol transport) {
        this.rows = rows;
        this.transport = transport;
        List<PortAssignment> named = rows.named(transport).toList();
        Map<String, PortInterval> ports = new HashMap<>();
        for (PortAssignment row : named) {
            PortInterval own = Objects.requireNonNull(row.ports());
            ports.merge(ServiceNames.folded(row.serviceName()), own, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
        this.singles = new HashSet<>();
        ports.forEach((name, interval) -> {
            if (interval.size() == 1) {
                singles.add(name);
            }
        });
        placeNames(named);
    }

    /**
     * Writes all services of a registry. To write only some of them, make a registry of the result of a query, but not
     * if an overlay shadows names: the rows of a query do not say which of them are shadowed.
     *
     * @param registry the registry
     * @param out the destination of the text, which should be encoded in UTF-8
     * @throws IOException if the text cannot be written
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

    /**
     * Assigns one place to each name that fits, by its first row: at the start of a line, or as an alias on the line of
     * its target.
     */
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
            // an alias of an alias, or of a service on another port, gets its own line
            boolean isBeside =
                    !target.equals(row) && target.aliasOf() == null && Objects.equals(row.ports(), target.ports());
            if (!isBeside || !addAlias(target, row.serviceName())) {
                lines.putIfAbsent(name, words(row));
            }
        });
    }

    /** Adds an alias to the line of its target, if there is room. */
    private boolean addAlias(PortAssignment target, String alias) {
        String line =
                lines.computeIfAbsent(ServiceNames.folded(target.serviceName()), any -> words(target)) + " " + alias;
        if (!ServicesFileFormat.hasRoom(line)) {
            return false;
        }
        lines.put(ServiceNames.folded(target.serviceName()), line);
        return true;
    }

    /**
     * Returns the line of a row, or null if it has none, since it has no name or port or its name is on another line.
     */
    private @Nullable String line(PortAssignment row) {
        if (row.serviceName().isEmpty() || row.ports() == null || !row.appliesTo(transport)) {
            return null;
        }
        boolean fits = fits(row);
        String words = fits ? lines.remove(ServiceNames.folded(row.serviceName())) : "# " + Texts.oneLine(words(row));
        if (words == null) {
            return null;
        }
        String comment = Texts.oneLine(row.description());
        if (fits) {
            return comment.isEmpty() ? words : ServicesFileFormat.commented(words, comment);
        }
        return ServicesFileFormat.cut(comment.isEmpty() ? words : words + " # " + comment);
    }

    private String words(PortAssignment row) {
        return row.serviceName() + " " + row.ports() + "/" + transport.keyword();
    }

    /**
     * Returns whether the format allows a row: its name has one port, is a valid word and leaves room for the port on a
     * line.
     */
    private boolean fits(PortAssignment row) {
        return !rows.isShadowed(row)
                && singles.contains(ServiceNames.folded(row.serviceName()))
                && ServicesFileFormat.fault(row.serviceName()) == null
                && ServicesFileFormat.hasRoom(words(row));
    }
}
