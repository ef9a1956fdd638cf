package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The file that everything is measured on, and files of the same make with more rows. */
final class MeasuredEdition {

    /** System property of every process of the benchmark: the file. */
    static final String PROPERTY = "benchmark.edition";

    /** System property of JMH's processes: the folder of the files with more rows. */
    static final String FOLDER_OF_GROWN = "benchmark.grown";

    private static final int COPIED_PORTS = 49152;

    private MeasuredEdition() {}

    /** Returns the newest file of a folder, by name; without a folder, the bundled edition as a file of another. */
    static Path choose(String folder, Path scratch) throws IOException {
        if (folder == null || folder.isBlank()) {
            Path file = scratch.resolve("bundled.csv");
            try (Writer out = Files.newBufferedWriter(file)) {
                IanaCsvWriter.write(PortRegistry.bundled(), out);
            }
            return file;
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new IOException("no *.csv in the folder that registry.editions names"));
        }
    }

    static Path file() {
        return Path.of(System.getProperty(PROPERTY));
    }

    static byte[] bytes() {
        return read(file());
    }

    static PortRegistry registry() {
        try {
            return PortRegistry.parse(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bytes of the file with so many times its rows. */
    static byte[] bytes(int times) {
        return times == 1 ? bytes() : read(grownFile(Path.of(System.getProperty(FOLDER_OF_GROWN)), times));
    }

    /** Returns commons-csv's records of a file's bytes. */
    static List<CSVRecord> records(byte[] bytes) throws IOException {
        try (Reader in = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8);
                CSVParser records = CSVFormat.RFC4180.parse(in)) {
            return records.getRecords();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file with so many times the rows. */
    static Path grownFile(Path folder, int times) {
        return folder.resolve("grown-" + times + ".csv");
    }

    /**
     * Writes a file with so many times the rows of an edition: the edition, and then its rows that have a name and not
     * several ports, again and again, on other ports and with texts of their own, as new registrations would have.
     */
    static void grow(Path folder, int times) throws IOException {
        PortRegistry registry = registry();
        List<PortAssignment> sources = registry.assignments().stream()
                .filter(row -> !row.serviceName().isEmpty())
                .filter(row -> row.ports() == null || row.ports().size() == 1)
                .toList();
        try (Writer out = Files.newBufferedWriter(grownFile(folder, times))) {
            IanaCsvWriter.write(registry, out);
            int missing = registry.assignments().size() * (times - 1);
            for (int copy = 1; missing > 0; copy++) {
                List<PortAssignment> rows = new ArrayList<>();
                for (PortAssignment source : sources.subList(0, Math.min(missing, sources.size()))) {
                    rows.add(copied(source, copy));
                }
                missing -= rows.size();
                StringBuilder text = new StringBuilder();
                IanaCsvWriter.write(PortRegistry.of(rows), text);
                out.append(text, text.indexOf("\n") + 1, text.length());
            }
        }
    }

    private static PortAssignment copied(PortAssignment row, int copy) {
        PortInterval ports = row.ports();
        return new PortAssignment(
                row.serviceName() + "-" + copy,
                ports == null ? null : PortInterval.of((ports.first() + copy * 631) % COPIED_PORTS),
                row.transport(),
                copied(row.description(), copy),
                copied(row.assignee(), copy),
                copied(row.contact(), copy),
                row.registrationDate(),
                row.modificationDate(),
                row.reference(),
                row.serviceCode(),
                row.unauthorizedUse(),
                copied(row.assignmentNotes(), copy));
    }

    private static String copied(String text, int copy) {
        return text.isEmpty() ? "" : text + " " + copy;
    }
}
