package io.github.portregistry.cli;

import io.github.portregistry.ParseReport;
import io.github.portregistry.PortRegistryParseException;

/** Reads a file leniently and reports its problems. */
final class CheckCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: ports check [--rows N] FILE

            Tells what FILE has in it that is not IANA's or deserves a look. Exit status: 0 if no
            row was left out, 1 if some were, 2 if FILE cannot be used.

              --rows N        FILE is no registry if it has fewer than N rows
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
            throw new Trouble("check takes a FILE, see --help");
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
