package io.github.portregistry;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a file is not a registry or, if it is read strictly, when a row is not valid.
 *
 * <pre>{@code
 * try {
 *     PortRegistry.parse(faulty);
 * } catch (PortRegistryParseException e) {
 *     e.line();        // 4
 *     e.column();      // "Port Number"
 *     e.value();       // "cp"
 * }
 * }</pre>
 */
public final class PortRegistryParseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String column;
    private final String value;

    PortRegistryParseException(ParseProblem problem) {
        super(problem.toString());
        this.line = problem.line();
        this.column = problem.column();
        this.value = problem.value();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (line < 0 || column == null || value == null) {
            throw new InvalidObjectException("the line, the column or the value is missing");
        }
    }

    /** Adds the name of the file to a fault. */
    PortRegistryParseException(Path file, PortRegistryParseException fault) {
        super(Texts.oneLine(file.getFileName() + ", " + fault.getMessage()), fault);
        this.line = fault.line;
        this.column = fault.column;
        this.value = fault.value;
    }

    /** A fault of the whole file, which is not a registry. */
    PortRegistryParseException(long line, String message) {
        this(new ParseProblem(line, "", "", message, ParseProblem.Severity.ERROR));
    }

    /** A fault of a file of which nothing is kept, with its first problem, if there is one. */
    static PortRegistryParseException ofNothingKept(String message, @Nullable ParseProblem first) {
        return first == null
                ? new PortRegistryParseException(0, message)
                : new PortRegistryParseException(new ParseProblem(
                        first.line(),
                        first.column(),
                        first.value(),
                        message + "; the first problem is: " + first.message(),
                        ParseProblem.Severity.ERROR));
    }

    /**
     * Returns the line of the invalid row.
     *
     * @return the physical line on which the row begins, counted from 1; 0 if there is no such line
     */
    public long line() {
        return line;
    }

    /**
     * Returns the name of the invalid column.
     *
     * @return the name of the column; empty if the whole row or file is not valid
     */
    public String column() {
        return column;
    }

    /**
     * Returns the value of the invalid field.
     *
     * @return the field as it is in the file, shortened if it has more than 80 characters; empty if the whole row or
     *     file is not valid
     */
    public String value() {
        return value;
    }
}
