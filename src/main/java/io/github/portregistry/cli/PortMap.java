package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.util.Locale;

/** The map of the port space: an SVG of 65,536 ports, 256 in a row, coloured by what the registry says of them. */
final class PortMap {

    private static final int WIDTH = 256;
    private static final int CELL = 3;
    private static final int LEFT = 62;
    private static final int TOP = 56;
    private static final int SIDE = WIDTH * CELL;

    /** Colours that people tell apart however they see colours, after Okabe and Ito; each on light and on dark ground. */
    private enum Kind {
        WITH_REFERENCE("assigned, cites a document", "#0072b2", "#3aa0e0"),
        WITHOUT_REFERENCE("assigned, cites no document", "#e69f00", "#e69f00"),
        RESERVED("reserved", "#7a1f5c", "#d987b8"),
        UNASSIGNED("unassigned", "#d4d9dd", "#4a5158"),
        UNLISTED("unlisted, as all dynamic ports", "#f4f1e4", "#24221a");

        private final String words;
        private final String light;
        private final String dark;

        Kind(String words, String light, String dark) {
            this.words = words;
            this.light = light;
            this.dark = dark;
        }

        private String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PortRegistry registry;
    private final StringBuilder svg = new StringBuilder();

    private PortMap(PortRegistry registry) {
        this.registry = registry;
    }

    static String svg(PortRegistry registry) {
        PortMap map = new PortMap(registry);
        map.draw();
        return map.svg.toString();
    }

    private void draw() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title\">",
                LEFT + SIDE + 118, TOP + SIDE + 96);
        line("<title id=\"title\">Map of the port space: what IANA's registry says of each port</title>");
        style();
        line("<rect class=\"ground\" width=\"100%%\" height=\"100%%\"/>");
        text(LEFT, 24, "name", "The port space");
        text(LEFT, 44, "", "65,536 ports, 256 in a row, over any transport; from IANA's registry, " + edition());
        PortSet left = PortSet.all();
        int legend = 0;
        for (Kind kind : Kind.values()) {
            PortSet ports = ports(kind).intersection(left);
            left = left.difference(ports);
            area(kind, ports);
            legend(legend++, kind, ports.size());
        }
        for (PortRange range : PortRange.values()) {
            outline(range);
        }
        line("</svg>");
    }

    private String edition() {
        return registry.edition().assignmentsOf() != null
                ? "assignments of " + registry.edition().assignmentsOf()
                : registry.edition().newestDate() != null
                        ? "newest date " + registry.edition().newestDate()
                        : registry.assignments().size() + " rows";
    }

    /** Returns the ports of a kind, but for those that an earlier kind has; what no row covers is of the last. */
    private PortSet ports(Kind kind) {
        return switch (kind) {
            case WITH_REFERENCE ->
                registry.query()
                        .status(AssignmentStatus.ASSIGNED)
                        .withReference()
                        .ports();
            case WITHOUT_REFERENCE ->
                registry.query().status(AssignmentStatus.ASSIGNED).ports();
            case RESERVED -> registry.query().status(AssignmentStatus.RESERVED).ports();
            case UNASSIGNED ->
                registry.query().status(AssignmentStatus.UNASSIGNED).ports();
            case UNLISTED -> PortSet.all();
        };
    }

    private void style() {
        line("<style>");
        line("text{font:13px sans-serif;fill:#222}.name{font:bold 18px sans-serif}.end{text-anchor:end}");
        line(".ground{fill:#fff}.outline{fill:none;stroke:#222;stroke-width:1.5}");
        for (Kind kind : Kind.values()) {
            line("." + kind.style() + "{fill:" + kind.light + "}");
        }
        line("@media(prefers-color-scheme:dark){text{fill:#eee}.ground{fill:#0d1117}.outline{stroke:#eee}");
        for (Kind kind : Kind.values()) {
            line("." + kind.style() + "{fill:" + kind.dark + "}");
        }
        line("}</style>");
    }

    /** Draws the ports of a kind as one path of bars, each as long as its interval reaches in its row. */
    private void area(Kind kind, PortSet ports) {
        StringBuilder path = new StringBuilder();
        for (PortInterval interval : ports.intervals()) {
            for (int first = interval.first(); first <= interval.last(); ) {
                int end = Math.min(interval.last() + 1, (first / WIDTH + 1) * WIDTH);
                int x = LEFT + first % WIDTH * CELL;
                int y = TOP + first / WIDTH * CELL;
                int width = (end - first) * CELL;
                path.append('M').append(x).append(' ').append(y).append('h').append(width);
                path.append('v').append(CELL).append('h').append(-width).append('z');
                first = end;
            }
        }
        line("<path class=\"%s\" shape-rendering=\"crispEdges\" d=\"%s\"/>", kind.style(), path);
    }

    private void outline(PortRange range) {
        int y = TOP + range.first() / WIDTH * CELL;
        int height = range.interval().size() / WIDTH * CELL;
        line("<rect class=\"outline\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", LEFT, y, SIDE, height);
        int baseline = y + (range == PortRange.SYSTEM ? 3 : 14); // the four rows of the first are less than a line high
        text(LEFT - 6, baseline, "end", Integer.toString(range.first()));
        text(LEFT + SIDE + 8, baseline, "", range.names().get(0));
    }

    private void legend(int place, Kind kind, int count) {
        int x = LEFT + place % 3 * 270;
        int y = TOP + SIDE + 22 + place / 3 * 28;
        line("<rect class=\"%s\" stroke=\"#888\" x=\"%d\" y=\"%d\" width=\"16\" height=\"16\"/>", kind.style(), x, y);
        text(x + 24, y + 13, "", String.format(Locale.ROOT, "%s: %,d", kind.words, count));
    }

    private void text(int x, int y, String style, String text) {
        line("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, text);
    }

    private void line(String format, Object... args) {
        svg.append(String.format(Locale.ROOT, format, args)).append('\n');
    }
}
