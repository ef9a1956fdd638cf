package example.explore;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows of ports, words and colours, held against the library. */
class EveryPortTest {

    /** Goes to each port, by a button of the list, and returns its headings, each with its transports, and its colour under the cursor. */
    private static final String VISIT = """
            const style = getComputedStyle(document.documentElement);
            const names = ["with-reference", "without-reference", "reserved", "unassigned", "unlisted"];
            const canvas = document.getElementById("ports");
            const context = canvas.getContext("2d", { willReadFrequently: true });
            const cursor = document.getElementById("cursor").style;
            const probe = document.createElement("canvas").getContext("2d");
            const colours = names.map(name => {
              probe.fillStyle = style.getPropertyValue("--" + name).trim();
              return probe.fillStyle;
            });
            const button = document.querySelector("#list button");
            return arguments[0].map(port => {
              button.dataset.port = port;
              button.click();
              const middle = (start, size) => Math.floor((parseFloat(start) + parseFloat(size) / 2) * devicePixelRatio);
              const pixel = context.getImageData(middle(cursor.left, cursor.width), middle(cursor.top, cursor.height), 1, 1).data;
              const colour = "#" + [...pixel.slice(0, 3)].map(c => c.toString(16).padStart(2, "0")).join("");
              const rows = [...document.querySelectorAll("#rows h3")].map(title =>
                [...title.querySelectorAll(".over")].map(over => title.firstChild.data + "/" + over.textContent));
              return [names[colours.indexOf(colour)] ?? colour, ...rows.flat().sort()].join(" ");
            });
            """;

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    @TempDir
    Path folder;

    @Test
    void isAsTheRegistryHasIt() throws IOException, InterruptedException {
        try (Page page = Page.inBrowser()) {
            Path html = folder.resolve("ports.html");
            Page.write(html);
            page.screen(1280, 900, 1, false);
            page.open(html);
            page.ask("WELL_KNOWN.length = 0"); // names cover ports
            page.search("year:2002");
            page.search("");
            List<Integer> ports = portsWhereSomethingChanges();
            List<?> shown = (List<?>) page.ask(VISIT, ports);
            assertThat(shown).hasSameSizeAs(ports);
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < ports.size(); i++) {
                String expected = expected(ports.get(i));
                if (!expected.equals(shown.get(i))) {
                    differences.add(ports.get(i) + " is shown as " + shown.get(i) + ", and is " + expected);
                }
            }
            assertThat(differences).isEmpty();
        }
    }

    /** The ends of all rows' intervals and their neighbours: between them all ports are the same. */
    private static List<Integer> portsWhereSomethingChanges() {
        TreeSet<Integer> ports = new TreeSet<>();
        for (PortAssignment row : REGISTRY.assignments()) {
            PortInterval interval = row.ports();
            if (interval != null) {
                ports.addAll(List.of(interval.first(), interval.last(), interval.last() + 1));
            }
        }
        ports.addAll(List.of(49152, 60000, 65535));
        return List.copyOf(ports);
    }

    private static String expected(int port) {
        List<String> rows = new ArrayList<>();
        for (TransportProtocol transport : TransportProtocol.values()) {
            AssignmentStatus status = REGISTRY.status(port, transport);
            Stream<String> titles = status == ASSIGNED
                    ? REGISTRY.findByPort(port, transport).stream().map(EveryPortTest::title)
                    : status == AssignmentStatus.UNLISTED
                            ? Stream.of(word(status))
                            : REGISTRY.query().port(port).transport(transport).status(status).stream()
                                    .map(row -> word(status));
            titles.forEach(title -> rows.add(title + "/" + transport.keyword()));
        }
        rows.sort(null);
        rows.add(0, kind(port));
        return String.join(" ", rows);
    }

    private static String title(PortAssignment row) {
        return row.serviceName().isEmpty() ? "(unnamed)" : row.serviceName();
    }

    private static String kind(int port) {
        AssignmentStatus best = Arrays.stream(TransportProtocol.values())
                .map(transport -> REGISTRY.status(port, transport))
                .min(AssignmentStatus::compareTo)
                .orElseThrow();
        if (best != ASSIGNED) {
            return word(best);
        }
        return REGISTRY.findByPort(port).stream().anyMatch(PortAssignment::hasReference)
                ? "with-reference"
                : "without-reference";
    }

    private static String word(AssignmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
