package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.util.ArrayList;
import java.util.List;

/** Lists the assignments about which the registry says nothing but who requested them. */
final class GhostsCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports ghosts [RANGE]

            Lists the assignments that cite no document, have no registration date and were
            never modified, and says how many of all they are. RANGE is an interval such as
            5000-6000, or system, user or dynamic; rows with any port in it are listed.

            """);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        Format format = Format.of(arguments);
        String operand = arguments.operand("ghosts", "RANGE");
        PortInterval range = operand == null ? null : Ranges.parse(operand);
        PortRegistry registry = EditionFiles.registry(arguments, console);
        PortQuery assigned = registry.query().status(AssignmentStatus.ASSIGNED).withPort();
        if (range != null) {
            assigned = assigned.intersecting(PortSet.of(range));
        }
        List<PortAssignment> ghosts = assigned.where(GhostsCommand::isGhost).list();
        if (format == Format.TEXT) {
            List<String> lines = new ArrayList<>(RowText.table(ghosts, console.width()));
            if (!ghosts.isEmpty()) {
                lines.add("");
            }
            String what = range == null ? "assigned rows" : "assigned rows with ports in " + range;
            lines.addAll(Wrapping.lines(
                    ghosts.size() + " of " + assigned.count() + " " + what
                            + " cite no document, have no registration date and were never modified.",
                    console.width()));
            lines.addAll(Wrapping.lines(meaning(registry), console.width()));
            lines.add(EditionFiles.line(registry.edition()));
            console.print(lines);
        } else {
            RowData.print(ghosts, format, console);
        }
        return !ghosts.isEmpty();
    }

    private static boolean isGhost(PortAssignment row) {
        return !row.hasReference() && row.registrationDate() == null && row.modificationDate() == null;
    }

    /**
     * Explains what the result means. If {@code domain} is a ghost in this edition, it is the example of one that is in
     * use.
     */
    private static String meaning(PortRegistry registry) {
        boolean isDomainAmongThem =
                registry.findByName("domain").stream().anyMatch(row -> row.ports() != null && isGhost(row));
        return "This is what IANA's rows lack. It does not mean that these ports are unused"
                + (isDomainAmongThem ? ": domain on 53, the DNS, is such a row." : ".")
                + (registry.edition().bundled()
                        ? " Some dates are blank only in this edition; IANA's own file has them, see --edition."
                        : "");
    }
}
