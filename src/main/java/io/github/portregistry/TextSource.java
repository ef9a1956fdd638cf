package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/** The text of a file without a byte order mark, given up on when its reader has nothing to give time after time. */
final class TextSource extends Reader {

    /** A reader should wait for a character; one that does not may be slow, or may never have another. */
    static final int MAX_EMPTY_READS = 100;

    private final Reader source;
    private boolean begun;

    TextSource(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = readSome(buffer, offset, length);
        if (!begun && count > 0) {
            begun = true;
            if (buffer[offset] == '\uFEFF') {
                System.arraycopy(buffer, offset + 1, buffer, offset, --count);
                if (count == 0) {
                    return readSome(buffer, offset, length);
                }
            }
        }
        return count;
    }

    private int readSome(char[] buffer, int offset, int length) throws IOException {
        for (int i = 0; i < MAX_EMPTY_READS; i++) {
            int count = source.read(buffer, offset, length);
            if (count != 0) {
                return count;
            }
        }
        throw new IOException("the reader returned no characters " + MAX_EMPTY_READS + " times in a row");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
