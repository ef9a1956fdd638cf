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
 * Reads IANA's {@code service-names-port-numbers.csv}.
 *
 * <p>Columns are found by the names in the header, in any order and under the names that they ever had; Service Name,
 * Port Number and Transport Protocol must be there, the others may be missing, and columns that IANA does not have are
 * passed over, as are blank lines. A byte order mark, CRLF and LF row ends and quoted line feeds are understood.
 *
 * <p>A <em>strict</em> parser throws at the first row that is not IANA's. A <em>lenient</em> one tells a sink of each
 * such row and leaves it out; where only a date or a service code is at fault, it tells the sink and keeps the row
 * without that field. Both refuse what is not a registry: an empty file, one with no row that could be kept, HTML, a
 * missing or repeated column, a quote that is not closed or in the wrong place, bytes that are not UTF-8, a row of more
 * than about 100,000 characters, more than 1,500,000 rows or 120,000,000 characters. So the result is never empty.
 *
 * <p>Immutable; as thread-safe as its sink.
 *
 * <pre>{@code
 * List<ParseProblem> problems = new ArrayList<>();
 * List<PortAssignment> rows = IanaCsvParser.lenient(problems::add).parse(faulty);      // [http 80/tcp, ssh 22/tcp]
 * problems.size();                                                                     // 1
 * }</pre>
 */
public final class IanaCsvParser {

    private final Consumer<? super ParseProblem> sink;
    private final boolean mayBeEmpty;

    private IanaCsvParser(Consumer<? super ParseProblem> sink, boolean mayBeEmpty) {
        this.sink = sink;
        this.mayBeEmpty = mayBeEmpty;
    }

    /**
     * Returns a parser that accepts IANA's rows and nothing else.
     *
     * @return a strict parser
     */
    public static IanaCsvParser strict() {
        return new IanaCsvParser(IanaCsvParser::refuse, false);
    }

    /** Returns a strict parser of your own services, of which there need not be any yet. */
    static IanaCsvParser ofOverlay() {
        return new IanaCsvParser(IanaCsvParser::refuse, true);
    }

    private static void refuse(ParseProblem problem) {
        throw new PortRegistryParseException(problem);
    }

    /**
     * Returns a parser that leaves out rows that are not IANA's, and says so.
     *
     * @param sink is told of each such row or field, in file order
     * @return a lenient parser
     */
    public static IanaCsvParser lenient(Consumer<? super ParseProblem> sink) {
        return new IanaCsvParser(Objects.requireNonNull(sink, "sink"), false);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param csv the file
     * @return its rows in file order, duplicates included, at least one, unmodifiable
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry or, for a strict parser, a row is not IANA's
     */
    public List<PortAssignment> parse(Path csv) throws IOException {
        Objects.requireNonNull(csv, "csv");
        try (InputStream in = Files.newInputStream(csv)) {
            return parse(in);
        }
    }

    /**
     * Reads a stream of UTF-8 to its end and leaves it open.
     *
     * @param csv the bytes of the file
     * @return its rows in file order, duplicates included, at least one, unmodifiable
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry or, for a strict parser, a row is not IANA's
     */
    public List<PortAssignment> parse(InputStream csv) throws IOException {
        return parse(new Utf8Reader(Objects.requireNonNull(csv, "csv")));
    }

    /**
     * Reads text to its end and leaves the reader open.
     *
     * @param csv the text of the file
     * @return its rows in file order, duplicates included, at least one, unmodifiable
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry or, for a strict parser, a row is not IANA's
     */
    public List<PortAssignment> parse(Reader csv) throws IOException {
        List<PortAssignment> assignments = new ArrayList<>();
        read(csv, (line, assignment) -> assignments.add(assignment));
        return Collections.unmodifiableList(assignments);
    }

    /** Takes the rows that are kept, in file order. */
    interface RowSink {
        void accept(long line, PortAssignment assignment);
    }

    /**
     * Reads text to its end and hands over its rows one by one, with the line that each begins on. Returns the rows as
     * they stand at the end, which tells how many there were, and whether the last one is whole.
     */
    CsvRows read(Reader csv, RowSink kept) throws IOException {
        CsvRows rows = new CsvRows(Objects.requireNonNull(csv, "csv"));
        if (!rows.next()) {
            throw new PortRegistryParseException(0, "not a registry, the file is empty");
        }
        RowParser parser = new RowParser(rows, sink);
        boolean isAnyKept = false;
        while (rows.next()) {
            PortAssignment assignment = parser.parse(rows);
            if (assignment != null) {
                isAnyKept = true;
                kept.accept(rows.line(), assignment);
            }
        }
        if (!isAnyKept && !mayBeEmpty) {
            throw new PortRegistryParseException(0, "not a registry, no row that could be kept");
        }
        return rows;
    }
}
