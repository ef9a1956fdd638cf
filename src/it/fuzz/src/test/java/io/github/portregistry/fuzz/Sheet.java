package io.github.portregistry.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a text that a parser accepted, read in the plainest way there is, to judge the parser by.
 *
 * @param rows the rows that are not blank, the header first
 */
record Sheet(List<Row> rows) {

    /**
     * A row.
     *
     * @param line physical line that it begins on, counted from 1
     * @param fields its fields, without quotes
     */
    record Row(long line, List<String> fields) {
        boolean isBlank() {
            return fields.equals(List.of(""));
        }
    }

    static Sheet of(String text) {
        List<Row> rows = new ArrayList<>();
        Scanner scanner = new Scanner(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (!scanner.isAtEnd()) {
            Row row = scanner.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return new Sheet(rows);
    }

    private static final class Scanner {

        private final String text;
        private int index;
        private long line = 1;

        Scanner(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return index == text.length();
        }

        private boolean isAt(char c) {
            return index < text.length() && text.charAt(index) == c;
        }

        private boolean isAtFieldEnd() {
            return isAtEnd() || isAt(',') || isAt('\r') || isAt('\n');
        }

        /** Takes the next character, and counts lines, which end with CRLF, LF or CR. */
        private char next() {
            char c = text.charAt(index++);
            if (c == '\n' || (c == '\r' && !isAt('\n'))) {
                line++;
            }
            return c;
        }

        Row row() {
            long begin = line;
            List<String> fields = new ArrayList<>();
            fields.add(field());
            while (isAt(',')) {
                next();
                fields.add(field());
            }
            if (!isAtEnd() && next() == '\r' && isAt('\n')) {
                next();
            }
            return new Row(begin, fields);
        }

        private String field() {
            StringBuilder field = new StringBuilder();
            if (!isAt('"')) {
                while (!isAtFieldEnd()) {
                    field.append(next());
                }
                return field.toString();
            }
            next();
            while (true) {
                char c = next();
                if (c != '"') {
                    field.append(c);
                } else if (isAt('"')) {
                    field.append(next());
                } else {
                    // blanks between the closing quote and the comma are passed over
                    while (!isAtFieldEnd()) {
                        next();
                    }
                    return field.toString();
                }
            }
        }
    }
}
