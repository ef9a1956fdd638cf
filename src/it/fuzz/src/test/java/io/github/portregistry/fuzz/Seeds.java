package io.github.portregistry.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The inputs that fuzzing begins with: the files below {@code src/test/resources/seeds}. */
final class Seeds {

    private Seeds() {}

    static List<Arguments> csv() throws IOException {
        return in("/seeds/csv");
    }

    static List<Arguments> specification() throws IOException {
        return in("/seeds/specification");
    }

    private static List<Arguments> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(resource(folder))) {
            return files.sorted()
                    .map(Seeds::bytes)
                    .map(bytes -> Arguments.of((Object) bytes))
                    .toList();
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(Seeds.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
