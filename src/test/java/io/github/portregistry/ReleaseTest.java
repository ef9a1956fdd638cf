package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What has to agree when a version is released: the POM, the changelog and README. */
class ReleaseTest {

    private static String found(String file, String regex) throws IOException {
        return Pattern.compile(regex)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }

    private static String version() throws IOException {
        return found("pom.xml", "<artifactId>port-registry</artifactId>\\s*<version>(.+?)</version>");
    }

    @Test
    void readmeHasTheVersionOfThePom() throws IOException {
        assertThat(Pattern.compile("(?:<version>|io\\.github\\.portregistry:port-registry:)([0-9][^<\"]*)")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map((MatchResult match) -> match.group(1)))
                .hasSize(2)
                .containsOnly(version());
    }

    @Test
    void changelogHasASectionOfTheVersion() throws IOException {
        boolean isRelease = !version().endsWith("-SNAPSHOT");
        assertThat(found("CHANGELOG.md", isRelease ? "\n## \\[([0-9.]+)] - " : "\n## \\[(.+?)]"))
                .isEqualTo(isRelease ? version() : "Unreleased");
    }

    /** A jar's entries have the date of its release, and a snapshot's that of the release before. */
    @Test
    void jarsHaveTheDateOfTheNewestRelease() throws IOException {
        assertThat(found("pom.xml", "<project.build.outputTimestamp>(.+?)T00:00:00Z<"))
                .isEqualTo(found("CHANGELOG.md", "\n## \\[[0-9.]+] - (.+)"));
    }

    @Test
    void changelogLinksEachReleaseToItsTag() throws IOException {
        String changelog = Files.readString(Path.of("CHANGELOG.md"));
        assertThat(Pattern.compile("\n## \\[([0-9.]+)]").matcher(changelog).results())
                .allSatisfy(release -> assertThat(changelog)
                        .contains("\n[" + release.group(1)
                                + "]: https://github.com/portregistry/port-registry/releases/tag/v" + release.group(1)
                                + "\n"));
    }
}
