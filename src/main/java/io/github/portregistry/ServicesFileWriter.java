package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A placeholder for more than one port. */
    private static final PortInterval SEVERAL = PortInterval.of(0, PortInterval.MAX_PORT);

    /** What the file has of a name over one transport. */
    private static final class Name {

        /** The ports of all its rows, or {@link #SEVERAL} if they differ. */
        private PortInterval ports;

        /** The number of the first row that the format allows, or -1. */
        private int first = -1;

        /** Its line before the comment, or null if it is on the line of another name, or written. */
        private @Nullable String words;

        Name(PortInterval ports) {
            this.ports = ports;
        }
    }

    private final List<PortAssignment> rows;
    private final TransportProtocol transport;

    /** The names by their folded form. */
    private final Map<String, Name> names = new HashMap<>();

    /** The name of each row that is written with its name, and not as a comment. */
    private final @Nullable Name[] nameOf;

    /**
     * Finds the names of a file over a transport.
     *
     * @param folded the folded name of each row, or null if the format does not allow the name
     */
    private ServicesFileWriter(RegistryRows registry, @Nullable String[] folded, TransportProtocol transport) {
        this.rows = registry.all();
        this.transport = transport;
        this.nameOf = new Name[folded.length];
        for (int number = 0; number < folded.length; number++) {
            PortAssignment row = rows.get(number);
            if (folded[number] != null && isService(row) && !registry.isShadowed(row)) {
                PortInterval ports = Objects.requireNonNull(row.ports());
                Name name = names.computeIfAbsent(folded[number], any -> new Name(ports));
                name.ports = name.ports.equals(ports) ? ports : SEVERAL;
                nameOf[number] = name;
            }
        }
        for (int number = 0; number < folded.length; number++) {
            Name name = nameOf[number];
            String words = name == null || name.ports.size() > 1 ? "" : words(rows.get(number));
            if (words.isEmpty() || !ServicesFileFormat.hasRoom(words)) {
                nameOf[number] = null;
            } else if (name != null && name.first < 0) {
                name.first = number;
                name.words = words;
            }
        }
        for (int number = 0; number < folded.length; number++) {
            Name name = nameOf[number];
            if (name != null && name.first == number) {
                moveBesideTarget(name, rows.get(number));
            }
        }
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
        String[] folded = rows.all().stream()
                .map(PortAssignment::serviceName)
                .map(name -> ServicesFileFormat.fault(name) == null ? ServiceNames.folded(name) : null)
                .toArray(String[]::new);
        List<ServicesFileWriter> writers = Stream.of(TransportProtocol.values())
                .map(transport -> new ServicesFileWriter(rows, folded, transport))
                .toList();
        for (int number = 0; number < folded.length; number++) {
            for (ServicesFileWriter writer : writers) {
                String line = writer.line(number);
                if (line != null) {
                    out.append(line).append('\n');
                }
            }
        }
    }

    /** Moves an alias to the line of its target, if there is room. */
    private void moveBesideTarget(Name name, PortAssignment row) {
        String stated = row.aliasOf();
        Name target = stated == null ? null : names.get(ServiceNames.folded(stated));
        // an alias of an alias, or of a service on another port, keeps its own line
        if (target != null
                && target != name
                && target.words != null
                && rows.get(target.first).aliasOf() == null
                && target.ports.equals(name.ports)) {
            String line = target.words + " " + row.serviceName();
            if (ServicesFileFormat.hasRoom(line)) {
                target.words = line;
                name.words = null;
            }
        }
    }

    /**
     * Returns the line of a row, or null if it has none, since it is no service over this transport or its name is on
     * another line.
     */
    private @Nullable String line(int number) {
        PortAssignment row = rows.get(number);
        if (!isService(row)) {
            return null;
        }
        Name name = nameOf[number];
        if (name == null) {
            String comment = Texts.oneLine(row.description());
            return ServicesFileFormat.cut(
                    "# " + Texts.oneLine(words(row)) + (comment.isEmpty() ? "" : " # " + comment));
        }
        String words = name.words;
        if (words == null) {
            return null;
        }
        name.words = null;
        String comment = Texts.oneLine(row.description());
        return comment.isEmpty() ? words : ServicesFileFormat.commented(words, comment);
    }

    private boolean isService(PortAssignment row) {
        return !row.serviceName().isEmpty() && row.ports() != null && row.appliesTo(transport);
    }

    private String words(PortAssignment row) {
        return row.serviceName() + " " + row.ports() + "/" + transport.keyword();
    }
}
