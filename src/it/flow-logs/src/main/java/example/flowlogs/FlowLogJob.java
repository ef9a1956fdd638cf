package example.flowlogs;

import static org.apache.spark.sql.functions.col;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Labels flow logs and writes what is in them: {@code [--csv FILE] INPUT OUTPUT}.
 *
 * <p>INPUT is a file, a folder or a pattern of any file system that Spark knows; OUTPUT a folder that is not there yet.
 * FILE is an edition of the registry that the driver reads; without it the one in the jar answers.
 */
public final class FlowLogJob {

    private static final String USAGE = "usage: [--csv FILE] INPUT OUTPUT";

    private FlowLogJob() {}

    public static void main(String[] args) throws IOException {
        boolean hasCsv = args.length == 4 && args[0].equals("--csv");
        if (args.length != 2 && !hasCsv) {
            System.err.println(USAGE);
            System.exit(2);
        }
        String input = args[args.length - 2];
        String output = args[args.length - 1];
        // What spark-submit sets is there already; the rest is for java -jar.
        SparkConf conf =
                new SparkConf().setIfMissing("spark.master", "local[*]").setAppName("flow-logs");
        try (SparkSession spark = session(conf)) {
            spark.sparkContext().setLogLevel("WARN");
            LabellingSource source = hasCsv
                    ? LabellingSource.broadcast(PortRegistry.parse(Path.of(args[1])), spark)
                    : LabellingSource.bundled();
            write(FlowSums.of(lines(spark, input), source), output);
        }
    }

    /**
     * Kryo, where a cluster prefers it, knows no serialisation proxies and would send a registry without its rows. Spark's
     * own rows go through neither.
     */
    static SparkSession session(SparkConf conf) {
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        // Few sums are shuffled: Spark's 200 partitions would be near to empty.
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", "false");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** The lines of plain and gzipped files, without their headers. */
    static Dataset<String> lines(SparkSession spark, String input) {
        return spark.read()
                .text(input)
                .filter(col("value").notEqual(FlowRecord.HEADER))
                .as(Encoders.STRING());
    }

    static void write(Dataset<Row> sums, String output) {
        try (FlowReport report = new FlowReport(sums)) {
            writeTable(report.services(), output + "/services");
            writeTable(report.findings(), output + "/findings");
            // JSON, so that a malformed line stays as it stood, whatever is in it.
            report.malformed().write().json(output + "/malformed");
        }
    }

    /** One file, with quotes as RFC 4180 has them. */
    private static void writeTable(Dataset<Row> table, String folder) {
        table.coalesce(1).write().option("header", true).option("escape", "\"").csv(folder);
    }
}
