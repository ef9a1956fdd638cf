package io.github.portregistry;

/**
 * Iterates over the tokens of a text, which may be a specification or a set of ports.
 *
 * <p>{@code blanks? token (separator token)* blanks?}, where a separator is blanks, or a comma with or without blanks
 * around it. A blank is a space, a tab, a line feed or a carriage return. A text of blanks alone has no tokens.
 */
final class SpecTokens {

    private final String text;
    private final int limit;
    private int start = -1;
    private int end;

    /** Creates an iterator before the first token of the part of a text from {@code from} to {@code to}, exclusive. */
    SpecTokens(String text, int from, int to) {
        this.text = text;
        this.limit = to;
        this.end = from;
    }

    /**
     * Advances to the next token.
     *
     * @return false if there is none, in which case there is no current token
     * @throws PortSpecException if nothing comes before or after a comma
     */
    boolean next() {
        boolean isFirst = start < 0;
        int index = skipBlanks(end);
        if (index == limit) {
            return false;
        }
        if (!isFirst && text.charAt(index) == ',') {
            index = skipBlanks(index + 1);
        }
        start = index;
        end = tokenEnd(index);
        if (start == end) {
            throw new PortSpecException(text, start, "a token is empty");
        }
        return true;
    }

    /** Returns the index of the current token's first character in the whole text. */
    int start() {
        return start;
    }

    /** Returns the index after the current token's last character. */
    int end() {
        return end;
    }

    /** Returns whether a token is or looks like a number or an interval, so that it is never read as a name. */
    static boolean isNumeric(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !token.isEmpty();
    }

    /**
     * Returns whether a name can be written as one token: it has no blanks, commas or invisible characters, and does
     * not look like ports.
     */
    static boolean isName(String name) {
        return !name.isEmpty()
                && !isNumeric(name)
                && name.codePoints().noneMatch(c -> c == ',' || Texts.isInvisible(c));
    }

    private int skipBlanks(int from) {
        int index = from;
        while (index < limit && isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int tokenEnd(int from) {
        int index = from;
        while (index < limit && text.charAt(index) != ',' && !isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
