package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The result of reading a file leniently: a registry of the valid rows, and all problems of the file, each with its
 * line, column, value and reason.
 *
 * <p>A report has the problems that {@link IanaCsvParser} finds, and warnings about rows that are readable but unusual.
 * IANA's own file has such rows, too: a service name that breaks RFC 6335, section 5.1; a row that repeats the name,
 * port and transport of another; an assigned port inside an unassigned block; an alias of a name that does not exist;
 * and a last row without a row end, which is a sign that the file was cut off.
 *
 * <p>This class is immutable and thread-safe.
 *
 * <pre>{@code
 * ParseReport report = ParseReport.parse(Path.of("service-names-port-numbers.csv"));
 * report.rowsLeftOut();      // 0
 * report.warnings();         // [line 1..., Service Name: not a service name according to RFC 6335, section 5.1, ...]
 * PortRegistry registry = report.registry();
 * }</pre>
 */
public final class ParseReport {

    private final PortRegistry registry;
    private final int rowsRead;
    private final List<ParseProblem> problems;

    private ParseReport(PortRegistry registry, int rowsRead, List<ParseProblem> problems) {
        this.registry = registry;
        this.rowsRead = rowsRead;
        this.problems = problems;
    }

    /**
     * Reads a file leniently.
     *
     * @param csv the file, in UTF-8
     * @return the report on the file
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport parse(Path csv) throws IOException {
        requireNonNull(csv, "csv");
        return read((parser, lines) -> IanaCsvFile.read(csv, parser, lines));
    }

    /**
     * Reads the bytes of a file leniently. The stream is not closed.
     *
     * @param csv the bytes of the file, in UTF-8
     * @return the report on the file
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport parse(InputStream csv) throws IOException {
        requireNonNull(csv, "csv");
        return read((parser, lines) -> IanaCsvFile.read(csv, parser, lines));
    }

    /**
     * Reads the text of a file leniently. The reader is not closed.
     *
     * @param csv the text of the file
     * @return the report on the file
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport parse(Reader csv) throws IOException {
        requireNonNull(csv, "csv");
        return read((parser, lines) -> IanaCsvFile.read(csv, parser, lines));
    }

    private interface Reading {
        IanaCsvFile read(IanaCsvParser parser, LongConsumer lines) throws IOException;
    }

    private static ParseReport read(Reading reading) throws IOException {
        ParseProblems problems = new ParseProblems();
        LongStream.Builder lines = LongStream.builder();
        IanaCsvFile file = reading.read(IanaCsvParser.lenient(problems), lines);
        PortRegistry registry = PortRegistry.ofFile(file);
        ParseReportWarnings.report(file, lines.build().toArray(), registry.rows(), problems);
        problems.list().sort(Comparator.comparingLong(ParseProblem::line));
        return new ParseReport(registry, file.rowsRead(), List.copyOf(problems.list()));
    }

    /**
     * Returns a registry of the rows that were kept.
     *
     * @return the registry, with at least one row
     */
    public PortRegistry registry() {
        return registry;
    }

    /**
     * Returns the number of rows in the file, without the header and blank lines.
     *
     * @return the number of rows, whether kept or left out
     */
    public int rowsRead() {
        return rowsRead;
    }

    /**
     * Returns the number of rows that were kept.
     *
     * @return the number of rows in the registry, 1 or more
     */
    public int rowsKept() {
        return registry.assignments().size();
    }

    /**
     * Returns the number of rows that were left out. Each has at least one error in {@link #problems()}.
     *
     * @return the number of rows, {@link #rowsRead()} minus {@link #rowsKept()}
     */
    public int rowsLeftOut() {
        return rowsRead - rowsKept();
    }

    /**
     * Returns all errors and warnings.
     *
     * @return the problems by line, those of the same line in the order in which they were found; unmodifiable
     */
    public List<ParseProblem> problems() {
        return problems;
    }

    /**
     * Returns the errors: problems for which a row was left out.
     *
     * @return the errors by line; unmodifiable
     */
    public List<ParseProblem> errors() {
        return problems(Severity.ERROR);
    }

    /**
     * Returns the warnings: problems of rows that were kept.
     *
     * @return the warnings by line; unmodifiable
     */
    public List<ParseProblem> warnings() {
        return problems(Severity.WARNING);
    }

    private List<ParseProblem> problems(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    private List<Object> parts() {
        return List.of(registry, rowsRead, problems);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParseReport report && parts().equals(report.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * Returns a summary of the report, in one line.
     *
     * @return the number of rows read, kept and left out, and of warnings
     */
    @Override
    public String toString() {
        return Texts.counted(rowsRead, "row") + " read, " + rowsKept() + " kept, " + rowsLeftOut() + " left out, "
                + Texts.counted(warnings().size(), "warning");
    }
}
