package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.Editions;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

class PortMapTest {

    private static final Pattern AREA =
            Pattern.compile("<path class=\"([a-z-]+)\" shape-rendering=\"crispEdges\" d=\"([^\"]*)\"/>");
    private static final Pattern BAR = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v([0-9]+)h-\\3z");

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
    void hasItsNumbersAsHeadline() {
        PortRegistry edition = Editions.registry(Editions.official("2026-02-13"));
        assertThat(PortMap.svg(edition).replaceAll("<[^>]*>", ""))
                .contains("6,156 of 6,350 assigned ports cite no document", "194\nassigned, cites a document")
                .contains("1326: assigned, cites no document", "newest date 2026-02-1");
        PortRegistry small =
                PortRegistry.of(List.of(PortAssignment.of("a", PortInterval.of(1326), TransportProtocol.TCP, "")
                        .withReference("[RFC1]")));
        assertThat(PortMap.svg(small).replaceAll("<[^>]*>", ""))
                .contains("0 of 1 assigned ports cite no document", "1326: assigned, cites a document", "1 row\n");
    }

    @Test
    void hasATickEach4096Ports() {
        String svg = PortMap.svg(registry);
        for (int port = 0; port < 65536; port += 4096) {
            assertThat(svg).contains(">" + port + "</text>");
        }
    }

    @Test
    void isLegibleOnAPhone() {
        String svg = PortMap.svg(registry);
        double width = Double.parseDouble(svg.replaceFirst("(?s).*?width=\"([0-9]+)\".*", "$1"));
        assertThat(Pattern.compile("([0-9]+)px").matcher(svg).results().map(size -> Double.parseDouble(size.group(1))))
                .isNotEmpty()
                .allMatch(size -> size * 375 / width >= 10);
    }

    @Test
    void paintsEachPortOnceInTheColourOfItsState() {
        String[] painted = new String[65536];
        AREA.matcher(PortMap.svg(registry)).results().forEach(area -> {
            assertThat(BAR.matcher(area.group(2)).replaceAll("")).isEmpty();
            BAR.matcher(area.group(2)).results().forEach(bar -> {
                int[] box = IntStream.rangeClosed(1, 4)
                        .map(i -> Integer.parseInt(bar.group(i)))
                        .toArray();
                int cell = cellAt(box[1]);
                for (int x = box[0]; x < box[0] + box[2]; x += cell) {
                    for (int y = box[1]; y < box[1] + box[3]; y += cell) {
                        int port = portAt(x - 72, y);
                        assertThat(painted[port]).isNull();
                        painted[port] = area.group(1);
                    }
                }
            });
        });
        for (int port = 0; port < painted.length; port++) {
            assertThat(painted[port]).as("port %d", port).isEqualTo(kind(port));
        }
    }

    private static int cellAt(int y) {
        return y < 458 ? 4 : y < 796 ? 2 : 1;
    }

    private static int portAt(int x, int y) {
        return switch (cellAt(y)) {
            case 4 -> (y - 138) / 4 * 128 + x / 4;
            case 2 -> 10240 + (y - 492) / 2 * 256 + x / 2;
            default -> 49152 + x * 32 + y - 830;
        };
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
                ? "with-reference"
                : "without-reference";
    }
}
