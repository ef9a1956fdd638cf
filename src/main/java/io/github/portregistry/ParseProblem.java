package io.github.portregistry;

import static java.util.Objects.requireNonNull;

/**
 * A row of a file, or a field of a row, that is not as IANA writes it.
 *
 * <pre>{@code
 * List<ParseProblem> problems = new ArrayList<>();
 * IanaCsvParser.lenient(problems::add).parse(faulty);
 * problems.get(0);      // line 4, Port Number: "cp" is not a port number, 0 to 65535, or an interval ...
 * }</pre>
 *
 * @param line physical line of the file that the row begins on, counted from 1; 0 if the file has no such line
 * @param column name of the column, or empty if the whole row is meant
 * @param value the field as it stands in the file, cut if it has more than 80 characters, or empty
 * @param message what is wrong with it, and what is allowed
 * @param severity whether the row was left out
 */
public record ParseProblem(long line, String column, String value, String message, Severity severity) {

    /** What became of the row. */
    public enum Severity {
        /** The row was left out. */
        ERROR,
        /** The row was kept; a field that could not be read is absent in it. */
        WARNING
    }

    /**
     * Checks that nothing is null, and cuts a long field.
     *
     * @param line line, 1 or more, or 0
     * @param column name of the column, or empty
     * @param value field, or empty
     * @param message message
     * @param severity severity
     * @throws IllegalArgumentException if the line is negative
     */
    public ParseProblem {
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " is negative");
        }
        requireNonNull(column, "column");
        value = Texts.abridged(requireNonNull(value, "value"));
        requireNonNull(message, "message");
        requireNonNull(severity, "severity");
    }

    /**
     * Returns the problem as a line of a log.
     *
     * @return line, column and message, those that there are
     */
    @Override
    public String toString() {
        return Texts.oneLine(
                (line == 0 ? "" : "line " + line + (column.isEmpty() ? "" : ", " + column) + ": ") + message);
    }
}
