package io.github.portregistry;

import java.util.Objects;

/**
 * Makes text that may come from anyone's file safe to show: in a message, a log, a comment or on a terminal.
 *
 * <p>A description in a file can hold line feeds, control characters and bidirectional overrides, which would begin a
 * line of their own in your output or make it read as something else. Every message, label and {@code toString} of this
 * library has passed through here; what you take from a column yourself has not.
 *
 * <pre>{@code
 * Texts.oneLine("World Wide Web\n HTTP");      // "World Wide Web HTTP"
 * }</pre>
 */
public final class Texts {

    /** Longer text is cut where it is quoted, so that a megabyte of garbage does not end up in a log. */
    private static final int MAX_QUOTED = 80;

    private Texts() {}

    /**
     * Returns a text as one line: whatever cannot be seen, line ends and blanks included, becomes a single blank, and
     * is dropped at both ends.
     *
     * @param text any text
     * @return the line, empty if there is nothing to see in the text
     */
    public static String oneLine(String text) {
        StringBuilder line =
                new StringBuilder(Objects.requireNonNull(text, "text").length());
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

    /**
     * Returns a text as a message quotes it: between quotes, cut to 80 characters, and with a Unicode escape for
     * whatever cannot be seen, other than a blank.
     *
     * @param text any text
     * @return the quoted text, in one line
     */
    public static String quoted(String text) {
        String shown = abridged(Objects.requireNonNull(text, "text"));
        StringBuilder quoted = new StringBuilder(shown.length() + 2).append('"');
        shown.codePoints().forEach(c -> {
            if (c == ' ' || !isInvisible(c)) {
                quoted.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    quoted.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Returns a text as a label or a message shows it without quotes: one line, cut as a quoted text is. */
    static String brief(String text) {
        return abridged(oneLine(text));
    }

    /** Cuts a long text, but not between the two halves of a character. */
    static String abridged(String text) {
        if (text.length() <= MAX_QUOTED) {
            return text;
        }
        int end = MAX_QUOTED - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }

    /** Returns whether there is nothing to see in a text. */
    static boolean isInvisible(String text) {
        return visibleFrom(text) == text.length();
    }

    /** Returns the index of the first character that can be seen, or the text's length if there is none. */
    static int visibleFrom(String text) {
        int index = 0;
        while (index < text.length() && isInvisible(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    /** Letters, marks and symbols that show as nothing: fillers, joiners, variation selectors, the empty Braille cell. */
    private static boolean isBlankLetter(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                (codePoint >= 0x180B && codePoint <= 0x180F)
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    /** Returns whether a character is a blank of any kind, a control, a format character, or half a character. */
    static boolean isInvisible(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return false;
        }
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.SURROGATE
                || isBlankLetter(codePoint);
    }
}
