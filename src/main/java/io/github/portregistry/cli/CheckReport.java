package io.github.portregistry.cli;

import io.github.portregistry.ParseProblem;
import io.github.portregistry.ParseReport;
import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats the result of reading a file leniently as lines of text. */
final class CheckReport {

    /** The most problems of one kind to print. The rest are counted. */
    private static final int MAX_PROBLEMS = 20;

    private CheckReport() {}

    static List<String> lines(ParseReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(RowText.counted(report.rowsRead(), "row") + " read, " + report.rowsKept() + " kept, "
                + report.rowsLeftOut() + " left out");
        group("error", report.errors(), lines);
        group("warning", report.warnings(), lines);
        lines.add("");
        lines.add("Edition: " + report.registry().edition());
        return lines;
    }

    /** Groups problems whose messages differ only in quoted texts and numbers. */
    private static void group(String severity, List<ParseProblem> problems, List<String> lines) {
        Map<String, List<ParseProblem>> kinds = new LinkedHashMap<>();
        for (ParseProblem problem : problems) {
            String kind = problem.column()
                    + problem.message()
                            .replace(Texts.quoted(problem.value()), "")
                            .replaceAll("\"[^\"]*\"|[0-9]+", "");
            kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(problem);
        }
        for (List<ParseProblem> kind : kinds.values()) {
            ParseProblem first = kind.get(0);
            boolean alike = kind.stream().allMatch(problem -> problem.message().equals(first.message()));
            lines.add("");
            lines.add(RowText.counted(kind.size(), severity)
                    + (first.column().isEmpty() ? "" : ", " + first.column())
                    + (alike ? ": " + Texts.oneLine(first.message()) : ""));
            kind.stream()
                    .limit(MAX_PROBLEMS)
                    .map(problem -> "  line " + problem.line() + shown(problem, alike))
                    .forEach(lines::add);
            if (kind.size() > MAX_PROBLEMS) {
                lines.add("  and " + (kind.size() - MAX_PROBLEMS) + " more");
            }
        }
    }

    /**
     * Returns the text of a problem. A message contains the value, so if all messages of a group are alike, they have
     * no value or the same one.
     */
    private static String shown(ParseProblem problem, boolean alike) {
        if (!alike) {
            return ": " + Texts.oneLine(problem.message());
        }
        return problem.value().isEmpty() ? "" : ": " + Texts.quoted(problem.value());
    }
}
