package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Task.command;
import static io.github.portregistry.benchmark.Task.firstCall;
import static io.github.portregistry.benchmark.Task.heap;
import static io.github.portregistry.benchmark.Task.size;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What processes take that were just started, and what remains in memory and on disk. */
final class ProcessRows {

    private static final Path NOTHING = Path.of("/dev/null");

    private static final String SCRIPTS = "src/main/scripts/";

    /** Options for short runs, as a launcher of the command line sets them. */
    private static final List<String> LAUNCHER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ProcessRows() {}

    static List<Row> firstCalls() {
        String size = String.valueOf(Inputs.EDITION.toFile().length());
        Task byPort = firstCall("findByPort", "https");
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("first findByPort", byPort)
                .against("bytes of the file", firstCall(Inputs.EDITION.toString(), size))
                .atMostTimes(4));
        Stream.of("findByName: 443", "resolve: 22,443", "label: 443/tcp https", "withOverlay: intranet")
                .map(call -> call.split(": "))
                .map(call -> new Row("first " + call[0], firstCall(call[0], call[1]))
                        .against("first findByPort", byPort)
                        .atMostTimes(call[0].equals("withOverlay") ? 6 : 2))
                .forEach(rows::add);
        return rows;
    }

    static List<Row> sizes() {
        Task asked = heap(8, () -> askAll(PortRegistry.parse(Inputs.EDITION)));
        Task bundledByName = heap(1, () -> PortRegistry.bundled().findByName("https"));
        Task bundled = heap(1, () -> askAll(PortRegistry.bundled()));
        return List.of(
                new Row("heap, parsed, after all look-ups", asked)
                        .against("the file", size(Inputs.EDITION))
                        .atMostTimes(3.2),
                new Row("heap, bundled, after one name", bundledByName).atMostBytes(1.5e6),
                new Row("heap, bundled, after all look-ups", bundled).atMostBytes(4.5e6),
                new Row("jar", size(Fork.library())).atMostBytes(465 * 1024));
    }

    /** Asks everything whose answer is kept. */
    private static PortRegistry askAll(PortRegistry registry) {
        for (int port = 0; port <= 65535; port++) {
            registry.findByPort(port);
            for (TransportProtocol transport : TransportProtocol.values()) {
                registry.findByPort(port, transport);
            }
        }
        for (PortAssignment row : registry.assignments()) {
            registry.findByName(row.serviceName());
        }
        return registry;
    }

    static List<Row> commands() {
        boolean isNew = Runtime.version().feature() >= 21;
        Task version = command(NOTHING, 0, List.of(Fork.JAVA, "-version"));
        Task launched = command(NOTHING, 0, ports(LAUNCHER, "1326"));
        String earlier = Inputs.EARLIER.toString();
        String edition = Inputs.EDITION.toString();
        Task diff = command(NOTHING, 1, ports(LAUNCHER, "diff", earlier, edition));
        Task python = command(NOTHING, 0, List.of("/usr/bin/python3", SCRIPTS + "diff.py", earlier, edition));
        Task perl = command(Inputs.LINES, 0, List.of("/usr/bin/perl", SCRIPTS + "label.pl", Inputs.LABELS.toString()));
        return List.of(
                new Row("ports 1326", command(NOTHING, 0, ports(List.of(), "1326")))
                        .against("java -version", version)
                        .atMostTimes(isNew ? 1.75 : 1.5),
                new Row("ports 1326, launched", launched)
                        .against("java -version", version)
                        .atMostTimes(isNew ? 1.6 : 1.4),
                new Row("ports diff, launched", diff)
                        .against("Python's csv and sets", python)
                        .atMostNanos(900e6),
                new Row("ports label", command(Inputs.LINES, 0, ports(List.of(), "label")))
                        .beside("Perl's dictionary", perl)
                        .atMostTimes(2.5));
    }

    private static List<String> ports(List<String> options, String... arguments) {
        return Fork.java(options, List.of("-jar", System.getProperty("ports.jar")), arguments);
    }
}
