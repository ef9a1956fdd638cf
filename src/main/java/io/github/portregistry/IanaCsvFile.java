package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file of the registry.
 *
 * @param rows the rows that were kept, in file order; unmodifiable
 * @param lines the physical line on which each row that was kept begins
 * @param rowsRead the number of rows in the file, including those that were left out
 * @param lastLine the physical line on which the last row of the file begins
 * @param isCut whether the last row has no row end, which is a sign that the file was cut off
 * @param edition the edition of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IanaCsvFile(
        List<PortAssignment> rows, long[] lines, long rowsRead, long lastLine, boolean isCut, Edition edition) {

    static IanaCsvFile read(Path csv, IanaCsvParser parser) throws IOException {
        try (InputStream in = Files.newInputStream(csv)) {
            return read(in, parser, Objects.toString(csv.getFileName(), null));
        }
    }

    static IanaCsvFile read(InputStream csv, IanaCsvParser parser) throws IOException {
        return read(csv, parser, null);
    }

    static IanaCsvFile read(Reader csv, IanaCsvParser parser) throws IOException {
        return read(csv, parser, null, null);
    }

    private static IanaCsvFile read(InputStream csv, IanaCsvParser parser, @Nullable String fileName)
            throws IOException {
        Sha256 sha256 = new Sha256(csv);
        return read(new TextDecoder(sha256.stream()), parser, sha256, fileName);
    }

    private static IanaCsvFile read(
            Reader csv, IanaCsvParser parser, @Nullable Sha256 sha256, @Nullable String fileName) throws IOException {
        List<PortAssignment> rows = new ArrayList<>();
        LongStream.Builder lines = LongStream.builder();
        CsvRows read = parser.read(csv, (line, row) -> {
            lines.add(line);
            rows.add(row);
        });
        Edition edition = Edition.of(rows, sha256 == null ? null : sha256.hex(), fileName, null);
        return new IanaCsvFile(
                Collections.unmodifiableList(rows),
                lines.build().toArray(),
                read.count(),
                read.line(),
                read.isCut(),
                edition);
    }
}
