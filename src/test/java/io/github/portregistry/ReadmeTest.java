package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds README's refusals, and what it says of editions, to the library. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(.*?)^```$");

    @Test
    void quotesRealMessages() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        String refusals = Stream.of("whois", "rdp", "syslog")
                .map(spec -> catchThrowable(() -> registry.resolve(spec, TCP)).getMessage())
                .map(message -> message.replaceFirst(" \\(at index.*", "\n"))
                .collect(Collectors.joining());
        assertThat(textBlocks()).hasSize(2).endsWith("text\n" + refusals);
    }

    @Test
    void comparesEditionsOf2018And2026() {
        PortRegistry before = Editions.registry(Editions.official("2018-02-12"));
        PortRegistry after = Editions.registry(Editions.official("2026-02-13"));
        for (String rule : List.of("ssh", "https")) {
            assertThat(after.resolve(rule, Set.of(TCP, UDP))).isEqualTo(before.resolve(rule, Set.of(TCP, UDP)));
        }
        PortsByTransport imap = before.resolve("imap", Set.of(TCP, UDP));
        assertThat(imap.difference(after.resolve("imap", Set.of(TCP, UDP)))).hasToString("udp 143");
        assertThat(imap.containsAll(after.resolve("imap", Set.of(TCP, UDP)))).isTrue();
    }

    /** MongoDB's ports, for example, are unassigned. */
    @Test
    void findsFreePortsThatNobodyReportedAsInUse() {
        PortRegistry registry = Editions.registry(Editions.official("2026-02-13"));
        PortSet free = registry.ports(UNASSIGNED, TCP)
                .intersection(registry.ports(UNASSIGNED, UDP))
                .difference(PortSet.parse("32768-60999"));
        PortSet unreported =
                free.difference(registry.query().unauthorizedUseReported().ports());
        assertThat(free.size()).isEqualTo(26_500);
        assertThat(free.containsAll(PortSet.parse("8882,27018-27019"))).isTrue();
        assertThat(unreported.intersects(PortSet.parse("8882,27018-27019"))).isFalse();
        assertThat(unreported.size()).isEqualTo(25_833);
    }

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

    /** The other one is the command's answer, which the command's own test reads. */
    private static List<String> textBlocks() throws IOException {
        return BLOCK.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .filter(block -> !block.matches("(?s)(java|sh|xml|console)\n.*"))
                .toList();
    }
}
