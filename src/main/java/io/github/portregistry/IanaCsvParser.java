package io.github.portregistry;

import io.github.portregistry.CsvText.EndlessRowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads IANA's {@code service-names-port-numbers.csv}.
 *
 * <p>Columns are found by the names in the header, in any order and under the names that they ever had; Service Name,
 * Port Number and Transport Protocol must be there, the others may be missing, and columns that IANA does not have are
 * passed over, as are blank lines. A byte order mark, CRLF and LF row ends and quoted line feeds are understood.
 *
 * <p>A <em>strict</em> parser throws at the first row that is not IANA's. A <em>lenient</em> one tells a sink of each
 * such row and leaves it out; where only a date or a service code is at fault, it tells the sink and keeps the row
 * without that field. Both refuse what is no registry: an empty file, one with no row that could be kept, HTML, a
 * missing or repeated column, a quote that is not closed or in the wrong place, bytes that are not UTF-8, a row of more
 * than about 100,000 characters, more than 1,500,000 rows. So the result is never empty.
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

    /** A hundred times what IANA publishes. */
    private static final int MAX_ROWS = 1_500_000;

    private final Consumer<? super ParseProblem> sink;

    private IanaCsvParser(Consumer<? super ParseProblem> sink) {
        this.sink = sink;
    }

    /**
     * Returns a parser that accepts IANA's rows and nothing else.
     *
     * @return a strict parser
     */
    public static IanaCsvParser strict() {
        return new IanaCsvParser(problem -> {
            throw new PortRegistryParseException(problem);
        });
    }

    /**
     * Returns a parser that leaves out rows that are not IANA's, and says so.
     *
     * @param sink is told of each such row or field, in file order
     * @return a lenient parser
     */
    public static IanaCsvParser lenient(Consumer<? super ParseProblem> sink) {
        return new IanaCsvParser(Objects.requireNonNull(sink, "sink"));
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param csv the file
     * @return its rows in file order, duplicates included, at least one, unmodifiable
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is no registry or, for a strict parser, a row is not IANA's
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
     * @throws PortRegistryParseException if it is no registry or, for a strict parser, a row is not IANA's
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
     * @throws PortRegistryParseException if it is no registry or, for a strict parser, a row is not IANA's
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
     * What was read.
     *
     * @param rows number of rows, without the header and blank lines
     * @param lastLine line that the last row begins on
     * @param isCut whether the last row has no row end
     */
    record Reading(long rows, long lastLine, boolean isCut) {}

    /** Reads text to its end and hands over its rows one by one, with the line that each begins on. */
    Reading read(Reader csv, RowSink kept) throws IOException {
        CsvText text = new CsvText(Objects.requireNonNull(csv, "csv"));
        @SuppressWarnings("resource") // would close the caller's reader
        CSVParser records = CSVFormat.RFC4180.parse(text);
        Iterator<CSVRecord> iterator = records.iterator();
        RowParser parser = null;
        long line = 1;
        long rows = 0;
        long rowsKept = 0;
        long lastLine = 0;
        while (hasNext(iterator, records, text, line)) {
            CSVRecord record = iterator.next();
            if (record.getRecordNumber() > MAX_ROWS) {
                throw new PortRegistryParseException(line, "not a registry, more than " + MAX_ROWS + " rows");
            }
            if (!isBlankLine(record)) {
                if (parser == null) {
                    parser = new RowParser(record, line, sink);
                } else {
                    rows++;
                    lastLine = line;
                    PortAssignment assignment = parser.parse(record, line);
                    if (assignment != null) {
                        rowsKept++;
                        kept.accept(line, assignment);
                    }
                }
            }
            line = records.getCurrentLineNumber() + 1;
            text.rowBegins();
        }
        if (rowsKept == 0) {
            throw new PortRegistryParseException(
                    0, "not a registry, " + (parser == null ? "the file is empty" : "no row that could be kept"));
        }
        return new Reading(rows, lastLine, !text.isAtLineStart());
    }

    /** Reads the next row. All that the iterator throws is thrown here; the same from a sink is the sink's own. */
    private static boolean hasNext(Iterator<CSVRecord> iterator, CSVParser records, CsvText text, long line)
            throws IOException {
        try {
            return iterator.hasNext();
        } catch (UncheckedIOException e) {
            long currentLine = records.getCurrentLineNumber() + (text.isAtLineStart() ? 1 : 0);
            throw refusedOrUnreadable(Objects.requireNonNull(e.getCause()), text, line, currentLine);
        }
    }

    private static boolean isBlankLine(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    /** Tells text that is no registry from text that cannot be had: the iterator throws the same for both. */
    private static IOException refusedOrUnreadable(IOException cause, CsvText text, long rowLine, long currentLine) {
        if (cause instanceof CharacterCodingException) {
            throw new PortRegistryParseException(currentLine, "not a registry, the bytes here are not UTF-8");
        }
        if (cause instanceof EndlessRowException) {
            throw new PortRegistryParseException(
                    rowLine,
                    "not a registry, the row that begins here has more than " + CsvText.MAX_ROW_LENGTH + " characters");
        }
        if (cause instanceof CSVException) {
            throw new PortRegistryParseException(
                    rowLine,
                    text.hasEnded()
                            ? "the file ends inside a quoted field of the row that begins here"
                            : "a quote in the wrong place, in the row that begins here");
        }
        return cause;
    }
}
