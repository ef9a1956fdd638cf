package io.github.portregistry;

/**
 * The tokens of a text one after the other: what a specification and a set of ports have between their separators.
 *
 * <p>{@code blanks? token (separator token)* blanks?}, where a separator is blanks, or a comma with or without blanks
 * around it. A blank is a space, a tab, a line feed or a carriage return. A text of blanks alone has no tokens.
 */
final class SpecTokens {

    private final String text;
    private final int limit;
    private int start = -1;
    private int end;

    /** Stands before the first token of the part of a text from {@code from} to {@code to}, exclusive. */
    SpecTokens(String text, int from, int to) {
        this.text = text;
        this.limit = to;
        this.end = from;
    }

    /**
     * Goes on to the next token.
     *
     * @return false if there is none; there is no token to ask for then
     * @throws PortSpecException if nothing stands before or after a comma
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
            throw new PortSpecException(text, start, "an empty token");
        }
        return true;
    }

    /** Returns the index of the token's first character in the whole text. */
    int start() {
        return start;
    }

    /** Returns the index after the token's last character. */
    int end() {
        return end;
    }

    /** Returns whether a token is a number or an interval, or means to be: such a text is never a name. */
    static boolean isNumeric(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !token.isEmpty();
    }

    /** Returns whether a name is one token, and can be seen: it has no blanks and no comma, and is not read as ports. */
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
