package io.github.portregistry;

import static io.github.portregistry.IanaCsvParserTest.withLineEnds;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IanaCsvWriterTest {

    private static final String HEADER = IanaColumnTest.HEADER + "\r\n";

    private static final Pattern EQUAL_ENDS = Pattern.compile(",([0-9]+)-\\1,");

    /** What a field may have in it that some reader or writer of CSV trips over. */
    private static final List<String> NASTY = List.of(
            "\"", "\"\"", ",", "\r", "\n", "\r\n", " ", "\t", "\0", "\u001b", "\u0085", "\u00a0", "\u2028", "\ufeff",
            "\ufffe", "\uffff", "\ufffd", "😀", "é", "e\u0301", "'", "\\", ";", "#", "=", "-", "a", "0", "[x]");

    @Test
    void writesHeaderAloneForEmptyRegistry() {
        assertThat(written(PortRegistry.of(List.of()))).isEqualTo(HEADER);
    }

    @Test
    void writesTwelveColumnsInIanasOrder() {
        PortAssignment row = new PortAssignment(
                "http",
                PortInterval.of(80),
                TCP,
                "World Wide Web, HTTP",
                "[IESG]",
                "[IETF_Chair]",
                RegistryDate.parse("2007-06"),
                RegistryDate.parse("2021-10-01"),
                "[RFC9110]",
                1885957735L,
                "none",
                "Defined TXT keys:\nu=<username>");
        assertThat(written(PortRegistry.of(List.of(row))))
                .isEqualTo(HEADER + "http,80,tcp,\"World Wide Web, HTTP\",[IESG],[IETF_Chair],2007-06,2021-10-01,"
                        + "[RFC9110],1885957735,none,\"Defined TXT keys:\nu=<username>\"\r\n");
    }

    @Test
    void leavesEmptyFirstFieldUnquoted() {
        assertThat(written(PortRegistry.of(
                        List.of(PortAssignment.of("", PortInterval.of(4200, 4299), null, "Unassigned")))))
                .isEqualTo(HEADER + ",4200-4299,,Unassigned,,,,,,,,\r\n");
    }

    /** Line ends are written as the symbols for them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "\"|\"\"\"\"",
                "a␍b|\"a␍b\"",
                " a␍␊b |\" a␍␊b \"",
                "␊|\"␊\"",
                " a | a ",
                "a\tb|a\tb",
                "a;b|a;b",
                "'a'|'a'",
                "-1|-1"
            })
    void quotesOnlyCommasQuotesAndLineEnds(String description, String field) {
        PortAssignment row = PortAssignment.of("x", PortInterval.of(1), TCP, withLineEnds(description));
        assertThat(written(PortRegistry.of(List.of(row))))
                .isEqualTo(HEADER + "x,1,tcp," + withLineEnds(field) + ",,,,,,,,\r\n");
    }

    @ParameterizedTest
    @MethodSource("io.github.portregistry.Editions#all")
    void reproducesEditionsByteForByte(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher equalEnds = EQUAL_ENDS.matcher(text);
        String expected = equalEnds.replaceAll(",$1,");
        if (file.endsWith("2018-02-12.csv")) {
            expected = withCrlfRowEnds(expected.replaceFirst("Known Unauthorized Uses", "Unauthorized Use Reported"));
        }
        assertThat(written(Editions.registry(file)).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.github.portregistry.Editions#all")
    void roundTripsEditions(Path file) throws IOException {
        PortRegistry registry = Editions.registry(file);
        assertThat(readBack(registry)).isEqualTo(registry);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void roundTripsAnyText(long seed) throws IOException {
        Random random = new Random(seed);
        List<PortAssignment> rows = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            rows.add(randomRow(random));
        }
        PortRegistry registry = PortRegistry.of(rows);
        assertThat(PortRegistry.parse(new StringReader(written(registry)))).isEqualTo(registry);
        assertThat(readBack(registry)).isEqualTo(registry);
    }

    /** Of which no registry can be made, since their intervals overlap too often. */
    @Test
    void writesSomeOfTheRows() throws IOException {
        List<PortAssignment> rows = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            rows.add(PortAssignment.of("a", PortInterval.of(i, 65_535 - i), TCP, ""));
        }
        StringBuilder csv = new StringBuilder();
        IanaCsvWriter.write(rows, csv);
        assertThat(IanaCsvParser.strict().parse(new StringReader(csv.toString())))
                .isEqualTo(rows);
    }

    @Test
    void passesOnIoExceptions() {
        Written.assertHandsOnThatTheDiskIsFull(IanaCsvWriter::write);
    }

    @Test
    void rejectsNull() {
        assertRejectsNull("registry", () -> IanaCsvWriter.write((PortRegistry) null, new StringBuilder()));
        assertRejectsNull(
                "assignments", () -> IanaCsvWriter.write((Collection<PortAssignment>) null, new StringBuilder()));
        assertRejectsNull("out", () -> IanaCsvWriter.write(PortRegistry.of(List.of()), null));
    }

    private static String written(PortRegistry registry) {
        return Written.by(IanaCsvWriter::write, registry);
    }

    private static PortRegistry readBack(PortRegistry registry) throws IOException {
        return PortRegistry.parse(new ByteArrayInputStream(written(registry).getBytes(StandardCharsets.UTF_8)));
    }

    /** Line feeds inside quotes stay as they are: only between an even number of quotes a row ends. */
    private static String withCrlfRowEnds(String text) {
        StringBuilder result = new StringBuilder();
        boolean isQuoted = false;
        for (char c : text.toCharArray()) {
            isQuoted ^= c == '"';
            result.append(c == '\n' && !isQuoted ? "\r\n" : String.valueOf(c));
        }
        return result.toString();
    }

    private static PortAssignment randomRow(Random random) {
        boolean isNamed = random.nextBoolean();
        int first = random.nextInt(65536);
        PortInterval ports = isNamed && random.nextBoolean()
                ? null
                : PortInterval.of(first, Math.min(65535, first + random.nextInt(100)));
        return new PortAssignment(
                isNamed ? name(random) : "",
                ports,
                random.nextBoolean() ? null : TransportProtocol.values()[random.nextInt(4)],
                (isNamed ? "" : "Reserved") + nasty(random),
                nasty(random),
                nasty(random),
                random.nextBoolean() ? null : new RegistryDate(random.nextInt(10_000), 1 + random.nextInt(12), null),
                random.nextBoolean() ? null : new RegistryDate(random.nextInt(10_000), 2, 1 + random.nextInt(28)),
                nasty(random),
                random.nextBoolean() ? null : random.nextLong(PortAssignment.MAX_SERVICE_CODE + 1),
                nasty(random),
                nasty(random));
    }

    private static String name(Random random) {
        String name = nasty(random) + "x" + nasty(random);
        return PortAssignment.fault(name, true, "") == null ? name : "x,\"";
    }

    private static String nasty(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(NASTY.get(random.nextInt(NASTY.size())));
        }
        return text.toString();
    }
}
