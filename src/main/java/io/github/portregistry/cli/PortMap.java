package io.github.portregistry.cli;

import io.github.portregistry.Edition;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the map of all ports: an SVG of 65,536 ports, colored by what the registry says about them.
 *
 * <p>The map is designed for a width of 600 pixels, and readable on a phone at a width of 375 pixels.
 */
final class PortMap {

    private static final int WIDTH = 600;
    private static final int LEFT = 72;
    private static final int SIDE = 512;
    private static final int TICK = 4096;
    private static final int EXAMPLE = 1326;

    private static final PortInterval CROWDED = PortInterval.of(0, 10239);
    private static final PortInterval SPARSE = PortInterval.of(CROWDED.last() + 1, PortRange.USER.last());

    /**
     * A part of the map, which shows its ports as squares, line by line. Lines run from left to right or, in an upright
     * part, from top to bottom.
     */
    private record Part(PortInterval ports, int top, int cell, int line, boolean isUpright) {

        int x(int port) {
            return LEFT + (isUpright ? lineOf(port) : placeOf(port)) * cell;
        }

        int y(int port) {
            return top + (isUpright ? placeOf(port) : lineOf(port)) * cell;
        }

        int height() {
            return (isUpright ? line : ports.size() / line) * cell;
        }

        int bottom() {
            return top + height();
        }

        /** Returns the first port after the line of a port. */
        int nextLine(int port) {
            return ports.first() + (lineOf(port) + 1) * line;
        }

        private int lineOf(int port) {
            return (port - ports.first()) / line;
        }

        private int placeOf(int port) {
            return (port - ports.first()) % line;
        }
    }

    private final PortRegistry registry;
    private final Map<PortKind, PortSet> kinds;
    private final Part crowded = new Part(CROWDED, 138, 4, 128, false);
    private final Part sparse = new Part(SPARSE, crowded.bottom() + 34, 2, 256, false);
    private final Part dynamic = new Part(PortRange.DYNAMIC.interval(), sparse.bottom() + 34, 1, 32, true);
    private final StringBuilder svg = new StringBuilder();

    private PortMap(PortRegistry registry) {
        this.registry = registry;
        this.kinds = PortKind.ports(registry);
    }

    static String svg(PortRegistry registry) {
        PortMap map = new PortMap(registry);
        map.draw();
        return map.svg.toString();
    }

    private void draw() {
        int legend = dynamic.bottom() + 50;
        int height = legend + PortKind.values().length * 26 + 62;
        int cited = size(PortKind.WITH_REFERENCE);
        int uncited = size(PortKind.WITHOUT_REFERENCE);
        String count = format("%,d of %,d assigned ports", uncited, cited + uncited);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " role=\"img\" aria-labelledby=\"title\">",
                WIDTH, height);
        line("<title id=\"title\">%s cite no document: a map of the port space</title>", count);
        style();
        line("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
        line(
                "<text class=\"headline\"><tspan x=\"24\" y=\"40\">%s</tspan> <tspan x=\"24\" y=\"74\">cite no document</tspan></text>",
                count);
        for (Part part : new Part[] {crowded, sparse, dynamic}) {
            part(part);
        }
        example();
        legend(legend);
        text(LEFT, height - 42, "", "IANA's registry, " + edition());
        text(LEFT, height - 18, "", "An assignment is a convention, not an observation.");
        line("</svg>");
    }

    private String edition() {
        Edition edition = registry.edition();
        return edition.peopleAsOf() != null
                ? "assignments of " + edition.asOf()
                : edition.newestDate() != null
                        ? "newest date " + edition.newestDate()
                        : RowText.counted(edition.rows(), "row");
    }

    private int size(PortKind kind) {
        return kinds.getOrDefault(kind, PortSet.empty()).size();
    }

