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
import org.jspecify.annotations.Nullable;

/**
 * A parser for IANA's {@code service-names-port-numbers.csv}.
 *
 * <p>Columns are identified by their names in the header. They may be in any order and have any name that IANA has ever
 * given them. Service Name, Port Number and Transport Protocol are required; the others may be missing. Blank lines are
 * skipped. A byte order mark, CRLF and LF row ends, and quoted line feeds are accepted.
 *
 * <p>Columns that this library does not know are dropped, since a row has no place for them. A strict parser says nothing
 * of it, so that it can read IANA's file should IANA add a column. A lenient one reports a warning.
 *
 * <p>A <em>strict</em> parser throws an exception at the first row that is not valid. A <em>lenient</em> parser reports
 * each such row to a sink and leaves it out. If only a date or a service code is not valid, it reports that and keeps
 * the row without the field.
 *
 * <p>Both refuse a file that is not a registry: an empty file, a file without a valid row, HTML, a missing or repeated
 * column, a quote that is not closed or in the wrong place, bytes that are not UTF-8, a row of more than 100,000
 * characters (a bound on memory, which may take effect some thousand characters later), more than 1,500,000 rows, or more
 * than 120,000,000 characters. The result is therefore never empty.
 *
 * <p>A parser is immutable, and as thread-safe as its sink.
 *
 * <pre>{@code
 * List<ParseProblem> problems = new ArrayList<>();
 * List<PortAssignment> rows = IanaCsvParser.lenient(problems::add).parse(faulty);      // [http 80/tcp, ssh 22/tcp]
 * problems.size();                                                                     // 1
 * }</pre>
 */
public final class IanaCsvParser {

    private enum Mode {
        STRICT,
        LENIENT,
        /** Lenient, for a file that may have no rows, and columns of your own. */
        OVERLAY
    }

    private final Consumer<? super ParseProblem> sink;
    private final Mode mode;

    private IanaCsvParser(Consumer<? super ParseProblem> sink, Mode mode) {
        this.sink = sink;
        this.mode = mode;
    }

    /**
     * Returns a parser that throws an exception at the first row that is not valid.
     *
     * @return a strict parser
     */
    public static IanaCsvParser strict() {
        return new IanaCsvParser(IanaCsvParser::refuse, Mode.STRICT);
    }

    /** Returns a parser of an overlay. */
    static IanaCsvParser ofOverlay(Consumer<? super ParseProblem> sink) {
        return new IanaCsvParser(sink, Mode.OVERLAY);
    }

    private static void refuse(ParseProblem problem) {
        throw new PortRegistryParseException(problem);
    }

    /**
     * Returns a parser that leaves out rows that are not valid, and reports them.
     *
     * @param sink receives each problem, in file order
     * @return a lenient parser
     */
    public static IanaCsvParser lenient(Consumer<? super ParseProblem> sink) {
        return new IanaCsvParser(Objects.requireNonNull(sink, "sink"), Mode.LENIENT);
    }

    /**
     * Parses a file.
     *
     * @param csv the file, in UTF-8
     * @return the rows in file order, duplicates included; at least one; unmodifiable
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry or, with a strict parser, a row is not valid
     */
    public List<PortAssignment> parse(Path csv) throws IOException {
        return TextFile.read(Objects.requireNonNull(csv, "csv"), this::parse);
    }

    /**
     * Parses the bytes of a file, to the end of the stream. The stream is not closed.
     *
     * @param csv the bytes of the file, in UTF-8
     * @return the rows in file order, duplicates included; at least one; unmodifiable
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry or, with a strict parser, a row is not valid
     */
    public List<PortAssignment> parse(InputStream csv) throws IOException {
        return parse(new TextDecoder(Objects.requireNonNull(csv, "csv")));
    }

    /**
     * Parses the text of a file, to the end of the reader. The reader is not closed.
     *
     * @param csv the text of the file
     * @return the rows in file order, duplicates included; at least one; unmodifiable
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry or, with a strict parser, a row is not valid
     */
    public List<PortAssignment> parse(Reader csv) throws IOException {
        List<PortAssignment> assignments = new ArrayList<>();
        read(csv, (line, assignment) -> assignments.add(assignment));
        return Collections.unmodifiableList(assignments);
    }

    /** Receives the rows that are kept, in file order. */
    interface RowSink {
        void accept(long line, PortAssignment assignment);
    }

    /**
     * Parses the text of a file and passes each row on, with the line on which it begins. Returns the rows at their
     * end, which know how many there were, and whether the last one is complete.
     */
    CsvRows read(Reader csv, RowSink kept) throws IOException {
        CsvRows rows = new CsvRows(Objects.requireNonNull(csv, "csv"));
        if (!rows.next()) {
            throw new PortRegistryParseException(0, "not a registry: the file is empty");
        }
        AtomicReference<@Nullable ParseProblem> first = new AtomicReference<>();
        IanaRowParser parser = new IanaRowParser(rows, problem -> {
            first.compareAndSet(null, problem);
            sink.accept(problem);
        });
        if (mode == Mode.LENIENT) {
            parser.reportUnknownColumns(rows, sink);
        }
        boolean isAnyKept = false;
        while (rows.next()) {
            PortAssignment assignment = parser.parse(rows);
            if (assignment != null) {
                isAnyKept = true;
                kept.accept(rows.line(), assignment);
            }
        }
        if (!isAnyKept && mode != Mode.OVERLAY) {
            throw PortRegistryParseException.ofNothingKept("not a registry: no row could be kept", first.get());
        }
        return rows;
    }
}
