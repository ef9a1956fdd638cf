package io.github.portregistry;

import java.nio.file.Path;

/**
 * Thrown when a file is not a registry or, read strictly, has a row that is not IANA's.
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
public final class PortRegistryParseException extends RuntimeException {

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

    /** Says of a fault in which file it is. */
    PortRegistryParseException(Path file, PortRegistryParseException fault) {
        super(Texts.oneLine(file.getFileName() + ", " + fault.getMessage()), fault);
        this.line = fault.line;
        this.column = fault.column;
        this.value = fault.value;
    }

    /** The file as a whole is not a registry. */
    PortRegistryParseException(long line, String message) {
        this(new ParseProblem(line, "", "", message, ParseProblem.Severity.ERROR));
    }

    /**
     * Returns where in the file the fault is.
     *
     * @return physical line that the faulty row begins on, counted from 1; 0 if the file has no such line
     */
    public long line() {
        return line;
    }

    /**
     * Returns the name of the column that the fault is in.
     *
     * @return the column's name, or empty if the whole row or file is meant
     */
    public String column() {
        return column;
    }

    /**
     * Returns what stands there.
     *
     * @return the field as it stands in the file, cut if it has more than 80 characters, or empty if the whole row or file
     *     is meant
     */
    public String value() {
        return value;
    }
}
