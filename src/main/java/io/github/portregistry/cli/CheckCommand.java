package io.github.portregistry.cli;

import io.github.portregistry.ParseProblem;
import io.github.portregistry.ParseReport;
import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file leniently and reports its problems. */
final class CheckCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: ports check [--after EARLIER] FILE

            Reports what is invalid in FILE, a registry's file in IANA's layout, and what
            deserves a look. Exit status: 0 if no row was left out, 1 if some were, 2 if
            FILE cannot be used.

              --after EARLIER  refuse FILE if it is not whole, or older than EARLIER, a file
                              or the word bundled
            """);

    /** The most problems of one kind to print. The rest are counted. */
    private static final int MAX_PROBLEMS = 20;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        String file = arguments.edition(arguments.operand("check", "FILE"));
        if (file == null) {
            throw new Trouble("check needs a FILE; see --help");
        }
        List<String> lines = new ArrayList<>();
        ParseReport report;
        try {
            report = EditionFiles.report(file, console);
        } catch (Trouble e) {
            addGrouped("error", EditionFiles.problems(file), lines);
            console.print(lines);
            console.flush();
            throw e;
        }
        lines.add(RowText.counted(report.rowsRead(), "row") + " read, " + report.rowsKept() + " kept, "
                + report.rowsLeftOut() + " left out");
        addGrouped("error", report.errors(), lines);
        addGrouped("warning", report.warnings(), lines);
        lines.add("");
        lines.add("Edition: " + report.registry().edition());
        console.print(lines);
        String earlier = arguments.value("--after");
        if (earlier != null) {
            console.flush(); // the report, also if the file is refused
            EditionFiles.requireUpdate(file, EditionFiles.registry(earlier, console));
        }
        return report.rowsLeftOut() == 0;
    }

    /** Adds problems, grouped by messages that differ only in quoted texts and numbers. */
    private static void addGrouped(String severity, List<ParseProblem> problems, List<String> lines) {
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
            for (ParseProblem problem : kind.subList(0, Math.min(MAX_PROBLEMS, kind.size()))) {
                lines.add("  line " + problem.line() + shown(problem, alike));
            }
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
