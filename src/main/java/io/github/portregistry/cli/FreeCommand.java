package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds ports for a new service. */
final class FreeCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports free [RANGE] [--transport T]... [--count N] [--site FILE]

            Lists free ports, largest blocks first: unassigned over each of the transports,
            and outside 32768-60999, which Linux uses for outgoing connections by default,
            unless RANGE is within it. RANGE is an interval such as 5000-6000, or system,
            user or dynamic; without it, any port will do.

            Proposes N consecutive ports in the largest block, from a round number if
            possible, so that there is room after them. A proposal reserves nothing:
            software may use a port without asking, and IANA assigns it to whoever asks.
            Exit status: 1 if there are no N consecutive ports.

            json and csv have a row for each block and transport, largest blocks first:
            ports is the block, status is unassigned, description is Unassigned, and range
            is that of the first port. ports --help lists all members of a row.

              --transport T... tcp, udp, sctp or dccp; by default, tcp and udp
              --count N       the number of ports to propose, by default 1
              --site FILE     your own services, in IANA's layout: their ports are not
                              free, even if IANA has not assigned them
            """);

    private static final int MAX_BLOCKS = 20;

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
        List<PortInterval> blocks = free(registry, range, transports).largestIntervals();
        PortInterval proposal = blocks.isEmpty() ? null : proposal(blocks.get(0), count);
        if (format == Format.TEXT) {
            console.printWrapped(heading(range, transports, !blocks.isEmpty()));
            if (!blocks.isEmpty()) {
                console.print(table(blocks, console.width()));
                console.printWrapped(
                        proposal == null
                                ? "There are no " + count + " consecutive ports."
                                : "Proposal: " + proposal + ". It reserves nothing: software may use a port without"
                                        + " asking, and IANA assigns it to whoever asks.");
            }
            console.print(List.of("", EditionFiles.line(registry.edition())));
        } else {
            console.print(format.data(rows(blocks, transports)));
        }
        return proposal != null;
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(Texts.quoted(text) + " is not a number of ports, 1 to 65536");
        }
        return Integer.parseInt(text);
    }

    private static PortSet free(
            PortRegistry registry, @Nullable PortInterval range, Set<TransportProtocol> transports) {
        PortSet free = range == null ? PortSet.all() : PortSet.of(range);
        for (TransportProtocol transport : transports) {
            free = free.intersection(registry.ports(AssignmentStatus.UNASSIGNED, transport));
        }
        return asksForOutgoing(range) ? free : free.difference(PortSet.of(Ports.OUTGOING));
    }

    private static boolean asksForOutgoing(@Nullable PortInterval range) {
        return range != null && Ports.OUTGOING.contains(range);
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

    private static String heading(@Nullable PortInterval range, Set<TransportProtocol> transports, boolean isFound) {
        String where = range == null ? "" : ", within " + range;
        String outgoing = asksForOutgoing(range)
                ? ", which Linux uses for outgoing connections by default"
                : ", outside " + Ports.OUTGOING;
        String what = "nassigned over " + RowText.keywords(transports).replace(",", " and ") + where + outgoing;
        boolean isDynamic = range != null && PortRange.DYNAMIC.interval().contains(range);
        return isFound
                ? "U" + what + ", largest blocks first:"
                : "No port is u" + what
                        + (isDynamic ? ": IANA never assigns Dynamic Ports, which anyone may use for a time." : ".");
    }

    /** Returns the first blocks as a table with a blank line before and after it, and counts the rest. */
    private static List<String> table(List<PortInterval> blocks, int width) {
        Table table = new Table(width);
        for (PortInterval block : blocks.subList(0, Math.min(MAX_BLOCKS, blocks.size()))) {
            table.add(block.toString(), RowText.counted(block.size(), "port"), List.of());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(0, "");
        if (blocks.size() > MAX_BLOCKS) {
            int left = PortSet.of(blocks.subList(MAX_BLOCKS, blocks.size())).size();
            lines.add("  and " + RowText.counted(left, "port") + " in " + (blocks.size() - MAX_BLOCKS)
                    + " smaller blocks, which --format csv lists");
        }
        lines.add("");
        return lines;
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
