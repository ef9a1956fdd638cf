package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

class PortMapTest {

    private static final Pattern AREA =
            Pattern.compile("<path class=\"([a-z_]+)\" shape-rendering=\"crispEdges\" d=\"([^\"]*)\"/>");
    private static final Pattern BAR = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v3h-\\3z");

    private final PortRegistry registry = PortRegistry.bundled();

    @Test
    void isTheOneThatReadmeShows() throws IOException {
        assertThat(PortMap.svg(registry).equals(shown()))
                .as("after a change: java -jar target/ports.jar map > src/site/resources/port-map.svg")
                .isTrue();
    }

    @Test
    @DefaultLocale("ar-EG")
    void hasTheSameDigitsWhateverTheLocale() throws IOException {
        assertThat("%d".formatted(1)).isEqualTo("١");
        assertThat(PortMap.svg(registry).equals(shown())).isTrue();
    }

    private static String shown() throws IOException {
        return Files.readString(Path.of("src/site/resources/port-map.svg"));
    }

    @Test
    void paintsEachPortOnceInTheColourOfItsState() {
        String[] painted = new String[65536];
        AREA.matcher(PortMap.svg(registry)).results().forEach(area -> {
            assertThat(BAR.matcher(area.group(2)).replaceAll("")).isEmpty();
            BAR.matcher(area.group(2)).results().forEach(bar -> {
                int first = (Integer.parseInt(bar.group(2)) - 56) / 3 * 256 + (Integer.parseInt(bar.group(1)) - 62) / 3;
                for (int port = first; port < first + Integer.parseInt(bar.group(3)) / 3; port++) {
                    assertThat(painted[port]).isNull();
                    painted[port] = area.group(1);
                }
            });
        });
        for (int port = 0; port < painted.length; port++) {
            assertThat(painted[port]).as("port %d", port).isEqualTo(kind(port));
        }
    }

    private String kind(int port) {
        AssignmentStatus best = Stream.of(TransportProtocol.values())
                .map(transport -> registry.status(port, transport))
                .min(AssignmentStatus::compareTo)
                .orElseThrow();
        if (best != AssignmentStatus.ASSIGNED) {
            return best.name().toLowerCase(Locale.ROOT);
        }
        return registry.findByPort(port).stream().anyMatch(PortAssignment::hasReference)
                ? "with_reference"
                : "without_reference";
    }
}
