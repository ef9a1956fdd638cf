package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.Editions;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        void allowsItsOwnStyleAndScriptAlone(String element, String directive) throws Exception {
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
        void namesNothingToLoad() {
            assertThat(ExplorePage.html(PortRegistry.bundled()))
                    .doesNotContainPattern("https?:|src=|href=|url\\(|@import|fetch\\(|import\\(|@[A-Z_]+@");
        }

        @Test
        void isAsciiSoThatNoEncodingHarmsIt() {
            assertThat(ExplorePage.html(HOSTILE_REGISTRY)).matches("[\\n -~]*");
        }

        @Test
        void differsInItsDataAlone() throws IOException {
            String empty = ExplorePage.html(PortRegistry.of(List.of()));
            String hostile = ExplorePage.html(HOSTILE_REGISTRY);
            assertThat(hostile.replace(dataOf(hostile), "")).isEqualTo(empty.replace(dataOf(empty), ""));
            assertThat(dataOf(hostile)).matches("[A-Za-z0-9+/=]+");
            assertThat(hostile).isEqualTo(ExplorePage.html(HOSTILE_REGISTRY));
        }

        @Test
        void isSmall() {
            assertThat(ExplorePage.html(PortRegistry.bundled()).length()).isBetween(100_000, 400_000);
        }

        @Test
        void holdsItsDataAsJson() throws IOException {
            PortRegistry registry = PortRegistry.bundled();
            assertThat(jsonIn(ExplorePage.html(registry))).isEqualTo(ExplorePage.json(ExplorePage.data(registry)));
        }
    }

    @Nested
    class Json {

        @Test
        void escapesWhatMeansAnythingToHtmlOrScript() {
            assertThat(ExplorePage.json("</script> <!-- & \" \\ \u2028 \u2029 \n \u0000 \ud83d\ude00 'x'"))
                    .isEqualTo(
                            "\"\\u003c/script\\u003e \\u003c!-- \\u0026 \\u0022 \\u005c \\u2028 \\u2029 \\u000a \\u0000"
                                    + " \\ud83d\\ude00 'x'\"");
        }

        @Test
        void writesListsMapsNumbersAndNulls() {
            assertThat(ExplorePage.json(Map.of("a", Arrays.asList(1, null, List.of(), Map.of(), "b"))))
                    .isEqualTo("{\"a\":[1,null,[],{},\"b\"]}");
        }

        @Test
        void passesNothingInvisibleOn() throws IOException {
            assertThat(jsonIn(ExplorePage.html(HOSTILE_REGISTRY)))
                    .contains("\\u003c/script\\u003e", "\\u00e9")
                    .doesNotContain("<", "\\u2028", "\\u202e", "\\u0000");
        }
    }

    @Nested
    class Data {

        static List<Path> editions() {
            return Editions.all();
        }

        @ParameterizedTest
        @MethodSource("editions")
        void hasEveryRowAndNothingElse(Path edition) {
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
                                Objects.toString(row.aliasOf(), "")));
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
                            columns.get("aliasOf").get(at)));
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
        void saysWhatTheBundledEditionCannotKnow() throws IOException {
            PortRegistry bundled = PortRegistry.bundled();
            boolean isMixed = bundled.edition()
                    .newestDate()
                    .yearMonth()
                    .isBefore(bundled.edition().asOf().yearMonth());
            String year = Integer.toString(bundled.edition().newestDate().year());
            Object unknown = ExplorePage.data(bundled).get("unknown");
            assertThat(unknown.toString().contains(year)).isEqualTo(isMixed);
            assertThat(unknown.equals("")).isEqualTo(!isMixed);
            assertThat(ExplorePage.data(PortRegistry.parse(Editions.bundled())))
                    .containsEntry("unknown", "")
                    .extractingByKey("edition")
                    .asString()
                    .startsWith("service-names-port-numbers.csv, ");
        }
    }

    private static String dataOf(String html) {
        return contents(html, "<script id=\"data\" type=\"text/plain\">(.*?)</script>")
                .get(0);
    }

    private static String jsonIn(String html) throws IOException {
        byte[] compressed = Base64.getDecoder().decode(dataOf(html));
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
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
