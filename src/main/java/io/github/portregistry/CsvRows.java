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
 * Iterates over the rows of a CSV text, without blank ones. Only this class uses commons-csv. It replaces the
 * exceptions of commons-csv with those of this library, which have the physical line on which the invalid row begins.
 */
final class CsvRows {

    /** A hundred times the number of rows in IANA's file. */
    private static final int MAX_ROWS = 1_500_000;

    private final CsvText text;
    private final CSVParser records;
    private final Iterator<CSVRecord> iterator;

    private @Nullable CSVRecord row;
    private long line;
    private long nextLine = 1;
    private int count = -1;

    @SuppressWarnings("resource") // closing the parser would close the caller's reader
    CsvRows(Reader csv) throws IOException {
        this.text = new CsvText(csv);
        this.records = CSVFormat.RFC4180.parse(text);
        this.iterator = records.iterator();
    }

    /**
     * Advances to the next row. The first one is the header.
     *
     * @return false if there is none
     * @throws PortRegistryParseException if the text is not valid CSV from here on, or is too long
     */
    boolean next() throws IOException {
        while (hasNext()) {
            CSVRecord record = iterator.next();
            line = nextLine;
            nextLine = records.getCurrentLineNumber() + 1;
            text.rowBegins();
            if (record.getRecordNumber() > MAX_ROWS + 1) { // plus the header
                throw new PortRegistryParseException(line, "not a registry: it has more than " + MAX_ROWS + " rows");
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

    /**
     * Throws an exception if the text is not a registry, and returns the cause if it cannot be read. The iterator
     * throws the same exception for both.
     */
    private IOException refusedOrUnreadable(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            boolean isFirst = records.getCurrentLineNumber() == 0 && text.isAtLineStart();
            throw new PortRegistryParseException(
                    records.getCurrentLineNumber() + (text.isAtLineStart() ? 1 : 0),
                    "not a registry: the bytes here are not UTF-8" + (isFirst ? "; the file may be in UTF-16" : ""));
        }
        if (cause instanceof TextSource.RefusedException) {
            throw new PortRegistryParseException(nextLine, Objects.requireNonNull(cause.getMessage()));
        }
        if (cause instanceof CSVException) { // CsvText refuses all other faults itself
            throw new PortRegistryParseException(
                    nextLine, "the file ends inside a quoted field of the row that begins here");
        }
        return cause;
    }

    /** Returns the physical line on which the row begins, counted from 1. */
    long line() {
        return line;
    }

    /** Returns the number of fields in the row. */
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

    /** Returns the number of rows read so far, without the header. */
    int count() {
        return Math.max(count, 0);
    }

    /** Returns whether the last row does not end in a line feed. */
    boolean isCut() {
        return !text.isBehindLineFeed();
    }
}
