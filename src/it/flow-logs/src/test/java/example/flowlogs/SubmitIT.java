package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortRegistry;
import java.io.File;
import java.io.Writer;
import java.lang.management.ManagementFactory;
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

    private static final String CLUSTER = "local-cluster[2,1,1024]";

    @TempDir
    Path temp;

    @Test
    void registryOfOnesOwnReachesExecutorsInOtherProcesses() throws Exception {
        PortRegistry own = RegistryLabellingTest.withBilling();
        Path csv = temp.resolve("own.csv");
        try (Writer out = Files.newBufferedWriter(csv)) {
            IanaCsvWriter.write(own, out);
        }
        Path logs = temp.resolve("logs");
        FlowLogGenerator.write(2 * FlowLogGenerator.RECORDS_PER_FILE, logs);
        Path output = temp.resolve("output");

        submit("--csv", csv.toString(), logs.toString(), output.toString());

        SparkConf conf = new SparkConf().setMaster("local[1]").setAppName("reader");
        try (SparkSession spark = FlowLogJob.session(conf)) {
            assertThat(JobOutput.read(spark, output)).isEqualTo(PlainPass.of(own, logs));
        }
    }

    /** As spark-submit does. */
    private void submit(String... arguments) throws Exception {
        Path spark = Path.of(System.getenv("SPARK_HOME"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", spark.resolve("jars") + File.separator + "*"));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", CLUSTER));
        command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
        // As many clusters have it; the job knows better.
        command.addAll(List.of("--conf", "spark.serializer=org.apache.spark.serializer.KryoSerializer"));
        command.add(spark.resolveSibling("flow-logs.jar").toString());
        command.addAll(List.of(arguments));
        File log = temp.resolve("submit.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
