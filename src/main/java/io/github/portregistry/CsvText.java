package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/**
 * Checks the text of a file on its way to commons-csv. It refuses misplaced quotes, some of which commons-csv accepts,
 * and rows that are too long, since an endless field would fill the heap.
 */
final class CsvText extends Reader {

    /** Many times the length of the longest row that IANA has published, which has some 1,600 characters. */
    static final int MAX_ROW_LENGTH = 100_000;

    /** Where the next character is. */
    private enum Place {
        FILE_BEGIN,
        /** In HTML or XML, which is refused later by its header, so its quotes do not matter. */
        MARKUP,
        OUTSIDE_QUOTES,
        QUOTED,
        /** After a quote that either closes the field or, if another quote follows, is part of it. */
        BEHIND_QUOTE
    }

    private final Reader source;
    private Place place = Place.FILE_BEGIN;
    private boolean isMisplacedNext;
    private int readSinceRowBegan;
    private char last = '\n';

    CsvText(Reader source) {
        this.source = new TextSource(source, "a registry");
    }

    /** Starts to count the characters of a new row. Characters that are still in a buffer are not counted. */
    void rowBegins() {
        readSinceRowBegan = 0;
    }

    /** Returns whether the next character is at the start of a line. */
    boolean isAtLineStart() {
        return last == '\n' || last == '\r';
    }

    /** Returns whether the last character was a line feed. */
    boolean isBehindLineFeed() {
        return last == '\n';
    }

    /** Returns the text before a misplaced quote first, so that the row with the quote is known when it is reported. */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (isMisplacedNext) {
            throw new TextSource.RefusedException("a quotation mark is misplaced in the row that begins here");
        }
        int count = source.read(buffer, offset, length);
        if (count < 0) {
            return count;
        }
        readSinceRowBegan += count;
        if (readSinceRowBegan > MAX_ROW_LENGTH) {
            throw new TextSource.RefusedException(
                    "not a registry: the row that begins here has more than " + MAX_ROW_LENGTH + " characters");
        }
        int fit = countUpToMisplacedQuote(buffer, offset, count);
        isMisplacedNext = fit < count;
        if (fit == 0) {
            return read(buffer, offset, length);
        }
        last = buffer[offset + fit - 1];
        return fit;
    }

    /** Goes from quote to quote, since nothing else matters. */
    private int countUpToMisplacedQuote(char[] buffer, int offset, int count) {
        if (place == Place.FILE_BEGIN) {
            place = buffer[offset] == '<' ? Place.MARKUP : Place.OUTSIDE_QUOTES;
        }
        int end = offset + count;
        for (int i = offset; i < end && place != Place.MARKUP; i++) {
            if (place == Place.BEHIND_QUOTE && buffer[i] != '"') {
                if (!isFieldEnd(buffer[i])) {
                    return i - offset;
                }
                place = Place.OUTSIDE_QUOTES;
            }
            while (i < end && buffer[i] != '"') {
                i++;
            }
            if (i < end) {
                if (place == Place.OUTSIDE_QUOTES && !isFieldEnd(i == offset ? last : buffer[i - 1])) {
                    return i - offset;
                }
                place = place == Place.QUOTED ? Place.BEHIND_QUOTE : Place.QUOTED;
            }
        }
        return count;
    }

    /** Returns whether a field ends at a character, so that another may begin after it. */
    private static boolean isFieldEnd(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
