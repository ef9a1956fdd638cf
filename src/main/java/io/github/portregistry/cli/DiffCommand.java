package io.github.portregistry.cli;

import io.github.portregistry.AssignmentChange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDiff;
import java.util.ArrayList;
import java.util.List;

/** Compares two editions. */
final class DiffCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports diff [OLD] NEW

            Shows what the edition in the file NEW changes in that of OLD or, without OLD,
            in the bundled one. json and csv have the rows that differ; their first column,
            change, is removed, added, before or after. Exit status: 0 if nothing differs, 1
            if something does, 2 if a file cannot be used.

            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        Format format = Format.of(arguments);
        List<String> files = arguments.operands();
        if (files.isEmpty() || files.size() > 2) {
            throw new Trouble("diff takes two files, the older first, or only the newer");
        }
        String old = files.size() == 2 ? files.get(0) : null;
        PortRegistry before = EditionFiles.registry(arguments.edition(old), console);
        PortRegistry after = EditionFiles.registry(files.get(files.size() - 1), console);
        RegistryDiff diff = RegistryDiff.between(before, after);
        if (format == Format.TEXT) {
            console.print(DiffReport.lines(before, after, diff, console.width()));
        } else {
            console.print(format.changes(rows(diff)));
        }
        return diff.isEmpty();
    }

    private static List<Format.Changed> rows(RegistryDiff diff) {
        List<Format.Changed> rows = new ArrayList<>();
        diff.removed().forEach(row -> rows.add(new Format.Changed("removed", row)));
        diff.added().forEach(row -> rows.add(new Format.Changed("added", row)));
        for (AssignmentChange change : diff.changed()) {
            rows.add(new Format.Changed("before", change.before()));
            rows.add(new Format.Changed("after", change.after()));
        }
        return rows;
    }
}
