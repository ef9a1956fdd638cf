package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowLogGeneratorTest {

    private static final int RECORDS = FlowLogGenerator.RECORDS_PER_FILE + 10_000;

    @TempDir
    Path temp;

    @Test
    void sameNumberOfRecordsIsSameBytes() throws IOException {
        FlowLogGenerator.write(RECORDS, temp.resolve("one"));
        FlowLogGenerator.write(RECORDS, temp.resolve("another"));

        List<Path> files = files(temp.resolve("one"));
        assertThat(files).hasSize(2);
        for (Path file : files) {
            assertThat(temp.resolve("another").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void trafficIsSkewedAndHasEveryKindOfLine() throws IOException {
        FlowLogGenerator.write(RECORDS, temp.resolve("logs"));
        JobOutput output = PlainPass.of(PortRegistry.bundled(), temp.resolve("logs"));

        assertThat(output.flows()).isEqualTo(RECORDS);
        assertThat(output.services()).hasSizeGreaterThan(2000);
        assertThat(output.services()
                        .get(new JobOutput.Service("https", "system", "assigned"))
                        .flows())
                .isGreaterThan(RECORDS / 4);
        assertThat(output.services().keySet().stream().map(JobOutput.Service::state))
                .contains(
                        "assigned",
                        "reserved",
                        "unassigned",
                        "unlisted",
                        "no-ports",
                        "nodata",
                        "skipdata",
                        "malformed");
        assertThat(output.malformed()).hasSize(8);
        assertThat(output.findings().stream().map(JobOutput.Finding::finding).distinct())
                .containsExactly("dynamic", "no-reference", "unassigned");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
