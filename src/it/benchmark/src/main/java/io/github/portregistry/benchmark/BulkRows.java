package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Task.asking;
import static io.github.portregistry.benchmark.Task.warm;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.ServicesFileWriter;
import io.github.portregistry.benchmark.Task.Work;
import java.io.ByteArrayInputStream;
import java.io.CharArrayWriter;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Work on all rows of an edition, and of one that has several times as many. */
final class BulkRows {

    private BulkRows() {}

    static List<Row> parse() {
        return List.of(new Row("strict parse", reading(Inputs.EDITION, BulkRows::parse))
                .beside("bare commons-csv pass", reading(Inputs.EDITION, BulkRows::pass))
                .atMostTimes(1.8));
    }

    static List<Row> services() {
        return List.of(new Row("ServicesFileWriter", asking(Inputs.EDITION, BulkRows::writeServices))
                .atMostNanos(8e6)
                .atMostBytes(10e6));
    }

    static List<Row> growth() {
        String rows = ", " + Inputs.GROWTH + " times the rows";
        double bytes = (double) Inputs.GROWN.toFile().length()
                / Inputs.EDITION.toFile().length();
        return List.of(
                new Row("strict parse" + rows, reading(Inputs.GROWN, BulkRows::parse))
                        .against("the edition", reading(Inputs.EDITION, BulkRows::parse))
                        .atMostTimes(1.2 * bytes),
                new Row("ServicesFileWriter" + rows, asking(Inputs.GROWN, BulkRows::writeServices))
                        .against("the edition", asking(Inputs.EDITION, BulkRows::writeServices))
                        .atMostTimes(18),
                new Row("RegistryDiff" + rows, asking(Inputs.GROWN, BulkRows::compare))
                        .against("the edition", asking(Inputs.EDITION, BulkRows::compare))
                        .atMostTimes(12));
    }

    /** Reads the bytes of a file that are in memory. */
    private static Task reading(Path file, Function<byte[], Work> work) {
        return warm(1, () -> work.apply(Files.readAllBytes(file)));
    }

    private static Work parse(byte[] bytes) {
        return () -> PortRegistry.parse(new ByteArrayInputStream(bytes))
                .assignments()
                .size();
    }

    /** Counts the records below the header, and makes nothing of them. */
    private static Work pass(byte[] bytes) {
        return () -> {
            int records = -1;
            InputStreamReader in = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8);
            for (CSVRecord row : CSVFormat.RFC4180.parse(in)) {
                records += row.size() > 0 ? 1 : 0;
            }
            return records;
        };
    }

    private static Work writeServices(PortRegistry registry) {
        CharArrayWriter out = new CharArrayWriter();
        return () -> {
            out.reset();
            ServicesFileWriter.write(registry, out);
            return out.size();
        };
    }

    private static Work compare(PortRegistry registry) {
        PortRegistry later = Inputs.changed(registry);
        return () -> RegistryDiff.between(registry, later).changed().size();
    }
}
