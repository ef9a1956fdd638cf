package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file of the registry.
 *
 * @param rows the rows that were kept, in file order; unmodifiable
 * @param rowsRead the number of rows in the file, including those that were left out
 * @param lastLine the physical line on which the last row of the file begins
 * @param isCut whether the last row has no line feed, which is a sign that the file was cut off
 * @param edition the edition of the rows
 */
record IanaCsvFile(List<PortAssignment> rows, int rowsRead, long lastLine, boolean isCut, Edition edition) {

    /** Ignores the lines of rows. */
    static final LongConsumer NO_LINES = line -> {};

    /**
     * Reads a file.
     *
     * @param lines receives the physical line on which each row that is kept begins
     */
    static IanaCsvFile read(Path csv, IanaCsvParser parser, LongConsumer lines) throws IOException {
        String fileName = Objects.toString(csv.getFileName(), null);
        return TextFile.read(csv, in -> read(in, parser, lines, fileName));
    }

    static IanaCsvFile read(InputStream csv, IanaCsvParser parser, LongConsumer lines) throws IOException {
        return read(csv, parser, lines, null);
    }

    static IanaCsvFile read(Reader csv, IanaCsvParser parser, LongConsumer lines) throws IOException {
        return read(csv, parser, lines, null, null);
    }

    private static IanaCsvFile read(
            InputStream csv, IanaCsvParser parser, LongConsumer lines, @Nullable String fileName) throws IOException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        return read(new TextDecoder(new DigestInputStream(csv, sha256)), parser, lines, fileName, sha256);
    }

    private static IanaCsvFile read(
            Reader csv,
            IanaCsvParser parser,
            LongConsumer lines,
            @Nullable String fileName,
            @Nullable MessageDigest sha256)
            throws IOException {
        List<PortAssignment> rows = new ArrayList<>();
        CsvRows read = parser.read(csv, (line, row) -> {
            lines.accept(line);
            rows.add(row);
        });
        String digest = sha256 == null ? null : HexFormat.of().formatHex(sha256.digest());
        Edition edition = Edition.of(rows, digest, fileName);
        return new IanaCsvFile(Collections.unmodifiableList(rows), read.count(), read.line(), read.isCut(), edition);
    }
}
