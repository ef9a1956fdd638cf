package example.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        PlainPass pass = new PlainPass(new RegistryLabelling(PortRegistry.bundled())).read(temp.resolve("logs"));

        Map<PlainPass.Service, PlainPass.Sum> services = pass.services();
        assertThat(flows(services.values().stream())).isEqualTo(RECORDS);
        assertThat(services.get(new PlainPass.Service("https", "system", "assigned"))
                        .flows())
                .isGreaterThan(RECORDS / 4);
        assertThat(services.keySet().stream().map(PlainPass.Service::state))
                .contains(
                        "assigned",
                        "reserved",
                        "unassigned",
                        "unlisted",
                        "no-ports",
                        "nodata",
                        "skipdata",
                        "malformed");
        assertThat(services).hasSizeGreaterThan(2000);
        assertThat(pass.malformed()).hasSize(8);
        assertThat(pass.findings().stream().map(PlainPass.Finding::finding).distinct())
                .containsExactly("dynamic", "unassigned", "no-reference");
    }

    private static long flows(Stream<PlainPass.Sum> sums) {
        return sums.mapToLong(PlainPass.Sum::flows).sum();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
