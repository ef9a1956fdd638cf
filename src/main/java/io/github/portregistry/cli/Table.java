package io.github.portregistry.cli;

import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of three aligned columns, the last of which is wrapped. If the first two texts of a row are too wide for
 * their columns, they are on separate lines, so that the margin of the other rows does not grow.
 */
final class Table {

    private static final String INDENT = "  ";

    private record Row(String where, String what, List<String> texts) {}

    private final List<Row> rows = new ArrayList<>();
    private final int width;
    private final int limit;
    private int where;
    private int what;

    /** Creates a table with lines of a given width. */
    Table(int width) {
        this.width = width;
        this.limit = width / 4;
    }

    /** Adds a row whose last column has the given texts, each on its own lines. */
    void add(String where, String what, List<String> texts) {
        Row row = new Row(Texts.oneLine(where), Texts.oneLine(what), texts);
        rows.add(row);
        if (isNarrow(row)) {
            this.where = Math.max(this.where, Wrapping.width(row.where));
            this.what = Math.max(this.what, Wrapping.width(row.what));
        }
    }

    private boolean isNarrow(Row row) {
        return Wrapping.width(row.where) <= limit && Wrapping.width(row.what) <= limit;
    }

    List<String> lines() {
        String margin = " ".repeat(where + what + 3 * INDENT.length());
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            String begun = "";
            if (isNarrow(row)) {
                begun = INDENT.concat(padded(row.where, where)).concat(INDENT).concat(padded(row.what, what));
            } else {
                for (String line : Wrapping.lines(row.where + " " + row.what, width - INDENT.length())) {
                    lines.add(INDENT + line);
                }
            }
            for (String text : row.texts) {
                for (String line : Wrapping.lines(Texts.oneLine(text), width - margin.length())) {
                    lines.add(
                            begun.isEmpty()
                                    ? margin.concat(line)
                                    : begun.concat(INDENT).concat(line));
                    begun = "";
                }
            }
            if (!begun.isEmpty()) {
                lines.add(begun.stripTrailing());
            }
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return text.concat(" ".repeat(width - Wrapping.width(text)));
    }
}
