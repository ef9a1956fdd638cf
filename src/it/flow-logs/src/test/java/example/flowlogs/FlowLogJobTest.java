package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowLogJobTest {

    /** Two cores, and a second attempt for each task. */
    private static final SparkSession SPARK =
            FlowLogJob.session(new SparkConf().setMaster("local[2, 2]").setAppName("test"));

    @TempDir
    static Path temp;

    @Test
    void labelsAsAPlainPassDoesEvenIfTasksFail() throws IOException {
        MapFunction<String, String> failFirst = line -> {
            if (TaskContext.get().attemptNumber() == 0 && line.endsWith("SKIPDATA")) {
                throw new IllegalStateException("a fault in the middle of the lines, as the test wants it");
            }
            return line;
        };
        FlowLogGenerator.write(4, temp.resolve("logs"));

        Set<String> output = run(lines("logs").map(failFirst, Encoders.STRING()));

        assertThat(output)
                .isEqualTo(PlainPass.of(PortRegistry.bundled(), temp.resolve("logs")))
                .hasSizeGreaterThan(10_000);
        assertThat(Stream.of("assigned", "reserved", "unassigned", "unlisted", "null\tnull"))
                .allMatch(state -> output.stream().anyMatch(row -> row.contains("\t" + state + "\t")));
    }

    @Test
    void keepsMalformedLinesUnchanged() throws IOException {
        List<String> malformed =
                List.of("", "\"", "\\", "a,\"b\"", " 2 - ", "2 - - \u0663", "x".repeat(100_000), "\uFFFD");
        String start = FlowRecord.HEADER + "\r\n2 - - - - 50000 443 6 1 40 - - ACCEPT OK\r\n";
        Files.writeString(temp.resolve("a.log"), start + "no end of line");
        Files.writeString(temp.resolve("b.log"), start + String.join("\n", malformed) + "\n");

        assertThat(run(lines("[ab].log")))
                .hasSize(malformed.size() + 2)
                .contains("https\t443\ttcp\tsystem\tassigned\ttrue\t2\t2\t80", "no end of line\t1")
                .containsAll(malformed.stream().map(line -> line + "\t1").toList());
    }

    /** The query of README.md, on a log of its own. */
    @Test
    void answersInSql() throws IOException {
        Path log = Files.writeString(temp.resolve("few.log"), FlowRecord.HEADER + "\n" + """
                2 1 eni-1 10.0.0.1 10.0.0.2 50000 443 6 1 40 1 2 REJECT OK
                2 1 eni-1 10.0.0.2 10.0.0.1 443 50001 6 1 60 1 2 REJECT OK
                2 1 eni-1 10.0.0.2 10.0.0.1 443 50001 6 1 60 1 2 ACCEPT OK
                2 1 eni-1 10.0.0.1 10.0.0.2 50000 50001 17 1 40 1 2 REJECT OK
                2 1 eni-1 10.0.0.1 10.0.0.2 0 0 1 1 84 1 2 REJECT OK
                2 1 eni-1 - - - - - - - 1 2 - NODATA
                """);
        SqlFunctions.register(SPARK, FlowLabellingTest.withBilling());

        String[] statements = Files.readString(Path.of("README.md"))
                .replaceFirst("(?s).*?```sql\n(.*?)```.*", "$1")
                .replace("LOGS", log.toString())
                .split(";");

        SPARK.sql(statements[0]);
        assertThat(SPARK.sql(statements[1]).collectAsList())
                .extracting(row -> row.mkString("\t"))
                .containsExactly("443/tcp https\t2\t100", "null\t1\t84", "50000/udp (dynamic)\t1\t40");
        assertThat(SPARK.sql("SELECT port_label(50123L, 6L), port_label(443, 1), registered_side(NULL, 443, 6)")
                        .first()
                        .mkString(" "))
                .isEqualTo("50123/tcp billing null 443");
    }

    private static Dataset<String> lines(String input) {
        return FlowLogJob.lines(SPARK, temp.resolve(input).toString());
    }

    private static Set<String> run(Dataset<String> lines) throws IOException {
        Path output = Files.createTempDirectory(temp, "run").resolve("output");
        FlowLogJob.write(FlowSums.of(lines, FlowLogJob.broadcast(SPARK, PortRegistry.bundled())), output.toString());
        return PlainPass.written(SPARK, output);
    }
}
