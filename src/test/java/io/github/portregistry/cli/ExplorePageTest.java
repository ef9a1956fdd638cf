package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.Editions;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorePageTest {

    private static final String HOSTILE =
            "</script><script>alert(1)</script><!-- <img src=x onerror='alert(1)'> \" \\ \u2028 \u202e \u0000 \u00e9 ${a} @DATA@";

    private static final PortRegistry HOSTILE_REGISTRY = PortRegistry.of(List.of(new PortAssignment(
            HOSTILE.replaceAll("[\u2028\u202e\u0000]", ""),
            PortInterval.of(1326),
            null,
            HOSTILE,
            "[" + HOSTILE + "]",
            HOSTILE,
            null,
            null,
            "[" + HOSTILE + "]",
            null,
            HOSTILE,
            "This entry is an alias to \"" + HOSTILE)));

    @Nested
    class Html {

        @ParameterizedTest
        @CsvSource({"style,style-src", "script,script-src"})
        void allowsOnlyItsOwnStyleAndScript(String element, String directive) throws Exception {
            String html = ExplorePage.html(PortRegistry.bundled());
            assertThat(html).contains("content=\"default-src 'none'; ");
            List<String> contents = contents(html, "<" + element + ">(.*?)</" + element + ">");
            assertThat(contents).hasSize(1);
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(contents.get(0).getBytes(StandardCharsets.UTF_8));
            assertThat(html)
                    .contains(directive + " 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
        }

        @Test
        void loadsNothing() {
            String link = "href=\"https://www.iana.org/assignments/service-names-port-numbers/\"";
            assertThat(ExplorePage.html(PortRegistry.bundled()))
                    .containsOnlyOnce(link)
                    .satisfies(html -> assertThat(html.replace(link, ""))
                            .doesNotContainPattern("https?:|src=|href=|url\\(|@import|fetch\\(|import\\(|@[A-Z_]+@"));
        }

        @Test
        void knowsTheNamesThatMeanSomethingElse() throws IOException {
            String page = Files.readString(Path.of("src/site/markdown/specifications.md"));
            String script = Files.readString(Path.of("src/main/resources/io/github/portregistry/cli/explore-known.js"));
            assertThat(contents(script, "\n  \"?([a-z-]+)\"?: \\["))
                    .hasSizeGreaterThan(15)
                    .isEqualTo(contents(page, "\n\\| `([a-z-]+)` \\| [0-9]+ \\|"));
        }

        @Test
        void isAscii() {
            assertThat(ExplorePage.html(HOSTILE_REGISTRY)).matches("[\\n -~]*");
        }

        @Test
        void differsOnlyInData() throws IOException {
            String empty = ExplorePage.html(PortRegistry.of(List.of()));
            String hostile = ExplorePage.html(HOSTILE_REGISTRY);
            assertThat(hostile.replace(dataOf(hostile), "")).isEqualTo(empty.replace(dataOf(empty), ""));
            assertThat(dataOf(hostile)).matches("[A-Za-z0-9+/=]+");
            assertThat(hostile).isEqualTo(ExplorePage.html(HOSTILE_REGISTRY));
        }

        @Test
        void containsNoInvisibleCharacters() throws IOException {
            assertThat(jsonIn(ExplorePage.html(HOSTILE_REGISTRY)))
                    .contains("<script>alert(1)</script>", "\u00e9")
                    .doesNotContain("\u2028", "\u202e", "\u0000", "\\u");
        }

        @Test
        void isTheSameInEveryRun() {
            PortRegistry registry =
                    PortRegistry.of(List.of(PortAssignment.of("http", PortInterval.of(80), TransportProtocol.TCP, "Web")
                            .withReference("[RFC9110]")));
            assertThat(Json.text(ExplorePage.data(registry))).isEqualTo("""
                    {"edition":"1 row","unknown":"","absent":"not stated",\
                    "inUse":[{"ports":{"first":30000,"last":32767},"words":"which Kubernetes gives to services by default"},\
                    {"ports":{"first":32768,"last":60999},"words":"which Linux uses for outgoing connections by default"}],\
                    "ranges":[{"last":1023,"words":"System Ports, 0-1023"},\
                    {"last":49151,"words":"User Ports, 1024-49151"},{"last":65535,"words":"Dynamic Ports, 49152-65535"}],\
                    "everyday":{"apache":["http"],"httpd":["http"],"lighttpd":["http"],"nginx":["http"],"web":["http"]},\
                    "columns":{"serviceName":["http"],"step":[80],"size":[1],"over":[1],"status":[0],\
                    "description":["Web"],"assignee":[""],"contact":[null],"registered":[""],"modified":[""],\
                    "references":[["RFC9110"]],"unauthorizedUse":[""],"note":[""]}}""");
        }

        @Test
        void isSmall() {
            assertThat(ExplorePage.html(PortRegistry.bundled()).length()).isBetween(100_000, 400_000);
        }

        @Test
        void containsDataAsJson() throws IOException {
            PortRegistry registry = PortRegistry.bundled();
            assertThat(jsonIn(ExplorePage.html(registry))).isEqualTo(Json.text(ExplorePage.data(registry)));
        }
    }

    @Nested
    class Data {

        static List<Path> editions() {
            return Editions.all();
        }

        @ParameterizedTest
        @MethodSource("editions")
        void containsExactlyAllRows(Path edition) {
            PortRegistry registry = Editions.registry(edition);
            Set<String> expected = new TreeSet<>();
            for (PortAssignment row : registry.assignments()) {
                for (TransportProtocol transport : TransportProtocol.values()) {
                    if (row.appliesTo(transport)) {
                        expected.add(row(
                                row.serviceName(),
                                Objects.toString(row.ports(), ""),
                                transport,
                                row.status().ordinal(),
                                row.description(),
                                plain(row.assignee()),
                                plain(row.contact()),
                                Objects.toString(row.registrationDate(), ""),
                                Objects.toString(row.modificationDate(), ""),
                                row.references(),
                                row.unauthorizedUse(),
                                RowText.note(row)));
                    }
                }
            }
            assertThat(rows(registry)).isEqualTo(expected);
        }

        private static String plain(String people) {
            return people.replace("][", ", ").replaceAll("[\\[\\]]", "").replace('_', ' ');
        }

        /** What the columns say, for each transport apart. */
        @SuppressWarnings("unchecked")
        private static Set<String> rows(PortRegistry registry) {
            Map<String, List<Object>> columns =
                    (Map<String, List<Object>>) ExplorePage.data(registry).get("columns");
            Set<String> rows = new TreeSet<>();
            int first = 0;
            for (int i = 0; i < columns.get("step").size(); i++) {
                int at = i;
                first += (Integer) columns.get("step").get(i);
                int size = (Integer) columns.get("size").get(i);
                int over = (Integer) columns.get("over").get(i);
                String ports = size == 0 ? "" : new PortInterval(first, first + size - 1).toString();
                for (TransportProtocol transport : TransportProtocol.values()) {
                    if ((over >> transport.ordinal() & 1) == 0) {
                        continue;
                    }
                    rows.add(row(
                            columns.get("serviceName").get(at),
                            ports,
                            transport,
                            columns.get("status").get(at),
                            columns.get("description").get(at),
                            columns.get("assignee").get(at),
                            Objects.requireNonNullElse(
                                    columns.get("contact").get(at),
                                    columns.get("assignee").get(at)),
                            columns.get("registered").get(at),
                            columns.get("modified").get(at),
                            columns.get("references").get(at),
                            columns.get("unauthorizedUse").get(at),
                            columns.get("note").get(at)));
                }
            }
            return rows;
        }

        private static String row(Object... cells) {
            return String.join(
                    "\t",
                    Arrays.stream(cells)
                            .map(cell -> Texts.oneLine(cell.toString()))
                            .toList());
        }

        @Test
        void saysWhatBundledEditionLacks() throws IOException {
            PortRegistry bundled = PortRegistry.bundled();
            RegistryDate people = bundled.edition().peopleAsOf();
            String unknown = ExplorePage.data(bundled).get("unknown").toString();
            if (people == null) {
                assertThat(unknown).isEmpty();
            } else {
                assertThat(unknown).contains("services without a port as of " + people);
            }
            assertThat(ExplorePage.data(PortRegistry.parse(Editions.bundled())))
                    .containsEntry("unknown", unknown)
                    .extractingByKey("edition")
                    .asString()
                    .startsWith("service-names-port-numbers.csv, ");
            assertThat(ExplorePage.data(PortRegistry.of(List.of()))).containsEntry("unknown", "");
        }
    }

    private static String dataOf(String html) {
        return contents(html, "<script id=\"data\" type=\"text/plain\">(.*?)</script>")
                .get(0);
    }

    private static String jsonIn(String html) throws IOException {
        byte[] compressed = Base64.getDecoder().decode(dataOf(html));
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> contents(String html, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