    private void style() {
        line("<style>");
        line("text{font:17px system-ui,sans-serif;fill:#1c2128}.headline{font-size:30px;font-weight:700}");
        line(".end{text-anchor:end}.middle{text-anchor:middle}.number{text-anchor:end;font-weight:700}");
        line(
                ".ground{fill:#fff}.outline{fill:none;stroke:#1c2128;stroke-width:1.5}.halo{fill:none;stroke:#fff;stroke-width:5}");
        kinds.keySet().forEach(kind -> line(".%s{fill:%s}", kind.style(), kind.light()));
        line("@media(prefers-color-scheme:dark){");
        line("text{fill:#e6edf3}.ground{fill:#0d1117}.outline{stroke:#e6edf3}.halo{stroke:#0d1117}");
        kinds.keySet().forEach(kind -> line(".%s{fill:%s}", kind.style(), kind.dark()));
        line("}</style>");
    }

    private void part(Part part) {
        kinds.forEach((kind, ports) -> area(part, kind, ports.intersection(PortSet.of(part.ports))));
        line(
                "<rect class=\"outline\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                LEFT, part.top, SIDE, part.height());
        if (part.ports.contains(PortRange.USER.first())) {
            int y = part.y(PortRange.USER.first());
            line("<path class=\"outline\" d=\"M%d %dh%d\"/>", LEFT, y, SIDE);
            tick(part, PortRange.USER.first());
        }
        text(LEFT, part.top - 9, "", part.ports.toString());
        for (int port = 0; port < 65536; port += TICK) {
            if (part.ports.contains(port)) {
                tick(part, port);
            }
        }
    }

    private void tick(Part part, int port) {
        if (part.isUpright) {
            line("<path class=\"outline\" d=\"M%d %dv6\"/>", part.x(port), part.bottom());
            text(part.x(port), part.bottom() + 24, "middle", Integer.toString(port));
        } else {
            line("<path class=\"outline\" d=\"M%d %dh6\"/>", LEFT - 6, part.y(port));
            text(LEFT - 10, part.y(port) + 6, "end", Integer.toString(port));
        }
    }

    /** Draws the ports of a kind as one path of bars, one for each line of an interval. */
    private void area(Part part, PortKind kind, PortSet ports) {
        StringBuilder path = new StringBuilder();
        for (PortInterval interval : ports.intervals()) {
            for (int first = interval.first(); first <= interval.last(); ) {
                int end = Math.min(interval.last() + 1, part.nextLine(first));
                int length = (end - first) * part.cell;
                int width = part.isUpright ? part.cell : length;
                int height = part.isUpright ? length : part.cell;
                path.append('M').append(part.x(first)).append(' ').append(part.y(first));
                path.append('h')
                        .append(width)
                        .append('v')
                        .append(height)
                        .append('h')
                        .append(-width)
                        .append('z');
                first = end;
            }
        }
        if (!path.isEmpty()) {
            line("<path class=\"%s\" shape-rendering=\"crispEdges\" d=\"%s\"/>", kind.style(), path);
        }
    }

    /** Draws a ring around one port, with its explanation above the map. */
    private void example() {
        int x = crowded.x(EXAMPLE) + crowded.cell / 2;
        int y = crowded.y(EXAMPLE) + crowded.cell / 2;
        String path = format("M%d %dV%dm-6 0h12v12h-12z", x, crowded.top - 4, y - 6);
        line("<path class=\"halo\" d=\"%s\"/>", path);
        line("<path class=\"outline\" d=\"%s\"/>", path);
        kinds.forEach((kind, ports) -> {
            if (ports.contains(EXAMPLE)) {
                text(x - 8, crowded.top - 9, "", EXAMPLE + ": " + kind.words());
            }
        });
    }

    private void legend(int top) {
        kinds.forEach((kind, ports) -> {
            int y = top + kind.ordinal() * 26;
            line(
                    "<rect class=\"%s\" stroke=\"#888\" x=\"%d\" y=\"%d\" width=\"18\" height=\"18\"/>",
                    kind.style(), LEFT, y);
            text(LEFT + 92, y + 15, "number", format("%,d", ports.size()));
            text(LEFT + 104, y + 15, "", kind.words());
        });
    }

    private void text(int x, int y, String style, String text) {
        line("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, text);
    }

    private void line(String format, Object... args) {
        svg.append(format(format, args)).append('\n');
    }

    private static String format(String format, Object... args) {
        return String.format(Locale.ROOT, format, args);
    }
}
