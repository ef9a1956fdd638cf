package example.flowlogs;

import com.sun.management.OperatingSystemMXBean;
import io.github.portregistry.PortRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.io.LZ4CompressionCodec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the job: {@code FOLDER MILLIONS...}. The logs are made in FOLDER where they are not there yet.
 *
 * <p>For each number of cores and each size, the whole job runs with the registry, with a broadcast join and with a
 * constant in place of the look-up, in turn. Of several runs the fastest counts, for what else runs on the machine only
 * makes them slower. What is printed are the rows of README.md's table.
 */
public final class Measure {

    private static final int ROUNDS = 3;
    private static final List<Integer> CORES = List.of(1, 2);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** A way to sum up and label lines. */
    private record Way(String name, Function<Dataset<String>, Dataset<Row>> sums) {}

    /** What runs took at least, in seconds: by the clock, and of all processors. */
    private record Cost(double elapsed, double processors) {

        Cost least(Cost other) {
            return new Cost(Math.min(elapsed, other.elapsed), Math.min(processors, other.processors));
        }
    }

    private final Path folder;

    private Measure(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        Measure measure = new Measure(Files.createDirectories(Path.of(args[0])));
        for (int cores : CORES) {
            SparkConf conf = new SparkConf().setMaster("local[" + cores + "]").setAppName("measure");
            try (SparkSession spark = FlowLogJob.session(conf)) {
                spark.sparkContext().setLogLevel("ERROR");
                List<Way> ways = measure.ways(spark);
                measure.job(spark, 1, ways); // a warm-up
                for (int i = 1; i < args.length; i++) {
                    int millions = Integer.parseInt(args[i]);
                    measure.job(spark, millions, ways)
                            .forEach((way, cost) -> System.out.printf(
                                    Locale.ROOT,
                                    "| %d million | %d | %s | %.1f | %,.0f | %.1f |%n",
                                    millions,
                                    cores,
                                    way.name,
                                    cost.elapsed,
                                    millions * 1_000_000 / cost.elapsed,
                                    cost.processors));
                }
            }
        }
        measure.lookUp();
        broadcast();
    }

    /** Each run sends out its own registry, or its own table, as every job has to. */
    private List<Way> ways(SparkSession spark) {
        PortRegistry registry = PortRegistry.bundled();
        Dataset<Row> table = LabelJoin.table(registry, spark, folder.resolve("table"));
        return List.of(
                new Way("ours", lines -> FlowSums.of(lines, LabellingSource.broadcast(registry, spark))),
                new Way("broadcast join", lines -> LabelJoin.sums(lines, table)),
                new Way("constant", lines -> FlowSums.of(lines, ConstantLabelling::new)));
    }

    private Map<Way, Cost> job(SparkSession spark, int millions, List<Way> ways) throws IOException {
        Path logs = folder.resolve(millions + "-million");
        if (!Files.exists(logs)) {
            FlowLogGenerator.write(millions * 1_000_000, logs);
        }
        Map<Way, Cost> least = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways) {
                least.merge(way, run(spark, logs, way), Cost::least);
            }
        }
        return least;
    }

    private Cost run(SparkSession spark, Path logs, Way way) {
        String output = folder.resolve("output-" + System.nanoTime()).toString();
        System.gc(); // what the run before left is not this one's cost
        long elapsed = System.nanoTime();
        long processors = PROCESS.getProcessCpuTime();
        FlowLogJob.write(way.sums.apply(FlowLogJob.lines(spark, logs.toString())), output);
        return new Cost((System.nanoTime() - elapsed) / 1e9, (PROCESS.getProcessCpuTime() - processors) / 1e9);
    }

    /** What goes to each executor, once, if the registry is not the one in the jar. */
    private static void broadcast() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        serialize(plain);
        serialize(new LZ4CompressionCodec(new SparkConf()).compressedOutputStream(compressed));
        System.out.printf(Locale.ROOT, "broadcast: %,d bytes, compressed %,d bytes%n", plain.size(), compressed.size());
    }

    private static void serialize(OutputStream out) throws IOException {
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(RegistryLabelling.bundled());
        }
    }

    /** The look-up alone, on records that have been read already. */
    private void lookUp() throws IOException {
        List<FlowRecord> flows;
        try (BufferedReader lines = PlainPass.open(folder.resolve("1-million").resolve(FlowLogGenerator.fileName(0)))) {
            flows = lines.lines()
                    .map(FlowRecord::parse)
                    .flatMap(Optional::stream)
                    .toList();
        }
        double least = Double.MAX_VALUE;
        long ports = 0;
        for (int round = 0; round < 50; round++) {
            long start = System.nanoTime();
            for (FlowRecord flow : flows) {
                ports += RegistryLabelling.bundled().servicePort(flow);
            }
            least = Math.min(least, (double) (System.nanoTime() - start) / flows.size());
        }
        System.out.printf(Locale.ROOT, "look-up alone: %.0f ns a record (%d)%n", least, ports);
    }
}
