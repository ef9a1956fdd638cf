package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;

/**
 * Reads the text of a file without its byte order mark. It gives up if the reader keeps returning nothing, or if the
 * text is too long.
 */
final class TextSource extends Reader {

    /**
     * The number of times that a reader may return nothing before it is given up on, since it may never return
     * anything.
     */
    static final int MAX_EMPTY_READS = 100;

    /** A hundred times the size of IANA's file. Each character takes at least a byte of heap. */
    static final int MAX_LENGTH = 120_000_000;

    /** Thrown when a text is not valid. The message is meant for the caller. */
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

    /** Creates a source of text of an expected kind, such as {@code "a registry"}, which messages mention. */
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
                    throw new RefusedException("not " + kind + ": it has more than " + MAX_LENGTH + " characters");
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
