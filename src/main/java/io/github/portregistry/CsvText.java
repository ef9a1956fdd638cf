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

    /** The position of a character in a field. */
    private enum Place {
        FILE_BEGIN,
        /** In HTML or XML, which is refused later by its header, so its quotes do not matter. */
        MARKUP,
        BEGIN,
        PLAIN,
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

    private int countUpToMisplacedQuote(char[] buffer, int offset, int count) {
        Place now = place;
        for (int i = 0; i < count; i++) {
            char c = buffer[offset + i];
            boolean isEnd = c == ',' || c == '\n' || c == '\r';
            switch (now) {
                case MARKUP -> {}
                case FILE_BEGIN -> now = c == '<' ? Place.MARKUP : begun(c, isEnd);
                case BEGIN -> now = begun(c, isEnd);
                case PLAIN -> {
                    if (c == '"') {
                        return i;
                    }
                    now = isEnd ? Place.BEGIN : Place.PLAIN;
                }
                case QUOTED -> now = c == '"' ? Place.BEHIND_QUOTE : Place.QUOTED;
                case BEHIND_QUOTE -> {
                    if (c != '"' && !isEnd) {
                        return i;
                    }
                    now = c == '"' ? Place.QUOTED : Place.BEGIN;
                }
            }
        }
        place = now;
        return count;
    }

    private static Place begun(char c, boolean isEnd) {
        return c == '"' ? Place.QUOTED : isEnd ? Place.BEGIN : Place.PLAIN;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
