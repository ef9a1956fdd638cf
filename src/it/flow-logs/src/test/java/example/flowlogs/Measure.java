package example.flowlogs;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.io.LZ4CompressionCodec;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the job: {@code FOLDER MILLIONS...}. The logs are made in FOLDER where they are not there yet.
 *
 * <p>For each number of cores and each size, the whole job runs with the registry and with a constant in place of the
 * look-up, in turn. Of several runs the fastest counts, for what else runs on the machine only makes them slower.
 */
public final class Measure {

    private static final int ROUNDS = 3;
    private static final List<String> MASTERS = List.of("local[1]", "local[2]");

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What runs took at least, in seconds: by the clock, and of all processors. */
    private record Cost(double elapsed, double processors) {

        static final Cost UNKNOWN = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

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
        for (String master : MASTERS) {
            SparkConf conf = new SparkConf().setMaster(master).setAppName("measure");
            try (SparkSession spark = FlowLogJob.session(conf)) {
                spark.sparkContext().setLogLevel("ERROR");
                measure.job(spark, 1, "warm-up");
                for (int i = 1; i < args.length; i++) {
                    measure.job(spark, Integer.parseInt(args[i]), master);
                }
            }
        }
        measure.lookUp();
        broadcast();
    }

    private void job(SparkSession spark, int millions, String title) throws IOException {
        Path logs = folder.resolve(millions + "-million");
        if (!Files.exists(logs)) {
            FlowLogGenerator.write(millions * 1_000_000, logs);
        }
        Cost ours = Cost.UNKNOWN;
        Cost constant = Cost.UNKNOWN;
        for (int round = 0; round < ROUNDS; round++) {
            ours = ours.least(run(spark, logs, LabellingSource.bundled()));
            constant = constant.least(run(spark, logs, ConstantLabelling::new));
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d million: %.1f s, %,.0f records/s; with a constant %.1f s; processors %.1f s and %.1f s;"
                        + " share that is ours: %.1f %% by the clock, %.1f %% of the processors' time%n",
                title,
                millions,
                ours.elapsed,
                millions * 1_000_000 / ours.elapsed,
                constant.elapsed,
                ours.processors,
                constant.processors,
                100 * (1 - constant.elapsed / ours.elapsed),
                100 * (1 - constant.processors / ours.processors));
    }

    private Cost run(SparkSession spark, Path logs, LabellingSource source) {
        String output = folder.resolve("output-" + System.nanoTime()).toString();
        long elapsed = System.nanoTime();
        long processors = PROCESS.getProcessCpuTime();
        FlowLogJob.write(FlowLogJob.lines(spark, logs.toString()), source, output);
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
                ports += RegistryLabelling.bundled().label(flow).port();
            }
            least = Math.min(least, (double) (System.nanoTime() - start) / flows.size());
        }
        System.out.printf(Locale.ROOT, "look-up alone: %.0f ns a record (%d)%n", least, ports);
    }
}
