package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files that tests read: the bundled edition, and IANA's own where {@code -Dregistry.editions=FOLDER} has them. */
public final class Editions {

    private static final Path BUNDLED = Path.of("src/main/registry/service-names-port-numbers.csv");
    private static final String FOLDER = "registry.editions";
    private static final Map<Path, PortRegistry> PARSED = new ConcurrentHashMap<>();

    private Editions() {}

    /** Returns the file that the bundled edition was made of. */
    public static Path bundled() {
        return BUNDLED;
    }

    /** Returns the official edition of a date, or skips the test. */
    public static Path official(String date) {
        return folder().resolve(date + ".csv");
    }

    /** Returns the official editions, oldest first, or skips the test. */
    public static List<Path> official() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> editions = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            assertThat(editions).as("official editions in %s", folder()).isNotEmpty();
            return editions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bundled edition and those official ones that there are. */
    public static List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(BUNDLED));
        if (!System.getProperty(FOLDER, "").isEmpty()) {
            all.addAll(official());
        }
        return all;
    }

    /** Returns the registry of one of these files, read once. */
    public static PortRegistry registry(Path file) {
        return PARSED.computeIfAbsent(file, path -> {
            try {
                return PortRegistry.parse(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Path folder() {
        String folder = System.getProperty(FOLDER, "");
        assumeTrue(!folder.isEmpty(), "-D" + FOLDER + "=FOLDER does not say where the official editions are");
        return Path.of(folder);
    }
}
