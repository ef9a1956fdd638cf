package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.portregistry.PortRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The bytes of the edition, in memory, to a registry; the yardsticks only pass over its records. */
@State(Scope.Benchmark)
public class Parsing {

    private final byte[] bytes = MeasuredEdition.bytes();

    @Benchmark
    public PortRegistry library() throws IOException {
        return PortRegistry.parse(new ByteArrayInputStream(bytes));
    }

    @Benchmark
    public long commonsCsv() throws IOException {
        long fields = 0;
        try (Reader in = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8);
                CSVParser records = CSVFormat.RFC4180.parse(in)) {
            for (CSVRecord csvRecord : records) {
                fields += csvRecord.size();
            }
        }
        return fields;
    }

    @Benchmark
    public long fastCsv() throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(bytes), UTF_8)) {
            for (CsvRecord csvRecord : records) {
                fields += csvRecord.getFieldCount();
            }
        }
        return fields;
    }
}
