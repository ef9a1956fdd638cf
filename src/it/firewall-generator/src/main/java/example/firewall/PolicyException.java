package example.firewall;

import java.io.IOException;

/** Tells which line of a policy is at fault, and why, and points at the place in it. */
final class PolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    PolicyException(int line, String statement, int column, Exception fault) {
        super("line " + line + ": " + reason(fault) + "\n  " + statement + "\n  " + " ".repeat(column) + "^", fault);
    }

    /** What is wrong with a file is said by the exception's class. */
    private static String reason(Exception fault) {
        return fault instanceof IOException ? fault.toString() : fault.getMessage();
    }
}
