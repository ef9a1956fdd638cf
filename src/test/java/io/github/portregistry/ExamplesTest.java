package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of README, of the guide and of each public type, which all claim something. */
class ExamplesTest {

    private static List<Examples.Claim> claims;

    @BeforeAll
    static void runExamples() throws IOException, InterruptedException {
        claims = Examples.run(files());
    }

    @ParameterizedTest
    @MethodSource("files")
    void printWhatTheyClaim(Path file) {
        List<Examples.Claim> ofFile = claims.stream()
                .filter(claim -> claim.where().startsWith(file + ":"))
                .toList();
        assertThat(ofFile).isNotEmpty();
        assertThat(ofFile).filteredOn(claim -> !claim.holds()).isEmpty();
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
        for (Path page : GuideTest.pages()) {
            if (Files.readString(page).contains("```java")) {
                files.add(page);
            }
        }
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/portregistry"))) {
            for (Path source : sources.sorted().toList()) {
                if (source.toString().endsWith(".java")
                        && Files.readString(source).contains("\npublic ")) {
                    files.add(source);
                }
            }
        }
        return files;
    }
}
