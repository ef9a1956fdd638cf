package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.portregistry.ParseProblem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseReportTest {

    private static final String HEADER =
            "Service Name,Port Number,Transport Protocol,Description,Registration Date,Service Code,Assignment Notes\n";

    private static final String NO_ROW_END = "the last row has no line end: is the file complete?";

    @Test
    void equalsReportOfSameRowsAndProblems() throws IOException {
        ParseReport report = report("http,80,tcp,Web,,,\nbad,cp,tcp,,,,\n");
        ParseReport same = report("http,80,tcp,Web,,,\nbad,cp,tcp,,,,\n");
        assertThat(report).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(report)
                .isNotEqualTo(report("http,80,tcp,Web,,,\n"))
                .isNotEqualTo(report("http,80,tcp,Web,,,\nbad,cq,tcp,,,,\n"))
                .isNotEqualTo(report("https,80,tcp,Web,,,\nbad,cp,tcp,,,,\n"))
                .isNotEqualTo("report");
    }

    @Test
    void usesSingularForOne() throws IOException {
        assertThat(report("http,80,tcp,Web,31/07/2012,,\n")).hasToString("1 row read, 1 kept, 0 left out, 1 warning");
    }

    @Nested
    class Counts {

        @Test
        void addUp() throws IOException {
            ParseReport report = report("http,80,tcp,Web,,,\n\nbad,cp,tcp,,,,\nshort\nssh,22,tcp,Shell,,,\n");
            assertThat(report.rowsRead()).isEqualTo(4);
            assertThat(report.rowsKept()).isEqualTo(2);
            assertThat(report.rowsLeftOut()).isEqualTo(2);
            assertThat(report.registry().assignments())
                    .extracting(PortAssignment::serviceName)
                    .containsExactly("http", "ssh");
        }

        @Test
        void includeRowWithSeveralErrorsOnce() throws IOException {
            ParseReport report = report("http,80,tcp,Web,,,\nbad,65536,quic,,,,\n");
            assertThat(report.errors()).extracting(ParseProblem::line).containsExactly(3L, 3L);
            assertThat(report.rowsLeftOut()).isEqualTo(1);
        }

        @Test
        void arePrinted() throws IOException {
            assertThat(report("http,80,tcp,Web,,,\nbad,cp,tcp,,,,\nx_y,1,tcp,,,,"))
                    .hasToString("3 rows read, 2 kept, 1 left out, 2 warnings");
        }

        @Test
        void includeRowWithBadMetadataAsKept() throws IOException {
            ParseReport report = report("http,80,tcp,Web,31/07/2012,none,\n");
            assertThat(report.rowsLeftOut()).isZero();
            assertThat(report.errors()).isEmpty();
            assertThat(report.warnings()).hasSize(2);
        }
    }

    /** Each on the line that its row begins on: the row before has a line feed in its notes. */
    @Nested
    class Problems {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                emptyValue = "",
                value = {
                    "bad,cp,tcp,,,,       | Port Number         | cp     | \"cp\" is not a port number, 0 to 65535,"
                            + " or an interval such as 6000-6063",
                    "bad,80,quic,,,,      | Transport Protocol  | quic   | unknown transport \"quic\"; it must be tcp,"
                            + " udp, sctp or dccp",
                    "bad,80,tcp,,,        | ''                  | 6      | the number of fields is 6, but the header has 7",
                    "bad,80,tcp,,,,,      | ''                  | 8      | the number of fields is 8, but the header has 7",
                    ",,,Nothing,,,        | Service Name        | ''     | there is neither a service name nor a port number",
                    ",80,tcp,,,,          | Description         | ''     | there is neither a service name nor a description"
                            + " that gives the port's state"
                })
        void areErrorsForSkippedRows(String row, String column, String value, String message) throws IOException {
            ParseReport report = report("http,80,tcp,Web,,,\"two\nlines\"\n" + row + "\n");
            assertThat(report.problems()).containsExactly(new ParseProblem(4, column, value, message, Severity.ERROR));
            assertThat(report.errors()).isEqualTo(report.problems());
            assertThat(report.warnings()).isEmpty();
            assertThat(report.rowsLeftOut()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a,1,tcp,,31/07/2012,, | Registration Date  | 31/07/2012  | \"31/07/2012\" is not a date such as"
                            + " 2007-06 or 2011-10-12",
                    "a,1,tcp,,2011-02-30,, | Registration Date  | 2011-02-30  | 2011-2-30 is not in the calendar",
                    "a,1,dccp,,,4294967296, | Service Code      | 4294967296  | \"4294967296\" is not a service code,"
                            + " 0 to 4294967295",
                    "whois++,1,tcp,,,,     | Service Name       | whois++     | not a service name according to RFC 6335,"
                            + " section 5.1",
                    "HTTP,80,tcp,,,,       | Service Name       | HTTP        | the same name, port and transport as on"
                            + " line 2",
                    "http,80,tcp,Web,,,    | Service Name       | http        | the same name, port and transport as on"
                            + " line 2",
                    "a,7775,udp,,,,        | Port Number        | 7775        | assigned inside an unassigned block",
                    "a,7775,sctp,,,,       | -                  | -           | -",
                    "a,7780-7790,,,,,      | Port Number        | 7780-7790   | assigned inside an unassigned block",
                    "a,7784-7790,udp,,,,   | Port Number        | 7784-7790   | assigned inside an unassigned block",
                    "a,7770-7774,udp,,,,   | Port Number        | 7770-7774   | assigned inside an unassigned block",
                    "a,7770-7773,udp,,,,   | -                  | -           | -",
                    "a,7785-7790,udp,,,,   | -                  | -           | -"
                })
        void areWarningsForKeptRows(String row, String column, String value, String message) throws IOException {
            ParseReport report =
                    report("http,80,tcp,Web,,,\"two\nlines\"\n,7774-7784,udp,Unassigned,,,\n" + row + "\n");
            assertThat(report.problems())
                    .isEqualTo(
                            column.equals("-")
                                    ? List.of()
                                    : List.of(new ParseProblem(5, column, value, message, Severity.WARNING)));
            assertThat(report.warnings()).isEqualTo(report.problems());
            assertThat(report.rowsKept()).isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "http,80,tcp  | www,80,tcp  | false",
                    "http,80,udp  | www,80,tcp  | true",
                    "http,81,tcp  | www,80,tcp  | true",
                    "http,,       | www,80,tcp  | true",
                    "http,,       | www,,       | false",
                    "HTTP,80,     | www,80,     | false",
                    "https,80,tcp | www,80,tcp  | true"
                })
        void includeAliasesWithoutTarget(String target, String alias, boolean isMissing) throws IOException {
            String notes = "This entry is an alias to \"http\".";
            ParseReport report = report(target + ",,,,\n" + alias + ",,,,\"" + notes.replace("\"", "\"\"") + "\"\n");
            ParseProblem missing = new ParseProblem(
                    3, "Assignment Notes", notes, "alias of \"http\", which is not on the same port", Severity.WARNING);
            assertThat(report.problems()).isEqualTo(isMissing ? List.of(missing) : List.of());
        }

        @ParameterizedTest
        @ValueSource(strings = {"http,80,tcp,Web,,,", "http,80,tcp,Web,,,\"quoted\n\"", "http,80,tcp,Web,,,notes"})
        void includeLastRowWithoutEnd(String row) throws IOException {
            ParseReport report = report("ssh,22,tcp,Shell,,,\n" + row);
            assertThat(report.problems()).containsExactly(new ParseProblem(3, "", "", NO_ROW_END, Severity.WARNING));
            ParseReport marked = ParseReport.parse(new StringReader('\uFEFF' + HEADER + "ssh,22,tcp,Shell,,,\n" + row));
            assertThat(marked.problems()).isEqualTo(report.problems());
            assertThat(report.rowsKept()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\n\n"})
        void excludeAnyRowEnd(String rowEnd) throws IOException {
            assertThat(report("ssh,22,tcp,Shell,,,\nhttp,80,tcp,Web,,," + rowEnd)
                            .problems())
                    .isEmpty();
        }

        @Test
        void nameServicesAndPortsOnce() throws IOException {
            ParseReport report = report("a_b,1,tcp,,,,\na_b,1,udp,,,,\n,0-9,,Unassigned,,,\n");
            assertThat(report.problems())
                    .extracting(ParseProblem::line, ParseProblem::column)
                    .containsExactly(tuple(2L, "Service Name"), tuple(2L, "Port Number"));
        }

        @Test
        void areInLineOrder() throws IOException {
            ParseReport report = report("http,80,tcp,Web,,,\nx_y,1,tcp,,,,\nbad,cp,tcp,,,,\nz_z,2,tcp,,31/07/2012,,");
            assertThat(report.problems()).extracting(ParseProblem::line).containsExactly(3L, 4L, 5L, 5L, 5L);
            assertThat(report.problems()).isUnmodifiable();
            assertThat(report.problems())
                    .hasSize(report.errors().size() + report.warnings().size());
        }

        @Test
        void areLimitedToTenThousand() throws IOException {
            String bad = "bad,cp,tcp,,,,\n";
            ParseReport report = report("http,80,tcp,Web,,,\n" + bad.repeat(10_000));
            assertThat(report.rowsLeftOut()).isEqualTo(10_000);
            assertThat(report.errors()).hasSize(10_000);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> report("http,80,tcp,Web,,,\n" + bad.repeat(10_001)))
                    .withMessage("line 10003: not a registry: it has more than 10000 errors and warnings");
        }
    }

    @Nested
    class Sources {

        @Test
        void agreeOnTheSameText(@TempDir Path folder) throws IOException {
            String text = HEADER + "http,80,tcp,Wéb,,,\nbad,cp,tcp,,,,\nx_y,1,tcp,,,,";
            Path file = Files.writeString(folder.resolve("own.csv"), text);
            ParseReport ofPath = ParseReport.parse(file);
            assertThat(ofPath.problems()).hasSize(3);
            try (InputStream stream = Files.newInputStream(file);
                    Reader reader = Files.newBufferedReader(file)) {
                assertThat(List.of(ParseReport.parse(stream), ParseReport.parse(reader)))
                        .allSatisfy(report -> assertThat(report).isEqualTo(ofPath));
                assertThat(stream.read()).as("the stream is left open").isEqualTo(-1);
                assertThat(reader.read()).as("the reader is left open").isEqualTo(-1);
            }
        }

        @Test
        void failIfUnreadable(@TempDir Path folder) {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> ParseReport.parse(folder.resolve("absent.csv")));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> report(""))
                    .withMessage("not a registry: no row could be kept");
            assertRejectsNull("csv", () -> ParseReport.parse((Path) null));
            assertRejectsNull("csv", () -> ParseReport.parse((InputStream) null));
            assertRejectsNull("csv", () -> ParseReport.parse((Reader) null));
        }
    }

    @Nested
    class OfficialEditions {

        @ParameterizedTest
        @CsvSource({
            "2018-02-12, 14058, 99, '7775,7997,10023,43188,43189,43190,43191,43210,43439,43440,43441,44123'",
            "2026-02-13, 14499, 97, '7775,7997'"
        })
        void areKeptWithTheseWarnings(String date, long rows, int names, String ports) throws IOException {
            ParseReport report = ParseReport.parse(Editions.official(date));
            assertThat(report.rowsRead()).isEqualTo(rows);
            assertThat(report.rowsLeftOut()).isZero();
            assertThat(report.errors()).isEmpty();
            assertThat(values(report, "not a service name according to RFC 6335, section 5.1"))
                    .hasSize(names)
                    .doesNotHaveDuplicates();
            assertThat(values(report, "assigned inside an unassigned block")).containsExactly(ports.split(","));
            assertThat(values(report, "the same name, port and transport as on line"))
                    .containsExactly("rdp");
            assertThat(report.warnings()).hasSize(names + ports.split(",").length + 1);
        }

        private static List<String> values(ParseReport report, String message) {
            return report.problems().stream()
                    .filter(problem -> problem.message().startsWith(message))
                    .map(ParseProblem::value)
                    .toList();
        }
    }

    /** A download that broke off. */
    @Nested
    class CutFiles {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.Editions#all")
        void areReportedOrRejected(Path edition) throws IOException {
            byte[] bytes = Files.readAllBytes(edition);
            Random random = new Random(60);
            int sixtyPercent = bytes.length / 10 * 6;
            for (int i = 0; i < 4; i++) {
                byte[] cut = Arrays.copyOf(bytes, sixtyPercent + (i == 0 ? 0 : random.nextInt(10_000)));
                try {
                    ParseReport report = ParseReport.parse(new ByteArrayInputStream(cut));
                    assertThat(cut[cut.length - 1] == '\n' || hasNoRowEnd(report))
                            .isTrue();
                } catch (PortRegistryParseException e) {
                    assertThat(e)
                            .hasMessage("line " + e.line()
                                    + ": the file ends inside a quoted field of the row that begins here");
                }
            }
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.Editions#all")
        void passIfCutAtTheEndOfARow(Path edition) throws Exception {
            String text = Files.readString(edition);
            List<PlainCsv.Row> rows = PlainCsv.rows(text);
            PlainCsv.Row last = rows.get(rows.size() * 6 / 10);
            String cut = Stream.of(text.split("(?<=\n)")).limit(last.line()).collect(Collectors.joining());

            ParseReport whole = ParseReport.parse(new StringReader(cut));
            assertThat(hasNoRowEnd(whole)).isFalse();

            ParseReport withoutRowEnd = ParseReport.parse(new StringReader(cut.stripTrailing()));
            assertThat(withoutRowEnd.registry()).isEqualTo(whole.registry());
            assertThat(withoutRowEnd.warnings())
                    .contains(new ParseProblem(last.line(), "", "", NO_ROW_END, Severity.WARNING));
        }

        private static boolean hasNoRowEnd(ParseReport report) {
            return report.warnings().stream()
                    .anyMatch(problem -> problem.message().equals(NO_ROW_END));
        }
    }

    private static ParseReport report(String rows) throws IOException {
        return ParseReport.parse(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }
}
