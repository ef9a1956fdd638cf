package example.flowlogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the job has written, in the form in which the plain pass says it. */
record JobOutput(
        Map<PlainPass.Service, PlainPass.Sum> services, List<PlainPass.Finding> findings, Map<String, Long> malformed) {

    static JobOutput read(SparkSession spark, Path folder) {
        return new JobOutput(
                table(spark, folder.resolve("services"), "service STRING, range STRING, state STRING, " + SUM)
                        .collectAsList()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> new PlainPass.Service(
                                        row.getAs("service"), row.getAs("range"), row.getAs("state")),
                                JobOutput::sum)),
                table(
                                spark,
                                folder.resolve("findings"),
                                "finding STRING, rank INT, port INT, transport STRING, service STRING, " + SUM)
                        .collectAsList()
                        .stream()
                        .map(row -> new PlainPass.Finding(
                                row.getAs("finding"),
                                row.<Integer>getAs("rank"),
                                row.<Integer>getAs("port"),
                                row.getAs("transport"),
                                row.getAs("service"),
                                sum(row)))
                        .toList(),
                spark
                        .read()
                        .schema("malformed STRING, flows LONG")
                        .json(folder.resolve("malformed").toString())
                        .collectAsList()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> row.<String>getAs("malformed"), row -> row.<Long>getAs("flows"))));
    }

    static JobOutput of(PlainPass pass) {
        return new JobOutput(pass.services(), pass.findings(), pass.malformed());
    }

    private static final String SUM = "flows LONG, packets LONG, bytes LONG";

    private static Dataset<Row> table(SparkSession spark, Path folder, String schema) {
        return spark.read()
                .schema(schema)
                .option("header", true)
                .option("mode", "FAILFAST")
                .option("escape", "\"")
                .csv(folder.toString());
    }

    private static PlainPass.Sum sum(Row row) {
        return new PlainPass.Sum(row.getAs("flows"), row.getAs("packets"), row.getAs("bytes"));
    }
}
