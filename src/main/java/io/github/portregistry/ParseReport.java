package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a lenient reading of a file found: the registry of the rows that could be kept, and all that a person should
 * look at, each with line, column, value and reason.
 *
 * <p>Beside what {@link IanaCsvParser} reports there are warnings of things that a reader can live with, and that IANA's
 * own file has: a service name that breaks RFC 6335, section 5.1, a row that repeats the name, port and transport of
 * another, an assigned port inside an unassigned block, an alias of a name that is not there, and a last row without
 * its row end, which is a sign that the file was cut.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ParseReport report = ParseReport.of(Path.of("service-names-port-numbers.csv"));
 * report.rowsLeftOut();      // 0
 * report.warnings();         // [line 1..., Service Name: not a service name by RFC 6335, section 5.1, ...]
 * PortRegistry registry = report.registry().requireRows(14_000);
 * }</pre>
 */
public final class ParseReport {

    private static final int MAX_PROBLEMS = 10_000;

    private final PortRegistry registry;
    private final long rowsRead;
    private final List<ParseProblem> problems;

    private ParseReport(PortRegistry registry, long rowsRead, List<ParseProblem> problems) {
        this.registry = registry;
        this.rowsRead = rowsRead;
        this.problems = problems;
    }

    /**
     * Reads a file in UTF-8, leniently.
     *
     * @param csv the file
     * @return what was found in it
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport of(Path csv) throws IOException {
        Problems problems = new Problems();
        return of(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.lenient(problems)), problems);
    }

    /**
     * Reads a stream of UTF-8 to its end, leniently, and leaves it open.
     *
     * @param csv the bytes of the file
     * @return what was found in it
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport of(InputStream csv) throws IOException {
        Problems problems = new Problems();
        return of(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.lenient(problems)), problems);
    }

    /**
     * Reads text to its end, leniently, and leaves the reader open.
     *
     * @param csv the text of the file
     * @return what was found in it
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry, or has more than 10,000 errors and warnings
     */
    public static ParseReport of(Reader csv) throws IOException {
        Problems problems = new Problems();
        return of(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.lenient(problems)), problems);
    }

    private static ParseReport of(RegistryFile file, Problems problems) {
        PortRegistry registry = PortRegistry.ofFile(file);
        RowWarnings.report(file, registry.rows(), problems);
        problems.list.sort(Comparator.comparingLong(ParseProblem::line));
        return new ParseReport(registry, file.rowsRead(), List.copyOf(problems.list));
    }

    /** Takes problems until they are too many to be those of a registry. */
    private static final class Problems implements Consumer<ParseProblem> {

        private final List<ParseProblem> list = new ArrayList<>();

        @Override
        public void accept(ParseProblem problem) {
            if (list.size() == MAX_PROBLEMS) {
                throw new PortRegistryParseException(
                        problem.line(), "not a registry, more than " + MAX_PROBLEMS + " errors and warnings");
            }
            list.add(problem);
        }
    }

    /**
     * Returns the registry of the rows that were kept.
     *
     * @return the registry, with at least one row
     */
    public PortRegistry registry() {
        return registry;
    }

    /**
     * Returns how many rows the file has, without the header and blank lines.
     *
     * @return number of rows, those that were kept and those that were left out together
     */
    public long rowsRead() {
        return rowsRead;
    }

    /**
     * Returns how many rows were kept.
     *
     * @return number of rows in the registry, 1 or more
     */
    public long rowsKept() {
        return registry.assignments().size();
    }

    /**
     * Returns how many rows were left out; each has an error in {@link #problems()}, or several.
     *
     * @return number of rows, {@link #rowsRead()} less {@link #rowsKept()}
     */
    public long rowsLeftOut() {
        return rowsRead - rowsKept();
    }

    /**
     * Returns all errors and warnings.
     *
     * @return the problems by line, those of one line in the order in which they were found; unmodifiable
     */
    public List<ParseProblem> problems() {
        return problems;
    }

    /**
     * Returns the faults for which a row was left out.
     *
     * @return the errors by line, unmodifiable
     */
    public List<ParseProblem> errors() {
        return problems(Severity.ERROR);
    }

    /**
     * Returns the faults with which a row was kept.
     *
     * @return the warnings by line, unmodifiable
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
     * Returns the counts, in one line.
     *
     * @return rows read, kept and left out, and the number of warnings
     */
    @Override
    public String toString() {
        return rowsRead + " rows read, " + rowsKept() + " kept, " + rowsLeftOut() + " left out, "
                + warnings().size() + " warnings";
    }
}
