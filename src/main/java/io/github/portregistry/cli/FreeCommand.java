package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds ports for a new service. */
final class FreeCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports free [RANGE] [--transport T]... [--count N] [--site FILE]

            Lists free ports, largest blocks first: unassigned over each of the transports,
            not reported as in use, and outside 30000-32767, which Kubernetes gives to
            services by default, and 32768-60999, which Linux uses for outgoing connections
            by default, unless RANGE is within one of these. RANGE is an interval such as
            5000-6000, or system, user or dynamic; without it, any port will do.

            Proposes N consecutive ports in the largest block, from a round number if
            possible, so that there is room after them. A proposal reserves nothing:
            software may use a port without asking, and IANA assigns it to whoever asks.
            What listens on this machine is not looked at. Exit status: 1 if there are no N
            consecutive ports.

            json and csv have a row for each block and transport, largest blocks first:
            ports is the block, status is unassigned, description is Unassigned, and range
            is that of the first port. ports --help lists all members of a row.

              --transport T... tcp, udp, sctp or dccp; by default, tcp and udp
              --count N       the number of ports to propose, by default 1
              --site FILE     your own services, in IANA's layout: their ports are not
                              free, even if IANA has not assigned them
            """);

    private static final int MAX_ROWS = 20;
    private static final String REPORTED = "Reported in use without an assignment, as IANA's rows say, and left out:";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        Format format = Format.of(arguments);
        String operand = arguments.operand("free", "RANGE");
        PortInterval range = operand == null ? null : Ports.range(operand);
        Set<TransportProtocol> transports = new TreeSet<>(arguments.values("--transport", TransportProtocol::parse));
        if (transports.isEmpty()) {
            transports.addAll(List.of(TransportProtocol.TCP, TransportProtocol.UDP));
        }
        List<Integer> counts = arguments.values("--count", FreeCommand::count);
        int count = counts.isEmpty() ? 1 : counts.get(0);
        PortRegistry registry =
                EditionFiles.withSite(EditionFiles.registry(arguments.edition(null), console), arguments);
        PortSet unassigned = unassigned(registry, range, transports);
        PortQuery reported = registry.query().unauthorizedUseReported().intersecting(unassigned);
        PortSet free = unassigned;
        for (PortSet used : reported.ports().asMap().values()) {
            free = free.difference(used);
        }
        List<PortInterval> blocks = free.intervalsLargestFirst();
        PortInterval proposal = blocks.isEmpty() ? null : proposal(blocks.get(0), count);
        if (format == Format.TEXT) {
            console.printWrapped(heading(range, transports, blocks.isEmpty(), !unassigned.isEmpty()));
            console.print(table(blocks, console.width()));
            console.printWrapped(
                    proposal != null
                            ? "Proposal: " + proposal + ". It reserves nothing: software may use a port without"
                                    + " asking, and IANA assigns it to whoever asks."
                            : "There " + (count == 1 ? "is no such port." : "are no " + count + " consecutive ports.")
                                    + (isCount(range) ? " For " + range + " ports, write --count " + range + "." : ""));
            console.print(List.of(""));
            console.print(reports(reported.list(), console.width()));
            if (proposal != null) {
                console.print(Advice.lines(List.of(proposal), transports, console.width()));
                console.print(List.of(""));
            }
            console.printWrapped(EditionFiles.gap(registry.edition()));
            console.print(List.of(EditionFiles.line(registry.edition())));
        } else {
            console.print(format.data(rows(blocks, transports)));
            if (!reported.list().isEmpty()) {
                console.note(REPORTED + " " + unassigned.difference(free));
            }
            if (!EditionFiles.gap(registry.edition()).isEmpty()) {
                console.note(EditionFiles.gap(registry.edition()));
            }
        }
        return proposal != null;
    }

    /** Returns whether a RANGE may be meant as a number of ports. */
    private static boolean isCount(@Nullable PortInterval range) {
        return range != null && range.size() == 1 && range.first() > 0 && range.first() < 100;
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(Texts.quoted(text) + " is not a number of ports, 1 to 65536");
        }
        return Integer.parseInt(text);
    }

    private static PortSet unassigned(
            PortRegistry registry, @Nullable PortInterval range, Set<TransportProtocol> transports) {
        PortSet ports = range == null ? PortSet.all() : PortSet.of(range);
        for (TransportProtocol transport : transports) {
            ports = ports.intersection(registry.ports(AssignmentStatus.UNASSIGNED, transport));
        }
        for (PortInterval used : Ports.IN_USE.keySet()) {
            ports = range != null && used.contains(range) ? ports : ports.difference(PortSet.of(used));
        }
        return ports;
    }

    /** Returns the first ports of a block that start at a round number, or null if the block is too small. */
    private static @Nullable PortInterval proposal(PortInterval block, int count) {
        for (int step : new int[] {100, 10, 1}) {
            int first = (block.first() + step - 1) / step * step;
            if (first + count - 1 <= block.last()) {
                return PortInterval.of(first, first + count - 1);
            }
        }
        return null;
    }

    private static String heading(
            @Nullable PortInterval range, Set<TransportProtocol> transports, boolean isNone, boolean isReported) {
        String within = range == null ? "" : ", within " + range;
        StringJoiner outside = new StringJoiner(" and ", ", outside ", "").setEmptyValue("");
        for (Map.Entry<PortInterval, String> used : Ports.IN_USE.entrySet()) {
            if (range != null && used.getKey().contains(range)) {
                within += ", " + used.getValue();
            } else if (range == null || used.getKey().intersects(range)) {
                outside.add(used.getKey().toString());
            }
        }
        String what = "nassigned over " + RowText.keywords(transports).replace(",", " and ") + within + outside;
        boolean isDynamic = range != null && PortRange.DYNAMIC.interval().contains(range);
        return !isNone
                ? "U" + what + ", largest blocks first:"
                : "No port is u" + what
                        + (isDynamic
                                ? ": IANA never assigns Dynamic Ports, which anyone may use for a time."
                                : isReported ? ", and not reported as in use." : ".");
    }

    /** Returns the first blocks as a table with a blank line before and after it, and counts the rest. */
    private static List<String> table(List<PortInterval> blocks, int width) {
        Table table = new Table(width);
        for (PortInterval block : blocks.subList(0, Math.min(MAX_ROWS, blocks.size()))) {
            table.add(block.toString(), RowText.counted(block.size(), "port"), List.of());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(0, "");
        if (blocks.size() > MAX_ROWS) {
            int left = PortSet.of(blocks.subList(MAX_ROWS, blocks.size())).size();
            lines.add("  and " + RowText.counted(left, "port") + " in " + (blocks.size() - MAX_ROWS)
                    + " smaller blocks, which --format csv lists");
        }
        lines.add("");
        return blocks.isEmpty() ? List.of("") : lines;
    }

    /** Returns the first reports as a table with a blank line before and after it, and counts the rest. */
    private static List<String> reports(List<PortAssignment> rows, int width) {
        Table table = new Table(width);
        for (PortAssignment row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
            table.add(String.valueOf(row.ports()), RowText.title(row), List.of(row.unauthorizedUse()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(0, List.of(REPORTED, ""));
        if (rows.size() > MAX_ROWS) {
            lines.add("  and " + (rows.size() - MAX_ROWS) + " more, which ports list --reported lists");
        }
        lines.add("");
        return rows.isEmpty() ? List.of() : lines;
    }

    private static List<PortAssignment> rows(List<PortInterval> blocks, Set<TransportProtocol> transports) {
        List<PortAssignment> rows = new ArrayList<>();
        for (PortInterval block : blocks) {
            for (TransportProtocol transport : transports) {
                rows.add(PortAssignment.of("", block, transport, "Unassigned"));
            }
        }
        return rows;
    }
}
