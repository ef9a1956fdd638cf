package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/**
 * The text of a file without a byte order mark. It is given up on when its reader has nothing to give time after time, or
 * never ends.
 */
final class TextSource extends Reader {

    /** A reader should wait for a character; one that does not may be slow, or may never have another. */
    static final int MAX_EMPTY_READS = 100;

    /** A hundred times what IANA publishes, and as many bytes of heap at least. */
    static final int MAX_LENGTH = 120_000_000;

    /** Thrown where a text is not what it should be; the message is what the caller is to be told. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private final Reader source;
    private final String kind;
    private int length;
    private boolean begun;

    /** Reads a text that is to be of some kind, such as {@code "a registry"}. */
    TextSource(Reader source, String kind) {
        this.source = source;
        this.kind = kind;
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
                this.length += Math.max(count, 0);
                if (this.length > MAX_LENGTH) {
                    throw new RefusedException("not " + kind + ", more than " + MAX_LENGTH + " characters");
                }
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
