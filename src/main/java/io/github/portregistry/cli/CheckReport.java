package io.github.portregistry.cli;

import io.github.portregistry.ParseProblem;
import io.github.portregistry.ParseReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that tell what a lenient reading of a file found. */
final class CheckReport {

    /** More problems than this of one kind are counted, not printed. */
    private static final int MOST = 20;

    /** A value that is longer than this is cut: in a broken file, it may be half the file. */
    private static final int LONGEST = 80;

    private CheckReport() {}

    static List<String> lines(ParseReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.registry().edition().toString());
        lines.add(report.rowsRead() + " rows read, " + report.rowsKept() + " kept, " + report.rowsLeftOut()
                + " left out");
        group("error", report.errors(), lines);
        group("warning", report.warnings(), lines);
        return lines;
    }

    /** Groups problems that differ in nothing but what is quoted and numbered in their messages. */
    private static void group(String severity, List<ParseProblem> problems, List<String> lines) {
        Map<String, List<ParseProblem>> kinds = new LinkedHashMap<>();
        for (ParseProblem problem : problems) {
            String kind = problem.column()
                    + problem.message()
                            .replace('"' + abridged(problem.value()) + '"', "")
                            .replaceAll("\"[^\"]*\"|[0-9]+", "");
            kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(problem);
        }
        for (List<ParseProblem> kind : kinds.values()) {
            ParseProblem first = kind.get(0);
            boolean alike = kind.stream().allMatch(problem -> problem.message().equals(first.message()));
            lines.add("");
            lines.add(kind.size() + " " + severity + (kind.size() == 1 ? "" : "s")
                    + (first.column().isEmpty() ? "" : ", " + first.column())
                    + (alike ? ": " + Table.printable(first.message()) : ""));
            kind.stream()
                    .limit(MOST)
                    .map(problem -> "line " + problem.line()
                            + (problem.value().isEmpty() ? "" : ": " + abridged(problem.value()))
                            + (alike ? "" : ": " + problem.message()))
                    .forEach(line -> lines.add("  " + Table.printable(line)));
            if (kind.size() > MOST) {
                lines.add("  and " + (kind.size() - MOST) + " more");
            }
        }
    }

    private static String abridged(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
    }
}
