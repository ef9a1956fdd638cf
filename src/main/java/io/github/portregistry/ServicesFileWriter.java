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
 * <p>A line has the service name, {@code port/transport}, the names that IANA states to be its aliases, and the
 * description as a comment; lines are in file order and end with LF. A service without a transport gets a line for each
 * of the four. The format has one port a name and transport and takes the first line that fits, so a name that has
 * several ports there, or an interval, would be answered with one of them at random: such assignments are written as
 * comments, and the C library says that it does not know the name. So are names that have a blank or a {@code #}, that
 * look like a number or are too long for a line, and official services whose name an overlay has taken. Rows without a
 * name or a port are left out.
 *
 * <p>No line is longer than 126 bytes of UTF-8: musl, Alpine Linux's C library, takes what is beyond for another line. So
 * a long description is cut, and an alias that does not fit beside its target has a line of its own.
 * {@link ServicesFileParser} reads the file back.
 *
 * <p>The file does not replace a distribution's own: of the 399 names over these transports in Debian's (netbase 6.4), 144
 * are not IANA's for that port, among them {@code whois}, {@code smtps}, {@code imap2} and {@code portmapper}.
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

    /** Stands for ports that are not one. */
    private static final PortInterval SEVERAL = PortInterval.of(0, PortInterval.MAX_PORT);

    /** The folded names that have one port. */
    private final Set<String> singles;

    /** The folded names that begin a line, each with what the line has before its comment; one that is written is taken out. */
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
            boolean isBeside =
                    !target.equals(row) && target.aliasOf() == null && Objects.equals(row.ports(), target.ports());
            if (!isBeside || !addAlias(target, row.serviceName())) {
                lines.putIfAbsent(name, words(row));
            }
        });
    }

    /** Adds an alias to a line, if there is room for it there. */
    private boolean addAlias(PortAssignment target, String alias) {
        String line =
                lines.computeIfAbsent(ServiceNames.folded(target.serviceName()), any -> words(target)) + " " + alias;
        if (!ServicesFormat.hasRoom(line)) {
            return false;
        }
        lines.put(ServiceNames.folded(target.serviceName()), line);
        return true;
    }

    /** Returns the line of a row, or null if it has none: no name or port, or its name stands on another line. */
    private @Nullable String line(PortAssignment row) {
        if (row.serviceName().isEmpty() || row.ports() == null || !row.appliesTo(transport)) {
            return null;
        }
        String comment = Texts.oneLine(row.description());
        if (!fits(row)) {
            String words = "# " + Texts.oneLine(words(row));
            return ServicesFormat.cut(comment.isEmpty() ? words : words + " # " + comment);
        }
        String words = lines.remove(ServiceNames.folded(row.serviceName()));
        return words == null || comment.isEmpty() ? words : ServicesFormat.commented(words, comment);
    }

    private String words(PortAssignment row) {
        return row.serviceName() + " " + row.ports() + "/" + transport.keyword();
    }

    /** Returns whether the format can hold a name: one port, and a word that leaves room for it in a line. */
    private boolean fits(PortAssignment row) {
        return !rows.isShadowed(row)
                && singles.contains(ServiceNames.folded(row.serviceName()))
                && ServicesFormat.fault(row.serviceName()) == null
                && ServicesFormat.hasRoom(words(row));
    }
}
