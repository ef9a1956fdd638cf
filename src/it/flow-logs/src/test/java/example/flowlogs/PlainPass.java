package example.flowlogs;

import io.github.portregistry.PortRegistry;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The same output without Spark: one thread, one line after the other. What the job is held to. */
final class PlainPass {

    private static final Row NO_PORT = RowFactory.create(null, null, null, null, null, null);

    private PlainPass() {}

    /** Returns the rows of both tables, their cells separated by tabs, from the gzipped files of a folder. */
    static Set<String> of(PortRegistry registry, Path folder) throws IOException {
        FlowLabelling labelling = new FlowLabelling(registry);
        Map<Row, long[]> sums = new HashMap<>();
        Map<String, Long> malformed = new HashMap<>();
        for (File file : folder.toFile().listFiles()) {
            for (String line : lines(file.toPath())) {
                FlowRecord flow = FlowRecord.parse(line).orElse(null);
                if (flow == null) {
                    malformed.merge(line, 1L, Long::sum);
                    continue;
                }
                int port = labelling.servicePort(flow);
                Row label = port == FlowRecord.ABSENT ? NO_PORT : labelling.label(flow.protocol(), port);
                long[] sum = sums.computeIfAbsent(label, absent -> new long[3]);
                sum[0]++;
                sum[1] += flow.packets();
                sum[2] += flow.bytes();
            }
        }
        Set<String> rows = new HashSet<>();
        sums.forEach((label, sum) -> rows.add(label.mkString("\t") + "\t" + sum[0] + "\t" + sum[1] + "\t" + sum[2]));
        malformed.forEach((line, flows) -> rows.add(line + "\t" + flows));
        return rows;
    }

    /** Returns the lines of a gzipped file without its header. */
    static List<String> lines(Path file) throws IOException {
        InputStream plain = new GZIPInputStream(Files.newInputStream(file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.equals(FlowRecord.HEADER))
                    .toList();
        }
    }

    /** Returns the rows of both tables that the job wrote. */
    static Set<String> written(SparkSession spark, Path output) {
        Dataset<Row> ports =
                spark.read().option("header", true).option("escape", "\"").csv(output + "/ports");
        Dataset<Row> malformed =
                spark.read().schema("malformed STRING, flows LONG").json(output + "/malformed");
        return Stream.of(ports, malformed)
                .flatMap(table -> table.collectAsList().stream())
                .map(row -> row.mkString("\t"))
                .collect(Collectors.toSet());
    }
}
