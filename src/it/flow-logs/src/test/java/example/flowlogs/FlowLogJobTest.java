package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowLogJobTest {

    private static final int RECORDS = 1_000_000;

    @TempDir
    static Path temp;

    private static SparkSession spark;
    private static Path logs;

    @BeforeAll
    static void start() throws IOException {
        logs = temp.resolve("logs");
        FlowLogGenerator.write(RECORDS, logs);
        // Two cores, and a second attempt for each task.
        spark = FlowLogJob.session(new SparkConf()
                .setMaster("local[2, 2]")
                .setAppName("flow-logs test")
                .set("spark.sql.shuffle.partitions", "4"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void outputOfAMillionRecordsIsThatOfAPlainPass() throws IOException {
        JobOutput output = run(FlowSums.of(lines(logs), LabellingSource.bundled()), "bundled");

        assertThat(output).isEqualTo(PlainPass.of(PortRegistry.bundled(), logs));
        assertThat(output.flows()).isEqualTo(RECORDS);
    }

    @Test
    void faultInEveryPartitionChangesNothing() throws IOException {
        LongAccumulator faults = spark.sparkContext().longAccumulator("faults");
        Dataset<String> lines = lines(logs).mapPartitions(new FaultOncePerPartition(faults, 1000), Encoders.STRING());

        assertThat(run(FlowSums.of(lines, LabellingSource.bundled()), "faults"))
                .isEqualTo(PlainPass.of(PortRegistry.bundled(), logs));
        assertThat(faults.value()).isEqualTo(lines.rdd().getNumPartitions()).isGreaterThan(1);
    }

    @Test
    void registryOfOnesOwnIsBroadcast() throws IOException {
        PortRegistry own = RegistryLabellingTest.withBilling();

        JobOutput output = run(FlowSums.of(lines(logs), LabellingSource.broadcast(own, spark)), "broadcast");

        assertThat(output).isEqualTo(PlainPass.of(own, logs));
        assertThat(output.services()).containsKey(new JobOutput.Service("billing", "dynamic", "assigned"));
    }

    @Test
    void broadcastJoinMakesTheSameReport() throws IOException {
        List<String> flowsThatLackPorts = List.of(
                "2 - - - - 443 - 6 1 40 - - ACCEPT OK",
                "2 - - - - - 50000 17 1 40 - - ACCEPT OK",
                "2 - - - - - - 6 1 40 - - ACCEPT OK",
                "2 - - - - 443 50000 - 1 40 - - ACCEPT OK",
                "2 - - - - 443 50000 6 1 40 - - - NODATA");
        Dataset<String> lines = lines(logs).union(spark.createDataset(flowsThatLackPorts, Encoders.STRING()));
        Dataset<Row> table = LabelJoin.table(PortRegistry.bundled(), spark, temp.resolve("table"));

        assertThat(run(LabelJoin.sums(lines, table), "join"))
                .isEqualTo(run(FlowSums.of(lines, LabellingSource.bundled()), "no-join"));
    }

    @Test
    void malformedLinesAreKeptAsTheyStood() throws IOException {
        List<String> malformed = List.of("", "\"", "\\", "a,\"b\"", " 2 - ", "2 - - \u0663", "x".repeat(100_000));
        String flow = "2 - - - - 50000 443 6 1 40 - - ACCEPT OK";
        Path folder = Files.createDirectory(temp.resolve("odd"));
        Files.writeString(folder.resolve("a.log"), FlowRecord.HEADER + "\r\n" + flow + "\r\n" + "no end of line");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.log.gz")))) {
            gzip.write((FlowRecord.HEADER + "\n" + String.join("\n", malformed) + "\n" + flow + "\n" + malformed.get(1)
                            + "\n2 - - - - - - - - - - - - NODATA\n")
                    .getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[] {(byte) 0xFF, '\n'}); // not UTF-8
        }

        JobOutput output = run(FlowSums.of(lines(folder), LabellingSource.bundled()), "odd-output");

        assertThat(output.services())
                .containsOnly(
                        entry(new JobOutput.Service("https", "system", "assigned"), new JobOutput.Sum(2, 2, 80)),
                        entry(new JobOutput.Service("-", "-", "nodata"), new JobOutput.Sum(1, 0, 0)),
                        entry(new JobOutput.Service("-", "-", "malformed"), new JobOutput.Sum(10, 0, 0)));
        assertThat(output.malformed())
                .hasSize(malformed.size() + 2)
                .containsAllEntriesOf(Map.of("\"", 2L, "no end of line", 1L, "\uFFFD", 1L))
                .containsKeys(malformed.toArray(String[]::new));
        assertThat(output).isEqualTo(PlainPass.of(PortRegistry.bundled(), folder));
    }

    private static Dataset<String> lines(Path folder) {
        return FlowLogJob.lines(spark, folder.toString());
    }

    private static JobOutput run(Dataset<Row> sums, String name) {
        Path output = temp.resolve(name);
        FlowLogJob.write(sums, output.toString());
        return JobOutput.read(spark, output);
    }
}
