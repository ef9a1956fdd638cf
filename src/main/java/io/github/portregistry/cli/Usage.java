package io.github.portregistry.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a command takes, as a text that people read.
 *
 * <p>The options are those that the text lists, each at the start of a line: {@code --undated} takes no value, {@code
 * --count N} takes one, and {@code --transport T...} may be given several times.
 *
 * @param text what {@code --help} prints
 */
record Usage(String text) {

    private static final String FORMAT = """
              --format F      text, json or csv; json is an array of rows, csv is IANA's layout
            """;

    private static final String EVERYWHERE = """
              --edition FILE  answer from this edition, IANA's service-names-port-numbers.csv,
                              instead of the one in the jar; - is standard input
              -h, --help      print this text
            """;

    /** Returns the usage of a command, its own options last in the text, to which those of all commands are added. */
    static Usage of(String text) {
        return new Usage(text.concat(EVERYWHERE));
    }

    /** Returns the usage of a command that also prints rows as data. */
    static Usage ofRows(String text) {
        return of(text.concat(FORMAT));
    }

    /**
     * Returns how the text shows the value of an option.
     *
     * @return the word behind it, empty if it takes no value, or null if there is no such option
     */
    @Nullable
    String value(String option) {
        String listed = "\n  ".concat(option);
        int found = text.indexOf(listed);
        while (found >= 0) {
            int end = found + listed.length();
            if (text.startsWith("  ", end)) {
                return "";
            }
            if (text.startsWith(" ", end)) {
                return text.substring(end + 1, text.indexOf(' ', end + 1));
            }
            found = text.indexOf(listed, end);
        }
        return null;
    }
}
