package example.flowlogs;

import static org.apache.spark.sql.functions.col;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Labels flow logs and writes what is in them: {@code [--csv FILE] INPUT OUTPUT}.
 *
 * <p>INPUT is a file, a folder or a pattern of any file system that Spark knows; OUTPUT is a folder that it makes.
 * FILE is an edition of the registry that the driver reads; without it the one in the jar answers.
 */
public final class FlowLogJob {

    private FlowLogJob() {}

    public static void main(String[] args) throws IOException {
        boolean hasCsv = args.length == 4 && args[0].equals("--csv");
        if (args.length != 2 && !hasCsv) {
            System.err.println("usage: [--csv FILE] INPUT OUTPUT");
            System.exit(2);
        }
        PortRegistry registry = hasCsv ? PortRegistry.parse(Path.of(args[1])) : PortRegistry.bundled();
        // What spark-submit sets is there already; the rest is for java -jar.
        SparkConf conf =
                new SparkConf().setIfMissing("spark.master", "local[*]").setAppName("flow-logs");
        try (SparkSession spark = session(conf)) {
            spark.sparkContext().setLogLevel("WARN");
            write(FlowSums.of(lines(spark, args[args.length - 2]), broadcast(spark, registry)), args[args.length - 1]);
        }
    }

    static SparkSession session(SparkConf conf) {
        // Kryo, which some clusters prefer, does not know records. Spark's own rows go through neither.
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        // Few sums are shuffled: Spark's 200 partitions would be near to empty.
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", "false");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** Sends a registry to each executor, once. */
    static Broadcast<FlowLabelling> broadcast(SparkSession spark, PortRegistry registry) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new FlowLabelling(registry));
    }

    /** Returns the lines of plain and gzipped files, without their headers. */
    static Dataset<String> lines(SparkSession spark, String input) {
        return spark.read()
                .text(input)
                .filter(col("value").notEqual(FlowRecord.HEADER))
                .as(Encoders.STRING());
    }

    /** Writes one file of all ports, with quotes as RFC 4180 has them, and the malformed lines. Lines are read once. */
    static void write(Dataset<Row> sums, String folder) {
        sums.persist();
        sums.filter(col("malformed").isNull())
                .select("label.*", "flows", "packets", "bytes")
                .orderBy(col("flows").desc(), col("port"), col("transport"))
                .coalesce(1)
                .write()
                .option("header", true)
                .option("escape", "\"")
                .csv(folder + "/ports");
        // JSON, so that nothing in a malformed line is lost.
        sums.filter(col("malformed").isNotNull())
                .select("malformed", "flows")
                .write()
                .json(folder + "/malformed");
        sums.unpersist();
    }
}
