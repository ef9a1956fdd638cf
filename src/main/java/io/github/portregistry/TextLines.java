package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Iterates over the lines of a text. A text that is too long is given up on. */
final class TextLines {

    /** The maximum length of a line, which is that of a row of IANA's file. */
    static final int MAX_LENGTH = CsvText.MAX_ROW_LENGTH;

    private static final int MAX_LINES = 1_500_000;

    private final Reader source;
    private final String kind;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int end;
    private long number;

    /**
     * Creates an iterator over a text of an expected kind, such as {@code "a services file"}, which messages mention.
     */
    TextLines(Reader source, String kind) {
        this.source = new TextSource(source, kind);
        this.kind = kind;
    }

    /**
     * Returns the next line without its line feed, or null if there is none.
     *
     * @throws PortRegistryParseException if the text is too long or not UTF-8
     */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean isWhole = false;
        while (!isWhole && (position < end || fill())) {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.append(buffer, start, position - start);
            if (line.length() > MAX_LENGTH) {
                throw refused("this line has more than " + MAX_LENGTH + " characters");
            }
            if (position < end) {
                position++;
                isWhole = true;
            }
        }
        if (!isWhole && line.isEmpty()) {
            return null;
        }
        if (number == MAX_LINES) {
            throw refused("it has more than " + MAX_LINES + " lines");
        }
        number++;
        return line.toString();
    }

    /** Returns the number of the current line, counted from 1. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        try {
            position = 0;
            end = Math.max(source.read(buffer, 0, buffer.length), 0);
            return end > 0;
        } catch (CharacterCodingException e) {
            throw refused("the bytes here are not UTF-8");
        } catch (TextSource.RefusedException e) {
            throw new PortRegistryParseException(number + 1, Objects.requireNonNull(e.getMessage()));
        }
    }

    private PortRegistryParseException refused(String reason) {
        return new PortRegistryParseException(number + 1, "not " + kind + ": " + reason);
    }
}
