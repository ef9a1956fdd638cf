package io.github.portregistry;

import java.util.ArrayList;
import java.util.List;

/**
 * A second opinion on what the rows of a CSV text are, character by character: a quote stands at both ends of a field or
 * nowhere, but for doubled ones between these; a row ends with CR, LF or both.
 */
final class PlainCsv {

    /** A row, and the line that it begins on. */
    record Row(long line, List<String> fields) {

        boolean isBlank() {
            return fields.equals(List.of(""));
        }
    }

    /** Thrown where a quoted field does not end, or a quote stands where none may. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final String text;
    private int index;
    private long line = 1;

    private PlainCsv(String text) {
        this.text = text;
    }

    /** Returns the rows that are not blank, the header first. */
    static List<Row> rows(String text) throws MalformedException {
        PlainCsv csv = new PlainCsv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.index < text.length()) {
            Row row = csv.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() throws MalformedException {
        long begins = line;
        List<String> fields = new ArrayList<>();
        do {
            fields.add(is('"') ? quotedField() : plainField());
        } while (skip(','));
        boolean isCr = skip('\r');
        boolean isLf = skip('\n');
        line += isCr || isLf ? 1 : 0;
        return new Row(begins, fields);
    }

    private String plainField() throws MalformedException {
        int start = index;
        while (index < text.length() && !is(',') && !is('\r') && !is('\n')) {
            if (is('"')) {
                throw new MalformedException();
            }
            index++;
        }
        return text.substring(start, index);
    }

    private String quotedField() throws MalformedException {
        StringBuilder field = new StringBuilder();
        index++;
        while (!is('"') || isAt(index + 1, '"')) {
            if (index >= text.length()) {
                throw new MalformedException();
            }
            line += is('\n') || (is('\r') && !isAt(index + 1, '\n')) ? 1 : 0;
            field.append(text.charAt(index));
            index += is('"') ? 2 : 1;
        }
        index++;
        if (!plainField().isEmpty()) {
            throw new MalformedException();
        }
        return field.toString();
    }

    private boolean is(char c) {
        return isAt(index, c);
    }

    private boolean isAt(int position, char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private boolean skip(char c) {
        boolean found = is(c);
        index += found ? 1 : 0;
        return found;
    }
}
