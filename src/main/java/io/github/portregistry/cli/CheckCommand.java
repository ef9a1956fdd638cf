package io.github.portregistry.cli;

import io.github.portregistry.ParseReport;

/** Reads a file leniently and reports its problems. */
final class CheckCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: ports check [--after EARLIER] FILE

            Reports what is invalid in FILE, a registry's file in IANA's layout, and what
            deserves a look. Exit status: 0 if no row was left out, 1 if some were, 2 if
            FILE cannot be used.

              --after EARLIER  refuse FILE if it is not whole or older than the file EARLIER
            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        String file = EditionFiles.file(arguments.operand("check", "FILE"), arguments);
        if (file == null) {
            throw new Trouble("check needs a FILE; see --help");
        }
        ParseReport report = EditionFiles.report(file, console);
        String earlier = arguments.value("--after");
        if (earlier != null) {
            EditionFiles.update(file, EditionFiles.registry(earlier, console));
        }
        console.print(CheckReport.lines(report));
        return report.rowsLeftOut() == 0;
    }
}
