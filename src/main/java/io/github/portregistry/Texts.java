package io.github.portregistry;

import java.util.Objects;

/**
 * Makes untrusted text safe to show in a message, a log, a comment or on a terminal.
 *
 * <p>Text from a file can contain line feeds, control characters and bidirectional overrides, which could start a new
 * line in your output or make it read as something else. All messages, labels and {@code toString} texts of this
 * library are already safe. The columns of a {@link PortAssignment} are not.
 *
 * <pre>{@code
 * Texts.oneLine("World Wide Web\n HTTP");      // "World Wide Web HTTP"
 * }</pre>
 */
public final class Texts {

    /** The maximum length of a quoted text, so that a megabyte of garbage does not end up in a log. */
    private static final int MAX_QUOTED = 80;

    /**
     * The first and last code points of ranges that print nothing: Default_Ignorable_Code_Point of Unicode 16.0, which has
     * code points that are not assigned yet, and three symbols that are empty, of Braille, Khitan and musical notation.
     */
    private static final int[] BLANKS = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0,
        0xFFF0, 0xFFF8, 0x16FE4, 0x16FE4, 0x1BCA0, 0x1BCA3, 0x1D159, 0x1D159, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private Texts() {}

    /**
     * Returns a text as one line. Each run of invisible characters, including line ends and blanks, becomes a single
     * space; those at both ends are removed.
     *
     * @param text any text
     * @return the line, empty if the text has no visible characters
     */
    public static String oneLine(String text) {
        if (isPlainLine(Objects.requireNonNull(text, "text"))) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean isApart = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isInvisible(c)) {
                isApart = true;
            } else {
                if (isApart && !line.isEmpty()) {
                    line.append(' ');
                }
                isApart = false;
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    /** Returns whether a text is one line already, as nearly all are: visible ASCII with single spaces in between. */
    private static boolean isPlainLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBetween = i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (c < ' ' || c >= 0x7F || (c == ' ' && !isBetween)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns a text in quotes, for use in a message. It is shortened to 80 characters. Quotes and backslashes are
     * escaped with a backslash, and invisible characters other than spaces with Unicode escapes.
     *
     * @param text any text
     * @return the quoted text, in one line
     */
    public static String quoted(String text) {
        String shown = abridged(Objects.requireNonNull(text, "text"));
        StringBuilder quoted = new StringBuilder(shown.length() + 2).append('"');
        shown.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == ' ' || !isInvisible(c)) {
                quoted.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    quoted.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Returns a text without quotes, for use in a label or a message: one line, shortened like a quoted text. */
    static String brief(String text) {
        return abridged(oneLine(text));
    }

    /** Shortens a long text, but does not split a surrogate pair. */
    static String abridged(String text) {
        return abridged(text, MAX_QUOTED);
    }

    static String abridged(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }

    /** Returns a number and a noun, in the plural unless the number is 1. */
    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns whether a text has invisible characters, blanks included. */
    static boolean hasInvisible(String text) {
        return text.indexOf(' ') >= 0 || !oneLine(text).equals(text);
    }

    /** Returns whether a text has no visible characters. */
    static boolean isInvisible(String text) {
        return visibleFrom(text) == text.length();
    }

    /** Returns the index of the first visible character, or the length of the text if there is none. */
    static int visibleFrom(String text) {
        int index = 0;
        while (index < text.length() && isInvisible(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    /**
     * Returns whether a character is whitespace of any kind, a control or format character, half of a surrogate pair, or
     * another character that prints nothing.
     */
    static boolean isInvisible(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return false;
        }
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.SURROGATE
                || isBlank(codePoint);
    }

    private static boolean isBlank(int codePoint) {
        for (int i = 0; i < BLANKS.length; i += 2) {
            if (codePoint >= BLANKS[i] && codePoint <= BLANKS[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
