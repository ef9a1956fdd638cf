package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 and fails at the first invalid byte, but only after returning all text before it, so that the caller can
 * count lines up to the fault. {@link java.io.InputStreamReader} would drop up to a buffer of text.
 */
final class TextDecoder extends Reader {

    /** Stands for bytes that are not UTF-8. Unicode has it for such uses, and no text has it. */
    static final char UNDECODED = '\uFFFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private boolean ended;

    TextDecoder(InputStream in) {
        this.in = in;
    }

    /** Returns a reader that does not fail at invalid bytes, but returns {@link #UNDECODED} for them. */
    static TextDecoder lenient(InputStream in) {
        TextDecoder reader = new TextDecoder(in);
        reader.decoder.onMalformedInput(CodingErrorAction.REPLACE).replaceWith(String.valueOf(UNDECODED));
        return reader;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            int count = chars.position() - offset;
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = readSome();
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private int readSome() throws IOException {
        for (int i = 0; i < TextSource.MAX_EMPTY_READS; i++) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count != 0) {
                return count;
            }
        }
        throw new IOException("the stream returned no bytes " + TextSource.MAX_EMPTY_READS + " times in a row");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
