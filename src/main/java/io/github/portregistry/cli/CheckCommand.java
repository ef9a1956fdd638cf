package io.github.portregistry.cli;

import io.github.portregistry.ParseReport;
import io.github.portregistry.PortRegistryParseException;

/** Reads a file leniently and reports its problems. */
final class CheckCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: ports check [--rows N] FILE

            Reports what is invalid in FILE, a registry's file in IANA's layout, and what
            deserves a look. Exit status: 0 if no row was left out, 1 if some were, 2 if
            FILE cannot be used.

              --rows N        refuse FILE if it has fewer than N rows
            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        String rows = arguments.value("--rows");
        if (rows != null && !rows.matches("[0-9]{1,9}")) {
            throw new Trouble("--rows takes a number of rows");
        }
        String file = EditionFiles.file(arguments.operand("check", "FILE"), arguments);
        if (file == null) {
            throw new Trouble("check needs a FILE; see --help");
        }
        ParseReport report = EditionFiles.report(file, console);
        if (rows != null) {
            try {
                report.registry().requireRows(Integer.parseInt(rows));
            } catch (PortRegistryParseException e) {
                throw new Trouble(file + ": " + e.getMessage());
            }
        }
        console.print(CheckReport.lines(report));
        return report.rowsLeftOut() == 0;
    }
}
