package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
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
        String range = arguments.operand("ghosts", "RANGE");
        PortRegistry registry = EditionFiles.registry(arguments.edition(null), console);
        PortQuery assigned = registry.query().status(AssignmentStatus.ASSIGNED).withPort();
        String what = "assigned rows";
        if (range != null) {
            PortInterval ports = Ports.range(range);
            assigned = assigned.intersecting(PortSet.of(ports));
            what += " with ports in " + ports;
        }
        List<PortAssignment> ghosts = assigned.where(GhostsCommand::isGhost).list();
        String count = ghosts.size() + " of " + assigned.count() + " " + what
                + " cite no document, have no registration date and were never modified.";
        return format.print(
                ghosts, registry, console, count + " " + meaning(registry), EditionFiles.gap(registry.edition()));
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
                + (isDomainAmongThem ? ": domain on 53, the DNS, is such a row." : ".");
    }
}
