package io.github.portregistry.cli;

/** The first fields of a line, which blanks separate. No tool's columns of ports lie behind them. */
final class LineFields {

    private static final int MAX_FIELDS = 16;

    private final String line;
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private int count;

    LineFields(String line) {
        this.line = line;
        int i = 0;
        while (count < MAX_FIELDS) {
            while (i < line.length() && line.charAt(i) <= ' ') {
                i++;
            }
            if (i == line.length()) {
                return;
            }
            starts[count] = i;
            while (i < line.length() && line.charAt(i) > ' ') {
                i++;
            }
            ends[count++] = i;
        }
    }

    int count() {
        return count;
    }

    /** Returns a field, empty if there are fewer. */
    String get(int index) {
        return index < count ? line.substring(starts[index], ends[index]) : "";
    }

    /** Returns whether a field consists of digits. */
    boolean isNumber(int index) {
        for (int i = index < count ? starts[index] : line.length(); i < line.length(); i++) {
            char c = line.charAt(i);
            if (i == ends[index]) {
                return true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return index < count;
    }

    /** Returns what follows a field, without the blanks around it. */
    String after(int index) {
        return index < count ? line.substring(ends[index]).strip() : "";
    }
}
