package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds what README says of the bundled edition to the library. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    /** An update of the bundled edition writes both, and nothing else in README depends on the dates. */
    @Test
    void saysOfWhenTheBundledEditionIs() throws IOException {
        Edition bundled = PortRegistry.bundled().edition();
        Matcher section = Pattern.compile("(?s)<!-- edition -->\n(.*)<!-- end of edition -->\n")
                .matcher(Files.readString(README));
        assertThat(section.find()).isTrue();
        String dates = Pattern.compile("[12][0-9]{3}-[0-9]{2}(-[0-9]{2})?")
                .matcher(section.group(1))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(" "));
        assertThat(dates).isEqualTo(bundled.asOf() + (bundled.peopleAsOf() == null ? "" : " " + bundled.peopleAsOf()));
        assertThat(section.replaceFirst("")).doesNotContain("not in this edition");
    }
}
