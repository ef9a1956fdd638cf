package io.github.portregistry.benchmark;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The files that everything is measured on, the same in every process. */
final class Inputs {

    static final Path FOLDER = Path.of("target");

    /** The newest official edition, or the one in the jar. */
    static final Path EDITION = FOLDER.resolve("edition.csv");

    /** The official edition before it, or one that differs from it in a row of ten. */
    static final Path EARLIER = FOLDER.resolve("earlier.csv");

    /** An edition with so many times the rows. */
    static final int GROWTH = Main.IS_SMOKE ? 2 : 10;

    static final Path GROWN = FOLDER.resolve("grown.csv");

    /** So many lines that show ports, and the labels of all these ports. */
    private static final int COUNT_OF_LINES = Main.IS_SMOKE ? 10_000 : 1_000_000;

    static final Path LINES = FOLDER.resolve("lines.txt");

    static final Path LABELS = FOLDER.resolve("labels.txt");

    /** What ss, netstat and a firewall print of a transport, a service's port and a client's. */
    private static final List<String> LINES_OF_TOOLS = List.of(
            "%1$s  LISTEN  0  4096  0.0.0.0:%2$d  0.0.0.0:*\n",
            "%1$s  ESTAB  0  0  10.1.17.4:%3$d  192.0.2.7:%2$d\n",
            "%1$s  0  0  10.1.17.4:%2$d  192.0.2.7:%3$d  ESTABLISHED\n",
            "Nov 30 12:00:00 gw kernel: DROP IN=eth0 SRC=10.1.17.4 DST=192.0.2.7 PROTO=%1$S SPT=%3$d DPT=%2$d SYN\n");

    private Inputs() {}

    /** Makes the files, from official ones unless the name of their folder is blank, and returns which edition it is. */
    static String make(String folder) throws IOException {
        List<Path> official;
        try (Stream<Path> files = folder.isBlank() ? Stream.empty() : Files.list(Path.of(folder))) {
            official = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        int last = official.size() - 1;
        write(PortRegistry.bundled(), EDITION);
        if (last >= 0) {
            Files.write(EDITION, Files.readAllBytes(official.get(last)));
        }
        PortRegistry registry = PortRegistry.parse(EDITION);
        write(last < 1 ? changed(registry) : PortRegistry.parse(official.get(last - 1)), EARLIER);
        write(grown(registry), GROWN);
        writeLines(PortRegistry.bundled());
        return (last < 0 ? "The edition in the jar" : official.get(last).getFileName()) + ", "
                + registry.assignments().size() + " rows";
    }

    private static void write(PortRegistry registry, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            IanaCsvWriter.write(registry, out);
        }
    }

    /** Returns an edition that lacks one row of twenty, and has other texts in one. */
    static PortRegistry changed(PortRegistry registry) {
        List<PortAssignment> rows = new ArrayList<>();
        int number = 0;
        for (PortAssignment row : registry.assignments()) {
            if (++number % 20 != 0) {
                rows.add(number % 20 == 1 ? copy(row, row.serviceName(), row.ports(), number) : row);
            }
        }
        return PortRegistry.of(rows);
    }

    /** Adds rows like those that have a name, on other ports and with texts of their own, as registrations would. */
    private static PortRegistry grown(PortRegistry registry) {
        List<PortAssignment> rows = new ArrayList<>(registry.assignments());
        int count = rows.size() * GROWTH;
        List<PortAssignment> named =
                rows.stream().filter(row -> !row.serviceName().isEmpty()).toList();
        for (int i = 0; rows.size() < count; i++) {
            PortAssignment row = named.get(i % named.size());
            int number = i / named.size() + 1;
            PortInterval ports = row.ports();
            PortInterval others = ports == null ? null : PortInterval.of((ports.first() + number * 631) % 49152);
            rows.add(copy(row, row.serviceName() + "-" + number, others, number));
        }
        return PortRegistry.of(rows);
    }

    private static PortAssignment copy(PortAssignment row, String name, PortInterval ports, int number) {
        return new PortAssignment(
                name,
                ports,
                row.transport(),
                row.description() + " " + number,
                row.assignee() + number,
                row.contact() + number,
                row.registrationDate(),
                row.modificationDate(),
                row.reference(),
                row.serviceCode(),
                row.unauthorizedUse(),
                row.assignmentNotes());
    }

    /** Writes lines, and the labels that the command line has for their ports. */
    private static void writeLines(PortRegistry registry) throws IOException {
        List<PortAssignment> services = registry.assignments().stream()
                .filter(row -> row.serviceName().matches("[A-Za-z0-9-]+"))
                .filter(row -> row.ports() != null && row.transport() != null)
                .filter(row -> row.ports().last() < 32768) // above, the label also names Linux's outgoing range
                .toList();
        Map<String, String> labels = new HashMap<>();
        Random random = new Random(6335);
        try (Writer out = Files.newBufferedWriter(LINES)) {
            for (int i = 0; i < COUNT_OF_LINES; i++) {
                PortAssignment row = services.get(random.nextInt(services.size()));
                String transport = row.transport().keyword();
                int service = row.ports().first();
                int client = 49152 + random.nextInt(16384);
                for (int port : List.of(service, client)) {
                    labels.computeIfAbsent(
                            port + "/" + transport, any -> registry.names().label(port, row.transport()));
                }
                out.write(LINES_OF_TOOLS.get(i % LINES_OF_TOOLS.size()).formatted(transport, service, client));
            }
        }
        Files.write(LABELS, labels.values());
    }
}
