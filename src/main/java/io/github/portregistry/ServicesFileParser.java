package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parser for services(5) files, such as a machine's {@code /etc/services}.
 *
 * <p>A line has a service name, {@code port/protocol}, aliases, and a comment after a {@code #}. It becomes a row whose
 * description is the comment. Each alias becomes a row of its own, whose assignment notes say so as IANA's notes do; an
 * alias that is the same as the name is ignored. Each name has a letter. The rows are what the file says, not necessarily
 * what IANA has assigned. Repeated lines are kept.
 *
 * <p>A <em>strict</em> parser throws an exception at the first line that is not valid, or whose protocol is not a
 * transport of the registry. A <em>lenient</em> parser reports each such line to a sink and leaves it out; use it for
 * files with AppleTalk's {@code ddp}, such as Debian's. A problem has the line and the name of IANA's column. Bytes that
 * are not UTF-8 are such a fault too, except that a lenient parser keeps a line that has them in its comment, with
 * U+FFFD in their place, and reports a warning.
 *
 * <p>Both refuse a file that is not a services file: a file without a valid entry, a line of more than 100,000 characters, more than 1,500,000 lines, or more than 1,500,000 names. The result is therefore never
 * empty.
 *
 * <p>A parser is immutable, and as thread-safe as its sink.
 *
 * <pre>{@code
 * Reader file = new StringReader("whois  43/tcp  nicname  # Who is");
 * PortRegistry local = PortRegistry.of(ServicesFileParser.strict().parse(file));
 * local.findByName("nicname").get(0).aliasOf();      // "whois"
 * local.names().label(43, TCP);                      // "43/tcp whois"
 * }</pre>
 */
public final class ServicesFileParser {

    /** A limit on rows as well as lines, since one line can have some 50,000 aliases. */
    private static final int MAX_ROWS = 1_500_000;

    private final Consumer<? super ParseProblem> sink;
    private final Function<InputStream, Reader> decoder;

    private ServicesFileParser(Consumer<? super ParseProblem> sink, Function<InputStream, Reader> decoder) {
        this.sink = sink;
        this.decoder = decoder;
    }

    /**
     * Returns a parser that throws an exception at the first line that is not valid.
     *
     * @return a strict parser
     */
    public static ServicesFileParser strict() {
        return new ServicesFileParser(
                problem -> {
                    throw new PortRegistryParseException(problem);
                },
                TextDecoder::new);
    }

    /**
     * Returns a parser that leaves out lines that are not valid, and reports them.
     *
     * @param sink receives each problem, in file order
     * @return a lenient parser
     */
    public static ServicesFileParser lenient(Consumer<? super ParseProblem> sink) {
        return new ServicesFileParser(Objects.requireNonNull(sink, "sink"), TextDecoder::lenient);
    }

    /**
     * Parses a file.
     *
     * @param file the file, in UTF-8
     * @return the rows in file order, each name before its aliases, duplicates included; at least one; unmodifiable
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a services file or, with a strict parser, a line is not valid
     */
    public List<PortAssignment> parse(Path file) throws IOException {
        return TextFile.read(Objects.requireNonNull(file, "file"), this::parse);
    }

    /**
     * Parses the bytes of a file, to the end of the stream. The stream is not closed.
     *
     * @param file the bytes of the file, in UTF-8
     * @return the rows in file order, each name before its aliases, duplicates included; at least one; unmodifiable
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a services file or, with a strict parser, a line is not valid
     */
    public List<PortAssignment> parse(InputStream file) throws IOException {
        return parse(decoder.apply(Objects.requireNonNull(file, "file")));
    }

    /**
     * Parses the text of a file, to the end of the reader. The reader is not closed.
     *
     * @param file the text of the file
     * @return the rows in file order, each name before its aliases, duplicates included; at least one; unmodifiable
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a services file or, with a strict parser, a line is not valid
     */
    public List<PortAssignment> parse(Reader file) throws IOException {
        TextLines lines = new TextLines(Objects.requireNonNull(file, "file"), "a services file");
        AtomicReference<@Nullable ParseProblem> first = new AtomicReference<>();
        ServicesFileLineParser parser = new ServicesFileLineParser(problem -> {
            first.compareAndSet(null, problem);
            sink.accept(problem);
        });
        List<PortAssignment> rows = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            rows.addAll(parser.parse(lines.number(), line));
            if (rows.size() > MAX_ROWS) {
                throw new PortRegistryParseException(
                        lines.number(), "not a services file: it has more than " + MAX_ROWS + " names");
            }
        }
        if (rows.isEmpty()) {
            throw PortRegistryParseException.ofNothingKept("not a services file: no entry could be kept", first.get());
        }
        return Collections.unmodifiableList(rows);
    }
}
