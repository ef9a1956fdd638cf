package io.github.portregistry;

import io.github.portregistry.PortSpecException.Fault;
import io.github.portregistry.PortSpecException.Faults;

/**
 * Iterates over the tokens of a text, which may be a specification or a set of ports.
 *
 * <p>{@code blanks? token (separator token)* blanks?}, where a separator is blanks, or a comma with or without blanks
 * around it. A blank is a space, a tab, a line feed or a carriage return. A text of blanks alone has no tokens.
 */
final class SpecTokens {

    private final String text;
    private final int limit;
    private final Faults faults;
    private int start = -1;
    private int end;

    /**
     * Creates an iterator before the first token of the part of a text from {@code from} to {@code to}, exclusive.
     *
     * @param faults where empty tokens are reported
     */
    SpecTokens(String text, int from, int to, Faults faults) {
        this.text = text;
        this.limit = to;
        this.end = from;
        this.faults = faults;
    }

    /**
     * Advances to the next token. If nothing comes before or after a comma, a fault is reported, and the token is the
     * one after all such commas.
     *
     * @return false if there is none, in which case there is no current token
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
        if (index == limit || text.charAt(index) == ',') {
            int missing = index;
            faults.add(() -> new Fault(missing, "", "a token is empty"));
            while (index < limit && text.charAt(index) == ',') {
                index = skipBlanks(index + 1);
            }
        }
        start = index;
        end = tokenEnd(index);
        return start < end;
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
        return !name.isEmpty() && !isNumeric(name) && name.indexOf(',') < 0 && !Texts.hasInvisible(name);
    }

    /** Returns whether a text has no tokens. */
    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> isBlank((char) c));
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
