package io.github.portregistry.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps text into lines of a given width, between words, or inside a word that is too wide. If the terminal wrapped a
 * line itself, the rest would begin at its left edge, where a hostile text could pass for a line of the answer.
 */
final class Wrapping {

    /**
     * From this code point on, characters may take two columns, as in Hangul. Treating all of them as wide does no
     * harm.
     */
    private static final int FIRST_WIDE = 0x1100;

    private Wrapping() {}

    /** Returns the maximum number of columns that a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    private static int width(int codePoint) {
        return codePoint < FIRST_WIDE ? 1 : 2;
    }

    /** Returns the lines of a text, none if the text is empty. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int needed = width(word);
            if (used > 0 && used + 1 + needed <= width) {
                line.append(' ').append(word);
                used += 1 + needed;
                continue;
            }
            if (used > 0) {
                lines.add(line.toString());
            }
            int start = 0;
            for (; needed > width; start = partEnd(word, start, width)) {
                String part = word.substring(start, partEnd(word, start, width));
                lines.add(part);
                needed -= width(part);
            }
            line.setLength(0);
            line.append(word, start, word.length());
            used = needed;
        }
        if (used > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int partEnd(String word, int start, int width) {
        int end = start;
        int used = 0;
        while (end < word.length() && used + width(word.codePointAt(end)) <= width) {
            used += width(word.codePointAt(end));
            end += Character.charCount(word.codePointAt(end));
        }
        return end;
    }
}
