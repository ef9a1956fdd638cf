package io.github.portregistry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The inputs that fuzzing begins with: the files below {@code src/test/resources/seeds}. */
final class Seeds {

    private Seeds() {}

    static List<Arguments> csv() throws Exception {
        return in("/seeds/csv");
    }

    static List<Arguments> specification() throws Exception {
        return in("/seeds/specification");
    }

    private static List<Arguments> in(String folder) throws Exception {
        List<Arguments> seeds = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(Seeds.class.getResource(folder).toURI()))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Arguments.of((Object) Files.readAllBytes(file)));
            }
        }
        return seeds;
    }
}
