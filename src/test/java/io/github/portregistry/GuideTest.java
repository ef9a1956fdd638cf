package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the guide and the other pages that people read to each other and to the library. */
class GuideTest {

    private static final Path GUIDE = Path.of("src/site/markdown");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

    /** Returns the pages of the guide. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(GUIDE)) {
            return pages.sorted().toList();
        }
    }

    /** Returns all pages: those of the guide, of the front, and of the consumers. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(pages());
        documents.addAll(List.of(Path.of("README.md"), Path.of("CHANGELOG.md"), Path.of(".github/CONTRIBUTING.md")));
        try (Stream<Path> consumers = Files.list(Path.of("src/it"))) {
            documents.addAll(consumers
                    .map(consumer -> consumer.resolve("README.md"))
                    .filter(Files::exists)
                    .toList());
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToWhatIsThere(Path document) throws IOException {
        for (MatchResult link : links(document)) {
            Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    @Test
    void linksReadmeAndSomePageToEachPage() throws IOException {
        List<Path> linked = new ArrayList<>();
        for (Path page : pages()) {
            links(page).forEach(link -> linked.add(GUIDE.resolve(link.group(1)).normalize()));
        }
        assertThat(linked).containsAll(pages());
        assertThat(links(Path.of("README.md")))
                .extracting(link -> Path.of(link.group(1)))
                .containsAll(pages());
    }

    @Test
    void keepsReadmeAndEachPageShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")).size()).isLessThanOrEqualTo(150);
        for (Path page : pages()) {
            assertThat(Files.readAllLines(page).size()).as("%s", page).isLessThan(150);
        }
    }

    @Test
    void quotesRealMessages() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        String refusals = Stream.of("whois", "rdp", "syslog")
                .map(spec -> catchThrowable(() -> registry.resolve(spec, TCP)).getMessage())
                .map(message -> message.replaceFirst(" \\(at index.*", "\n"))
                .collect(Collectors.joining());
        assertThat(page("specifications")).contains("```text\n" + refusals + "```");
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + refusals.split("\n")[1] + "`");
    }

    @Test
    void showsTheGrammarOfTheJavadoc() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/github/portregistry/PortRegistry.java"));
        String grammar = source.substring(
                source.indexOf("     * specification = "), source.indexOf("     * </pre>\n     *\n     * <p>A token"));
        assertThat(page("specifications")).contains("```text\n" + grammar.replace("     * ", "") + "```");
    }

    /** People expect a port that the name does not have, but for http-alt, of which they expect one alone. */
    @Test
    void namesThatMeanSomethingElseDo() throws IOException {
        List<MatchResult> names = Pattern.compile("\n\\| `([a-z-]+)` \\| ([0-9]+) \\| .*?([0-9-]{2,})?[^0-9]*(?=\n)")
                .matcher(page("specifications"))
                .results()
                .toList();
        assertThat(names).hasSizeGreaterThan(20);
        for (MatchResult name : names) {
            PortSet ports = PortRegistry.bundled().findByName(name.group(1)).stream()
                    .map(PortAssignment::ports)
                    .filter(Objects::nonNull)
                    .collect(PortSet.collector());
            assertThat(ports.contains(Integer.parseInt(name.group(2))))
                    .as(name.group())
                    .isTrue();
            if (name.group(3) != null && !name.group(1).equals("http-alt")) {
                assertThat(ports.intersects(PortSet.parse(name.group(3))))
                        .as(name.group())
                        .isFalse();
            }
        }
    }

    @Test
    void overlayThatIsShownIsTaken() throws IOException {
        Matcher file = Pattern.compile("(?s)```text\n(Service Name,.*?)```").matcher(page("your-own-services"));
        assertThat(file.find()).isTrue();
        List<PortAssignment> services = IanaCsvParser.strict().parse(new StringReader(file.group(1)));
        assertThat(PortRegistry.bundled().withOverlay(services).overlay()).hasSize(2);
    }

    @Test
    void tellsThePlan() throws IOException {
        String plan = Files.readString(Path.of("src/test/resources/architecture.txt"));
        String families = Pattern.compile("(?m)^(\\w+): (.*)$")
                .matcher(plan)
                .results()
                .map(family -> "- **%s**: %s\n".formatted(family.group(1), family.group(2)))
                .collect(Collectors.joining());
        assertThat(page("design").replace("\n  ", " ")).contains("\n\n" + families + "\n");
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
        PortsByTransport reported = registry.query().unauthorizedUseReported().ports();
        PortSet unreported = free.difference(reported.ports(TCP)).difference(reported.ports(UDP));
        assertThat(free.size()).isEqualTo(26_500);
        assertThat(free.containsAll(PortSet.parse("8882,27018-27019"))).isTrue();
        assertThat(unreported.intersects(PortSet.parse("8882,27018-27019"))).isFalse();
        assertThat(unreported.size()).isEqualTo(25_833);
    }

    private static String page(String name) throws IOException {
        return Files.readString(GUIDE.resolve(name + ".md"));
    }

    private static List<MatchResult> links(Path document) throws IOException {
        return LINK.matcher(BLOCK.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .toList();
    }

    /** Returns the anchors that a forge makes of a page's headings. */
    private static List<String> anchors(Path document) throws IOException {
        return BLOCK.matcher(Files.readString(document))
                .replaceAll("")
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
