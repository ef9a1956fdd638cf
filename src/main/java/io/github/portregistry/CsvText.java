package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/**
 * The text of a file on its way to commons-csv. It is refused where a quote is in the wrong place, of which commons-csv
 * lets some pass, and where one row grows beyond all reason, before an endless field fills the heap.
 */
final class CsvText extends Reader {

    /** Many times the longest row that IANA ever published, which has some 1,600 characters. */
    static final int MAX_ROW_LENGTH = 100_000;

    /** Where in a field a character stands. */
    private enum Place {
        FILE_BEGIN,
        /** In HTML or XML, which the header shows, and whose quotes are its own. */
        MARKUP,
        BEGIN,
        PLAIN,
        QUOTED,
        /** Behind a quote that either closes the field or, with another, is one of its characters. */
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

    /** Says that all that was read so far belongs to rows that have ended, but for what is still in a buffer. */
    void rowBegins() {
        readSinceRowBegan = 0;
    }

    /** Returns whether what was read so far ends with a line, so that the next character begins one. */
    boolean isAtLineStart() {
        return last == '\n' || last == '\r';
    }

    /** Hands out what stands before a misplaced quote first, so that the row is known that the quote is in. */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (isMisplacedNext) {
            throw new TextSource.RefusedException("a quote in the wrong place, in the row that begins here");
        }
        int count = source.read(buffer, offset, length);
        if (count < 0) {
            return count;
        }
        readSinceRowBegan += count;
        if (readSinceRowBegan > MAX_ROW_LENGTH) {
            throw new TextSource.RefusedException(
                    "not a registry, the row that begins here has more than " + MAX_ROW_LENGTH + " characters");
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
