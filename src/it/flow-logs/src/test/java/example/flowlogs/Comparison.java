package example.flowlogs;

import com.sun.management.OperatingSystemMXBean;
import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Compares the job with one that labels by Spark's own broadcast joins with a table of all ports, as you would without
 * this library in the tasks: {@code FOLDER MILLIONS CORES}. The logs are made in FOLDER if they are not there yet.
 *
 * <p>The whole job runs in both ways in turn, after a warm-up. The fastest run counts, since anything else on the
 * machine only makes them slower. Both outputs have to be the same.
 */
record Comparison(SparkSession spark, Path logs, PortRegistry registry) {

    /** The first is the warm-up. */
    private static final int ROUNDS = 4;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final StructType FLOWS =
            StructType.fromDDL("protocol INT, source INT, destination INT, malformed STRING, packets LONG, bytes LONG");

    /** An absent port is -1. Other protocols are not in the table, and so their sums have no label. */
    private static final String JOIN = """
            WITH registered AS (SELECT protocol, port FROM labels WHERE label.state = 'assigned'),
            chosen AS (
                SELECT /*+ BROADCAST(lower, higher) */ flows.protocol, malformed, packets, bytes,
                    CASE WHEN source = -1 OR destination = -1 OR lower.port IS NULL AND higher.port IS NOT NULL
                        THEN greatest(source, destination) ELSE least(source, destination) END AS port
                FROM flows
                LEFT JOIN registered lower
                    ON lower.protocol = flows.protocol AND lower.port = least(source, destination)
                LEFT JOIN registered higher
                    ON higher.protocol = flows.protocol AND higher.port = greatest(source, destination)),
            labelled AS (
                SELECT /*+ BROADCAST(labels) */ malformed, flows, packets, bytes, label FROM (
                    SELECT protocol, port, malformed,
                        count(*) AS flows, sum(packets) AS packets, sum(bytes) AS bytes
                    FROM chosen GROUP BY ALL) summed
                LEFT JOIN labels USING (protocol, port))
            SELECT malformed, label, sum(flows) AS flows, sum(packets) AS packets, sum(bytes) AS bytes
            FROM labelled GROUP BY ALL""";

    public static void main(String[] args) throws IOException {
        int millions = Integer.parseInt(args[1]);
        Path logs = Path.of(args[0], millions + "-million");
        if (!Files.exists(logs)) {
            FlowLogGenerator.write(4 * millions, logs);
        }
        // Not the edition in the jar, which would not have to be sent.
        PortRegistry registry = PortRegistry.of(PortRegistry.bundled().assignments());
        SparkConf conf = new SparkConf().setMaster("local[" + args[2] + "]").setAppName("comparison");
        try (SparkSession spark = FlowLogJob.session(conf)) {
            spark.sparkContext().setLogLevel("ERROR");
            new Comparison(spark, logs, registry).compare(millions);
        }
    }

    private void compare(int millions) throws IOException {
        writeLabels();
        double[] ours = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] join = ours.clone();
        for (int round = 0; round < ROUNDS; round++) {
            Set<String> output = run(lines -> FlowSums.of(lines, FlowLogJob.broadcast(spark, registry)), ours);
            if (!run(this::join, join).equals(output)) {
                throw new IllegalStateException("the two outputs differ");
            }
        }
        double labelling = labelling(millions);
        System.out.printf("ours: %.1f s, %.1f s of processor time, %.2f s of it labels%n", ours[0], ours[1], labelling);
        System.out.printf("join: %.1f s, %.1f s of processor time%n", join[0], join[1]);
        System.out.printf("ours / join: %.2f, labelling / ours: %.3f%n", ours[0] / join[0], labelling / ours[1]);
    }

    /** Runs the job and returns its output; keeps the least seconds it took, by the clock and of all processors. */
    private Set<String> run(Function<Dataset<String>, Dataset<Row>> sums, double[] least) throws IOException {
        Path output = Files.createTempDirectory(logs.getParent(), "run").resolve("output");
        System.gc(); // what the run before left is not this one's cost
        long start = System.nanoTime();
        long processors = PROCESS.getProcessCpuTime();
        FlowLogJob.write(sums.apply(FlowLogJob.lines(spark, logs.toString())), output.toString());
        least[0] = Math.min(least[0], (System.nanoTime() - start) / 1e9);
        least[1] = Math.min(least[1], (PROCESS.getProcessCpuTime() - processors) / 1e9);
        return PlainPass.written(spark, output);
    }

    /** The labels of every port over every transport: Spark reads so many rows sooner from a file than the driver. */
    private void writeLabels() {
        String file = logs.resolveSibling("labels").toString();
        spark.udf().register("label", FlowSums.label(FlowLogJob.broadcast(spark, registry)));
        spark.sql("SELECT protocol, port, label(protocol, port) AS label FROM"
                        + " (SELECT explode(array(6, 17, 33, 132)) AS protocol, INT(id) AS port FROM range(65536))")
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .option("compression", "uncompressed") // not every machine can load snappy, Parquet's own
                .parquet(file);
        spark.read().parquet(file).createOrReplaceTempView("labels");
    }

    private Dataset<Row> join(Dataset<String> lines) {
        MapFunction<String, Row> read = line -> FlowRecord.parse(line)
                .map(flow -> RowFactory.create(
                        flow.protocol(), flow.sourcePort(), flow.destinationPort(), null, flow.packets(), flow.bytes()))
                .orElseGet(() -> RowFactory.create(null, null, null, line, 0L, 0L));
        lines.map(read, Encoders.row(FLOWS)).createOrReplaceTempView("flows");
        return spark.sql(JOIN);
    }

    /** Returns the processor seconds that the library takes for so many records that have been read already. */
    private double labelling(int millions) throws IOException {
        List<FlowRecord> flows = PlainPass.lines(logs.resolve("0.log.gz")).stream()
                .flatMap(line -> FlowRecord.parse(line).stream())
                .toList();
        int answers = 0;
        long start = PROCESS.getProcessCpuTime();
        FlowLabelling labelling = new FlowLabelling(PortRegistry.of(registry.assignments()));
        for (int file = 0; file < 4 * millions; file++) {
            answers += flows.stream().mapToInt(labelling::servicePort).sum();
        }
        for (int port = 0; port < 65536; port++) {
            answers += labelling.label(6, port).hashCode()
                    + labelling.label(17, port).hashCode();
        }
        // The compiler would leave out what nobody looks at.
        return answers == 0 ? Double.NaN : (PROCESS.getProcessCpuTime() - start) / 1e9;
    }
}
