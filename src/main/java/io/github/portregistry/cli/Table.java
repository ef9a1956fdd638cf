package io.github.portregistry.cli;

import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns, the last of them wrapped, within 80 characters where the words allow. */
final class Table {

    private static final int WIDTH = 80;

    private record Row(String where, String what, List<String> texts) {}

    private final List<Row> rows = new ArrayList<>();

    /** Adds a row whose last column has these texts, each on lines of its own. */
    void add(String where, String what, List<String> texts) {
        rows.add(new Row(Texts.oneLine(where), Texts.oneLine(what), texts));
    }

    List<String> lines() {
        int where = rows.stream().mapToInt(row -> row.where.length()).max().orElse(0);
        int what = rows.stream().mapToInt(row -> row.what.length()).max().orElse(0);
        String margin = " ".repeat(where + what + 6);
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            List<String> wrapped = new ArrayList<>();
            for (String text : row.texts) {
                wrapped.addAll(wrap(Texts.oneLine(text), WIDTH - margin.length()));
            }
            String head = "  " + pad(row.where, where) + "  " + pad(row.what, what) + "  ";
            lines.add((head + (wrapped.isEmpty() ? "" : wrapped.get(0))).stripTrailing());
            wrapped.stream().skip(1).forEach(text -> lines.add(margin + text));
        }
        return lines;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
