package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text, one after the other, without the blank ones. commons-csv is used here and nowhere else: what it
 * throws becomes this library's own, with the physical line that the faulty row begins on.
 */
final class CsvRows {

    /** A hundred times what IANA publishes. */
    private static final int MAX_ROWS = 1_500_000;

    private final CsvText text;
    private final CSVParser records;
    private final Iterator<CSVRecord> iterator;

    private @Nullable CSVRecord row;
    private long line;
    private long nextLine = 1;
    private long count = -1;

    @SuppressWarnings("resource") // closing the parser would close the caller's reader
    CsvRows(Reader csv) throws IOException {
        this.text = new CsvText(csv);
        this.records = CSVFormat.RFC4180.parse(text);
        this.iterator = records.iterator();
    }

    /**
     * Goes on to the next row; the first is the header.
     *
     * @return false if there is none
     * @throws PortRegistryParseException if the text is not CSV from here on, or too long
     */
    boolean next() throws IOException {
        while (hasNext()) {
            CSVRecord record = iterator.next();
            line = nextLine;
            nextLine = records.getCurrentLineNumber() + 1;
            text.rowBegins();
            if (record.getRecordNumber() > MAX_ROWS + 1) { // the header is one
                throw new PortRegistryParseException(line, "not a registry, more than " + MAX_ROWS + " rows");
            }
            if (record.size() > 1 || !record.get(0).isEmpty()) {
                row = record;
                count++;
                return true;
            }
        }
        return false;
    }

    private boolean hasNext() throws IOException {
        try {
            return iterator.hasNext();
        } catch (UncheckedIOException e) {
            throw refusedOrUnreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Tells text that is not a registry from text that cannot be had: the iterator throws the same for both. */
    private IOException refusedOrUnreadable(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            throw new PortRegistryParseException(
                    records.getCurrentLineNumber() + (text.isAtLineStart() ? 1 : 0),
                    "not a registry, the bytes here are not UTF-8");
        }
        if (cause instanceof TextSource.RefusedException) {
            throw new PortRegistryParseException(nextLine, Objects.requireNonNull(cause.getMessage()));
        }
        if (cause instanceof CSVException) { // of all that it refuses, the text lets but this pass
            throw new PortRegistryParseException(
                    nextLine, "the file ends inside a quoted field of the row that begins here");
        }
        return cause;
    }

    /** Returns the physical line that the row begins on, counted from 1. */
    long line() {
        return line;
    }

    /** Returns how many fields the row has. */
    int size() {
        return row().size();
    }

    /** Returns a field of the row. */
    String field(int position) {
        return row().get(position);
    }

    private CSVRecord row() {
        return Objects.requireNonNull(row, "next() comes first");
    }

    /** Returns how many rows there were below the header so far. */
    long count() {
        return Math.max(count, 0);
    }

    /** Returns whether the last row that was read has no row end. */
    boolean isCut() {
        return !text.isAtLineStart();
    }
}
