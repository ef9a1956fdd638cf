package io.github.portregistry.cli;

import org.jspecify.annotations.Nullable;

/**
 * The usage of a command, parsed from its help text.
 *
 * <p>The options are those that the text lists, each at the start of a line: {@code --undated} takes no value,
 * {@code --count N} takes one, and {@code --transport T...} may be repeated.
 *
 * @param text the text that {@code --help} prints
 */
record Usage(String text) {

    private static final String FORMAT = """
              --format F      text, json (an array of rows) or csv (IANA's layout;
                              a spreadsheet takes a cell that begins with =, +, - or @ for
                              a formula)
            """;

    private static final String EVERYWHERE = """
              --edition FILE  use this edition of IANA's service-names-port-numbers.csv;
                              - is standard input, and bundled the one in the jar, which
                              is also used if neither this option nor the environment
                              variable PORTS_EDITION names one
              -h, --help      print this text
            """;

    /**
     * Returns the usage of a command whose text ends with its own options. The options of all commands are appended.
     */
    static Usage of(String text) {
        return new Usage(text.concat(EVERYWHERE));
    }

    /** Returns the usage of a command that can also print rows as data. */
    static Usage ofRows(String text) {
        return of(text.concat(FORMAT));
    }

    /**
     * Returns the placeholder of an option's value in the text.
     *
     * @return the word after the option, empty if it takes no value, or null if there is no such option
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
