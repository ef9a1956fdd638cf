package io.github.portregistry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the problems of a file, and gives up on a file that has too many. */
final class ParseProblems implements Consumer<ParseProblem> {

    private static final int MAX = 10_000;

    private final List<ParseProblem> list = new ArrayList<>();

    @Override
    public void accept(ParseProblem problem) {
        if (list.size() == MAX) {
            throw new PortRegistryParseException(
                    problem.line(), "not a registry: it has more than " + MAX + " errors and warnings");
        }
        list.add(problem);
    }

    /** Returns the problems in the order in which they were found. */
    List<ParseProblem> list() {
        return list;
    }
}
