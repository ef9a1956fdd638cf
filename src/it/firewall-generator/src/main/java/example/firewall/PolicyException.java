package example.firewall;

import io.github.portregistry.Texts;
import java.io.IOException;

/** Thrown when a line of a policy is at fault; says why, and points at the place in it. */
public final class PolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    PolicyException(int line, String statement, int column, Exception fault) {
        super(
                "line " + line + ": " + Texts.oneLine(reason(fault)) + "\n  " + printable(statement) + "\n  "
                        + " ".repeat(column) + "^",
                fault);
    }

    /** Keeps each character's place. */
    private static String printable(String statement) {
        return statement.replaceAll("[^\\P{C}]|[\\p{Zl}\\p{Zp}]", "?");
    }

    /** What is wrong with a file is said by the exception's class. */
    private static String reason(Exception fault) {
        return fault instanceof IOException ? fault.toString() : fault.getMessage();
    }
}
