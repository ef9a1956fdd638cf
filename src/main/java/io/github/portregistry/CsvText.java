package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/**
 * The text of a file on its way to commons-csv, given up on when one row grows beyond all reason, before an endless field
 * fills the heap.
 */
final class CsvText extends Reader {

    /** Many times the longest row that IANA ever published, which has some 1,600 characters. */
    static final int MAX_ROW_LENGTH = 100_000;

    /** Thrown where a row does not end. */
    static final class EndlessRowException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Reader source;
    private boolean ended;
    private int readSinceRowBegan;
    private char last = '\n';

    CsvText(Reader source) {
        this.source = new TextSource(source);
    }

    /** Says that all that was read so far belongs to rows that have ended, but for what is still in a buffer. */
    void rowBegins() {
        readSinceRowBegan = 0;
    }

    /** Returns whether the end of the file was read, which tells a missing quote from a superfluous one. */
    boolean hasEnded() {
        return ended;
    }

    /** Returns whether what was read so far ends with a line, so that the next character begins one. */
    boolean isAtLineStart() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = source.read(buffer, offset, length);
        ended = count < 0;
        if (count > 0) {
            last = buffer[offset + count - 1];
        }
        readSinceRowBegan += Math.max(count, 0);
        if (readSinceRowBegan > MAX_ROW_LENGTH) {
            throw new EndlessRowException();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
