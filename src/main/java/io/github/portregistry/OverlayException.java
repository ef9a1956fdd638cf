package io.github.portregistry;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when an overlay, that is your own (site-local) services, is refused. It lists every fault: fields that are not
 * valid, and names and ports that are taken.
 *
 * <pre>{@code
 * PortAssignment ssh = PortAssignment.of("ssh", PortInterval.of(60022), TCP, "SSH on a port of our own");
 * try {
 *     registry.withOverlay(List.of(ssh));
 * } catch (OverlayException e) {
 *     e.problems();      // [line 1, Service Name: ssh 60022/tcp: the registry has ssh 22/tcp]
 * }
 * }</pre>
 */
public final class OverlayException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The most problems that the message lists. */
    private static final int MAX_LISTED = 20;

    private final ParseProblem[] problems;

    /**
     * Creates an exception.
     *
     * @param source the beginning of each problem's text, such as {@code "site.csv, line "}
     */
    OverlayException(String source, List<ParseProblem> problems) {
        super("the overlay is refused; "
                + problems.stream()
                        .limit(MAX_LISTED)
                        .map(problem -> Texts.oneLine(source + problem.line() + ", " + problem.message()))
                        .collect(Collectors.joining("; "))
                + (problems.size() > MAX_LISTED ? "; and " + (problems.size() - MAX_LISTED) + " more" : ""));
        this.problems = problems.toArray(ParseProblem[]::new);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (problems == null || problems.length == 0 || Arrays.asList(problems).contains(null)) {
            throw new InvalidObjectException("a problem is missing");
        }
    }

    /**
     * Returns all faults of the overlay. The line of a fault is that of the file; for a collection, it is the number of
     * the assignment, counted from 1. Each has the severity {@link Severity#ERROR}, since no row is added.
     *
     * @return the faults by line, at least one; unmodifiable
     */
    public List<ParseProblem> problems() {
        return List.of(problems);
    }
}
