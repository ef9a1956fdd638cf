package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
 *
 * @param registry the registry of the rows that were kept, at least one
 * @param rowsRead number of rows in the file, without the header and blank lines; the kept and the left out together
 * @param problems errors and warnings, by line; of one line in the order of discovery
 */
public record ParseReport(PortRegistry registry, long rowsRead, List<ParseProblem> problems) {

    /**
     * Copies the list.
     *
     * @param registry the registry
     * @param rowsRead number of rows read
     * @param problems errors and warnings
     */
    public ParseReport {
        requireNonNull(registry, "registry");
        problems = List.copyOf(requireNonNull(problems, "problems"));
    }

    /**
     * Reads a file in UTF-8, leniently.
     *
     * @param csv the file
     * @return what was found in it
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is no registry, or more than 10,000 faults are in its rows
     */
    public static ParseReport of(Path csv) throws IOException {
        try (InputStream in = Files.newInputStream(requireNonNull(csv, "csv"))) {
            return new ReportBuilder().read(in, Edition.Source.PATH);
        }
    }

    /**
     * Reads a stream of UTF-8 to its end, leniently, and leaves it open.
     *
     * @param csv the bytes of the file
     * @return what was found in it
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is no registry, or more than 10,000 faults are in its rows
     */
    public static ParseReport of(InputStream csv) throws IOException {
        return new ReportBuilder().read(requireNonNull(csv, "csv"), Edition.Source.STREAM);
    }

    /**
     * Reads text to its end, leniently, and leaves the reader open.
     *
     * @param csv the text of the file
     * @return what was found in it
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is no registry, or more than 10,000 faults are in its rows
     */
    public static ParseReport of(Reader csv) throws IOException {
        return new ReportBuilder().read(requireNonNull(csv, "csv"));
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
