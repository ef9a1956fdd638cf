package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads a services(5) file, such as a machine's own {@code /etc/services}.
 *
 * <p>A line has a service name, {@code port/protocol}, aliases, and a comment after a {@code #}. It becomes a row whose
 * description is the comment, and a row for each alias whose assignment notes say so, as IANA's do; an alias that repeats
 * the name has none. The rows say what the file has, which need not be what IANA has assigned. Repeated lines are kept.
 *
 * <p>A <em>strict</em> parser throws at the first line that is not services(5), or whose protocol the registry does not
 * have. A <em>lenient</em> one tells a sink of each such line and leaves it out; use it for files with AppleTalk's
 * {@code ddp}, of which Debian's is one. Problems have the line and the name of IANA's column. Both refuse what is not a
 * services file: one without an entry that could be kept, bytes that are not UTF-8, a line of more than 100,000
 * characters, more than 1,500,000 lines or names. So the result is never empty.
 *
 * <p>Immutable; as thread-safe as its sink.
 *
 * <pre>{@code
 * Reader file = new StringReader("whois  43/tcp  nicname  # Who is");
 * PortRegistry local = PortRegistry.of(ServicesFileParser.strict().parse(file));
 * local.findByName("nicname").get(0).aliasOf();      // "whois"
 * local.names().label(43, TCP);                      // "43/tcp whois"
 * }</pre>
 */
public final class ServicesFileParser {

    /** A line can have some 50,000 aliases, so the lines alone are no limit. */
    private static final int MAX_ROWS = 1_500_000;

    private final Consumer<? super ParseProblem> sink;

    private ServicesFileParser(Consumer<? super ParseProblem> sink) {
        this.sink = sink;
    }

    /**
     * Returns a parser that accepts services(5) and nothing else.
     *
     * @return a strict parser
     */
    public static ServicesFileParser strict() {
        return new ServicesFileParser(problem -> {
            throw new PortRegistryParseException(problem);
        });
    }

    /**
     * Returns a parser that leaves out lines that are not services(5), and says so.
     *
     * @param sink is told of each such line, in file order
     * @return a lenient parser
     */
    public static ServicesFileParser lenient(Consumer<? super ParseProblem> sink) {
        return new ServicesFileParser(Objects.requireNonNull(sink, "sink"));
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param file the file
     * @return its rows in file order, each name before its aliases, duplicates included, at least one, unmodifiable
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a services file or, for a strict parser, a line is not services(5)
     */
    public List<PortAssignment> parse(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in);
        }
    }

    /**
     * Reads a stream of UTF-8 to its end and leaves it open.
     *
     * @param file the bytes of the file
     * @return its rows in file order, each name before its aliases, duplicates included, at least one, unmodifiable
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a services file or, for a strict parser, a line is not services(5)
     */
    public List<PortAssignment> parse(InputStream file) throws IOException {
        return parse(new Utf8Reader(Objects.requireNonNull(file, "file")));
    }

    /**
     * Reads text to its end and leaves the reader open.
     *
     * @param file the text of the file
     * @return its rows in file order, each name before its aliases, duplicates included, at least one, unmodifiable
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a services file or, for a strict parser, a line is not services(5)
     */
    public List<PortAssignment> parse(Reader file) throws IOException {
        TextLines lines = new TextLines(Objects.requireNonNull(file, "file"), "a services file");
        ServicesLineParser parser = new ServicesLineParser(sink);
        List<PortAssignment> rows = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            rows.addAll(parser.parse(lines.number(), line));
            if (rows.size() > MAX_ROWS) {
                throw new PortRegistryParseException(
                        lines.number(), "not a services file, more than " + MAX_ROWS + " names");
            }
        }
        if (rows.isEmpty()) {
            throw new PortRegistryParseException(0, "not a services file, no entry that could be kept");
        }
        return Collections.unmodifiableList(rows);
    }
}
