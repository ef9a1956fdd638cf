package example.flowlogs;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the job writes. */
record JobOutput(Map<Service, Sum> services, List<Finding> findings, Map<String, Long> malformed) {

    /** Flows, packets and bytes. */
    record Sum(long flows, long packets, long bytes) {
        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(flows, other.flows),
                    Math.addExact(packets, other.packets),
                    Math.addExact(bytes, other.bytes));
        }
    }

    /** What services are summed up by. */
    record Service(String service, String range, String state) {}

    /** A line of the list of ports. */
    record Finding(String finding, int rank, int port, String transport, String service, Sum sum) {}

    static JobOutput read(SparkSession spark, Path folder) {
        Map<Service, Sum> services = table(spark, folder + "/services", "service STRING, range STRING, state STRING")
                .collect(toMap(
                        row -> new Service(row.getAs("service"), row.getAs("range"), row.getAs("state")),
                        JobOutput::sum));
        List<Finding> findings = table(
                        spark,
                        folder + "/findings",
                        "finding STRING, rank INT, port INT, transport STRING, service STRING")
                .map(row -> new Finding(
                        row.getAs("finding"),
                        row.<Integer>getAs("rank"),
                        row.<Integer>getAs("port"),
                        row.getAs("transport"),
                        row.getAs("service"),
                        sum(row)))
                .toList();
        Dataset<Row> malformed =
                spark.read().schema("malformed STRING, flows LONG").json(folder + "/malformed");
        return new JobOutput(
                services,
                findings,
                malformed.collectAsList().stream()
                        .collect(toMap(row -> row.getAs("malformed"), row -> row.getAs("flows"))));
    }

    /** Returns the number of lines that were labelled. */
    long flows() {
        return services.values().stream().mapToLong(Sum::flows).sum();
    }

    private static Stream<Row> table(SparkSession spark, String folder, String columns) {
        return spark
                .read()
                .schema(columns + ", flows LONG, packets LONG, bytes LONG")
                .option("header", true)
                .option("mode", "FAILFAST")
                .option("escape", "\"")
                .csv(folder)
                .collectAsList()
                .stream();
    }

    private static Sum sum(Row row) {
        return new Sum(row.getAs("flows"), row.getAs("packets"), row.getAs("bytes"));
    }
}
