package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A problem with a row of a file, or with a field of a row.
 *
 * <pre>{@code
 * List<ParseProblem> problems = new ArrayList<>();
 * IanaCsvParser.lenient(problems::add).parse(faulty);
 * problems.get(0);      // line 4, Port Number: "cp" is not a port number, 0 to 65535, or an interval ...
 * }</pre>
 *
 * @param line the physical line of the file on which the row begins, counted from 1; of an overlay that is a collection, the
 *     number of the assignment, counted from 1; 0 if there is neither
 * @param column the name of the column; empty if the problem is with the whole row
 * @param value the field as it is in the file, shortened if it has more than 80 characters; or empty
 * @param message what is wrong, and what is allowed
 * @param severity whether the row was left out
 */
public record ParseProblem(long line, String column, String value, String message, Severity severity)
        implements Serializable {

    /** Whether the row was left out. */
    public enum Severity {
        /** The row was left out. */
        ERROR,
        /** The row was kept, at most without a field that could not be read or has no column of IANA's. */
        WARNING
    }

    /**
     * Creates a problem. A long field is shortened.
     *
     * @param line the line, 1 or more, or 0
     * @param column the name of the column, or empty
     * @param value the field, or empty
     * @param message the message
     * @param severity the severity
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
     * Returns this problem as one line of text.
     *
     * @return the line, the column and the message, as far as they are known
     */
    @Override
    public String toString() {
        return Texts.oneLine(
                (line == 0 ? "" : "line " + line + (column.isEmpty() ? "" : ", " + column) + ": ") + message);
    }
}
