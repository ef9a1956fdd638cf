package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortRegistry;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submits the packaged jar to a cluster of Spark's own: a master, two workers, and an executor in a JVM of each. */
class SubmitIT {

    @TempDir
    Path temp;

    @Test
    void labelsByYourOwnRegistryInOtherProcesses() throws Exception {
        PortRegistry own = FlowLabellingTest.withBilling();
        Path csv = temp.resolve("own.csv");
        try (Writer out = Files.newBufferedWriter(csv)) {
            IanaCsvWriter.write(own, out);
        }
        Path logs = temp.resolve("logs");
        FlowLogGenerator.write(2, logs);
        Path output = temp.resolve("output");

        submit("--csv", csv.toString(), logs.toString(), output.toString());

        try (SparkSession spark =
                FlowLogJob.session(new SparkConf().setMaster("local[1]").setAppName("reader"))) {
            assertThat(PlainPass.written(spark, output))
                    .isEqualTo(PlainPass.of(own, logs))
                    .anyMatch(row -> row.startsWith("billing\t50123\ttcp\tdynamic\tassigned\tfalse\t"));
        }
    }

    /** As spark-submit does. */
    private void submit(String... arguments) throws Exception {
        Path spark = Path.of(System.getenv("SPARK_HOME"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("@add-opens.txt", "-cp", spark.resolve("jars/*").toString()));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local-cluster[2,1,1024]"));
        command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1", "--conf"));
        command.add("spark.serializer=org.apache.spark.serializer.KryoSerializer"); // the job knows better
        command.add(spark.resolveSibling("flow-logs.jar").toString());
        command.addAll(List.of(arguments));
        Path log = temp.resolve("submit.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
