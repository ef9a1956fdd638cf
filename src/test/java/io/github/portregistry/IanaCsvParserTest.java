package io.github.portregistry;

import static io.github.portregistry.ParseProblem.Severity.ERROR;
import static io.github.portregistry.ParseProblem.Severity.WARNING;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IanaCsvParserTest {

    private static final String THREE_COLUMNS = "Service Name,Port Number,Transport Protocol\n";
    private static final String FOUR_COLUMNS = "Service Name,Port Number,Transport Protocol,Description\n";

    private static final String DATES_AND_CODE = "Service Name,Port Number,Transport Protocol,Description,"
            + "Registration Date,Modification Date,Service Code\n";

    private static final PortAssignment HTTP = PortAssignment.of("http", PortInterval.of(80), TCP, "Web");
    private static final PortAssignment SSH = PortAssignment.of("ssh", PortInterval.of(22), TCP, "Secure\nShell");

    /** Texts in tables have symbols for what cannot be seen. */
    static String withLineEnds(String text) {
        return text.replace('␍', '\r').replace('␊', '\n').replace("BOM", "\uFEFF");
    }

    @Nested
    class Text {

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void acceptsAnyRowEnds(String rowEnd) throws IOException {
            String csv = String.join(rowEnd, FOUR_COLUMNS.strip(), "http,80,tcp,Web", "ssh,22,tcp,\"Secure\nShell\"");
            assertThat(strict(csv)).containsExactly(HTTP, SSH);
            assertThat(strict(csv + rowEnd)).containsExactly(HTTP, SSH);
        }

        @Test
        void acceptsMixedRowEnds() throws IOException {
            assertThat(strict(FOUR_COLUMNS + "http,80,tcp,Web\r\nssh,22,tcp,\"Secure\nShell\"\rhttp,80,tcp,Web\n"))
                    .containsExactly(HTTP, SSH, HTTP);
        }

        @Test
        void skipsBlankLines() throws IOException {
            assertThat(strict("\r\n\n" + FOUR_COLUMNS + "\n\nhttp,80,tcp,Web\n\r\n\n"))
                    .containsExactly(HTTP);
        }

        @Test
        void skipsByteOrderMark() throws IOException {
            assertThat(strict('\uFEFF' + FOUR_COLUMNS + "http,80,tcp,Web\n")).containsExactly(HTTP);
            assertThat(strict("\uFEFF\"Service Name\",Port Number,Transport Protocol,Description\nhttp,80,tcp,Web\n"))
                    .containsExactly(HTTP);
        }

        @Test
        void acceptsQuotesAroundAnyField() throws IOException {
            assertThat(strict("\"Service Name\",\"Port Number\",\"Transport Protocol\",\"Description\"\n"
                            + "\"http\",\"80\",\"tcp\",\"Web\"\n"))
                    .containsExactly(HTTP);
        }

        @Test
        void keepsContentsOfQuotedFields() throws IOException {
            assertThat(strict(FOUR_COLUMNS + "http,80,tcp,\" a,b\r\nc\"\"d\"\"\n\"\n"))
                    .extracting(PortAssignment::description)
                    .containsExactly(" a,b\r\nc\"d\"\n");
        }

        @Test
        void keepsBlanksAroundFields() throws IOException {
            assertThat(strict(FOUR_COLUMNS + "http,80,tcp, the Web \nhttps,443,tcp,\" the \"\"Web\"\" \"\n"))
                    .extracting(PortAssignment::description)
                    .containsExactly(" the Web ", " the \"Web\" ");
        }

        /** Those of IANA have 1,600 characters at most; what has no end is a hostile input. */
        @Test
        void acceptsLongRows() throws IOException {
            String row = "http,80,tcp,\"" + "long\n".repeat(18_000) + "\"\n";
            assertThat(strict(FOUR_COLUMNS + row.repeat(20))).hasSize(20);
        }

        @Test
        void acceptsTransportsInCapitals() throws IOException {
            assertThat(strict(FOUR_COLUMNS + "http,80,TCP,Web\n")).containsExactly(HTTP);
        }

        @Test
        void returnsUnmodifiableList() throws IOException {
            List<PortAssignment> rows = strict(FOUR_COLUMNS + "http,80,tcp,Web\n");
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.add(SSH));
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(rows::clear);
        }
    }

    @Nested
    class Columns {

        @Test
        void acceptRequiredOnesAlone() throws IOException {
            assertThat(strict(THREE_COLUMNS + "http,80,tcp\nrdp,,\nflex-lm,27000-27009,\n"))
                    .containsExactly(
                            PortAssignment.of("http", PortInterval.of(80), TCP, ""),
                            PortAssignment.of("rdp", null, null, ""),
                            PortAssignment.of("flex-lm", PortInterval.of(27000, 27009), null, ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Unauthorized Use Reported", "Known Unauthorized Uses", "KNOWN UNAUTHORIZED USES"})
        void acceptOldNameOfTheEleventh(String name) throws IOException {
            assertThat(strict("Service Name,Port Number,Transport Protocol," + name + "\nhttp,80,tcp,on 6003\n"))
                    .extracting(PortAssignment::unauthorizedUse)
                    .containsExactly("on 6003");
        }

        @Test
        void ignoreUnknownOnes() throws IOException {
            assertThat(strict("Mine,Service Name,Port Number,,Transport Protocol,Description,Mine,\n"
                            + "a,http,80,b,tcp,Web,c,d\n"))
                    .containsExactly(HTTP);
        }

        @Test
        void ignoreBlanksAndCase() throws IOException {
            assertThat(strict("SERVICE NAME, port number ,Transport protocol,description\nhttp,80,tcp,Web\n"))
                    .containsExactly(HTTP);
        }
    }

    /** The strict parser throws; the lenient one says the same, and has the rows that are given. */
    private static void assertFault(
            String before, String row, String after, ParseProblem problem, List<PortAssignment> kept) {
        assertThatExceptionOfType(PortRegistryParseException.class)
                .isThrownBy(() -> strict(before + row + after))
                .withMessage(problem.toString())
                .returns(problem.line(), PortRegistryParseException::line)
                .returns(problem.column(), PortRegistryParseException::column)
                .returns(problem.value(), PortRegistryParseException::value);
        List<ParseProblem> problems = new ArrayList<>();
        assertThat(lenient(before + row + after, problems)).isEqualTo(kept);
        assertThat(problems).containsExactly(problem);
    }

    @Nested
    class Rows {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                ssh,80-65536,tcp, | Port Number | 80-65536 | port 65536 is outside 0 to 65535
                ssh,22,ssh,    | Transport Protocol | ssh | unknown transport "ssh"; it must be tcp, udp, sctp or dccp
                ssh,22,tcp     | ``           | 3 | the number of fields is 3, but the header has 4
                ssh            | ``           | 1 | the number of fields is 1, but the header has 4
                ssh,22,tcp,a,b | ``           | 5 | the number of fields is 5, but the header has 4
                ` ,26,tcp,Unassigned` | Service Name | ` ` | a service name must not be blank
                ​,,tcp,Own       | Service Name | ​ | a service name must not be blank
                ,,,            | Service Name | `` | there is neither a service name nor a port number
                ,,tcp,Reserved | Service Name | `` | there is neither a service name nor a port number
                ,26,tcp,       | Description  | `` | there is neither a service name nor a description that gives the port's state
                ,26,tcp,  | Description  |   | there is neither a service name nor a description that gives the port's state
                """)
        void areSkippedIfInvalid(String row, String column, String value, String message) {
            assertFault(
                    FOUR_COLUMNS + "http,80,tcp,Web\n",
                    row + "\n",
                    "http,80,tcp,Web\n",
                    new ParseProblem(3, column, value, message, ERROR),
                    List.of(HTTP, HTTP));
        }

        @Test
        void areSkippedOnceForTwoErrors() {
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient(FOUR_COLUMNS + "http,80,tcp,Web\nbad,cp,1,x\nhttp,80,tcp,Web\n", problems))
                    .containsExactly(HTTP, HTTP);
            assertThat(problems).extracting(ParseProblem::column).containsExactly("Port Number", "Transport Protocol");
            assertThat(problems).extracting(ParseProblem::line).containsOnly(3L);
        }

        /** A port that cannot be read is a port all the same. */
        @Test
        void areReportedForTheirNameToo() {
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient(FOUR_COLUMNS + "22,cp,tcp,x\n,cp,tcp,\n,cp,tcp,Reserved\nhttp,80,tcp,Web\n", problems))
                    .containsExactly(HTTP);
            assertThat(problems)
                    .extracting(problem -> problem.line() + " " + problem.column())
                    .containsExactly(
                            "2 Port Number", "2 Service Name", "3 Port Number", "3 Description", "4 Port Number");
        }

        @Test
        void areReportedInFileOrder() {
            List<ParseProblem> problems = new ArrayList<>();
            lenient(DATES_AND_CODE + "a,x,tcp,,,,\nb,1,tcp,,2011-13,,\n\nc\nd,y,tcp,,,,\ne,2,tcp,,,,z\n", problems);
            assertThat(problems)
                    .extracting(ParseProblem::toString)
                    .containsExactly(
                            "line 2, Port Number: \"x\" is not a port number, 0 to 65535, or an interval such as"
                                    + " 6000-6063",
                            "line 3, Registration Date: 2011-13 is not in the calendar",
                            "line 5: the number of fields is 1, but the header has 7",
                            "line 6, Port Number: \"y\" is not a port number, 0 to 65535, or an interval such as"
                                    + " 6000-6063",
                            "line 7, Service Code: \"z\" is not a service code, 0 to 4294967295");
        }

        /** The hints that specifications have. None of them is taken. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "49100:49110 | ; write 49100-49110 if the colon means an interval, or the one port that you mean",
                    "49100.0     | ; write 49100",
                    "80\u201390 | ; write 80-90",
                    "80..90      | ; write 80-90",
                    "*:80        | ; write 80",
                    "any         | ; write 0-65535"
                })
        void areToldWhatToWriteForPorts(String cell, String hint) {
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient(FOUR_COLUMNS + "bad," + cell + ",tcp,\nhttp,80,tcp,Web\n", problems))
                    .containsExactly(HTTP);
            assertThat(problems)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message())
                            .contains(" is not a port number, 0 to 65535, or an interval such as 6000-6063" + hint));
        }

        @Test
        void doNotInheritFields() {
            String rows = "http,80,tcp,Web,2011-10-12,2012-01,7\nhttp,,,Web,,,\nbad,80,quic,,2011-10-12,,7\n"
                    + "http,80,tcp,Web,2011-10-12,2012-01,7\nhttp,80,tcp,Web,x,x,x\nhttp,80,tcp,Web,,,\n";
            List<PortAssignment> kept = lenient(DATES_AND_CODE + rows, new ArrayList<>());
            assertThat(kept).hasSize(5);
            assertThat(kept.get(1)).isEqualTo(PortAssignment.of("http", null, null, "Web"));
            assertThat(kept.get(2)).isEqualTo(kept.get(0));
            assertThat(kept.get(3)).isEqualTo(HTTP);
            assertThat(kept.get(4)).isEqualTo(HTTP);
        }

        /** Good rows and bad ones, blank lines, and quoted fields with line ends, at random. */
        @Test
        void areReportedByTheirFirstLine() throws PlainCsv.MalformedException {
            Random random = new Random(3);
            List<String> parts = List.of(
                    "http,80,tcp,Web", "ssh,22,tcp,\"Secure\nShell\"", "a", "a,b", "a,\"\r\n\r\n\"", "a,\"\r\"", "");
            List<String> rowEnds = List.of("\n", "\r\n", "\r");
            for (int i = 0; i < 300; i++) {
                StringBuilder csv = new StringBuilder(FOUR_COLUMNS + "http,80,tcp,Web\n");
                for (int row = 0; row < 12; row++) {
                    csv.append(parts.get(random.nextInt(parts.size()))).append(rowEnds.get(random.nextInt(3)));
                }
                List<ParseProblem> problems = new ArrayList<>();
                lenient(csv.toString(), problems);
                assertThat(problems)
                        .extracting(ParseProblem::line)
                        .isEqualTo(PlainCsv.rows(csv.toString()).stream()
                                .filter(row -> row.fields().size() != 4)
                                .map(PlainCsv.Row::line)
                                .toList());
            }
        }
    }

    @Nested
    class Metadata {

        @ParameterizedTest
        @CsvSource({
            "31/07/2012, '\"31/07/2012\" is not a date such as 2007-06 or 2011-10-12'",
            "2011-02-30, 2011-2-30 is not in the calendar"
        })
        void dropsInvalidDates(String date, String message) {
            assertWarning(date + ",,", new ParseProblem(3, "Registration Date", date, message, WARNING));
            assertWarning("," + date + ",", new ParseProblem(3, "Modification Date", date, message, WARNING));
        }

        @ParameterizedTest
        @ValueSource(strings = {"4294967296", "-1", "+1", "01", "SC:abcd", "1e3", "99999999999999999999", "١"})
        void dropsInvalidServiceCodes(String code) {
            assertWarning(
                    ",," + code,
                    new ParseProblem(
                            3,
                            "Service Code",
                            code,
                            "\"" + code + "\" is not a service code, 0 to 4294967295",
                            WARNING));
        }

        @Test
        void readsDatesAndServiceCodes() throws IOException {
            assertThat(strict(DATES_AND_CODE + "http,80,tcp,Web,2007-06,2011-10-12,4294967295\n"))
                    .singleElement()
                    .returns(new RegistryDate(2007, 6, null), PortAssignment::registrationDate)
                    .returns(new RegistryDate(2011, 10, 12), PortAssignment::modificationDate)
                    .returns(4294967295L, PortAssignment::serviceCode);
        }

        @Test
        void isIgnoredInSkippedRows() {
            List<ParseProblem> problems = new ArrayList<>();
            lenient(DATES_AND_CODE + "http,80,tcp,Web,,,\nbad,cp,tcp,,x,y,z\n", problems);
            assertThat(problems).extracting(ParseProblem::severity).containsExactly(ERROR);
        }

        /** The row is kept, without that field. */
        private static void assertWarning(String metadata, ParseProblem problem) {
            assertFault(
                    DATES_AND_CODE + "http,80,tcp,Web,,,\n",
                    "http,80,tcp,Web," + metadata + "\n",
                    "http,80,tcp,Web,,,\n",
                    problem,
                    List.of(HTTP, HTTP, HTTP));
        }
    }

    /** What is no registry at all, in both modes. */
    @Nested
    class RejectedFiles {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                ``                          | not a registry: the file is empty
                BOM                         | not a registry: the file is empty
                ␊␍␊␊                        | not a registry: the file is empty
                ""                          | not a registry: the file is empty
                Service Name,Port Number,Transport Protocol  | not a registry: no row could be kept
                Service Name,Port Number,Transport Protocol␊␊␊ | not a registry: no row could be kept
                """)
        void haveNoRows(String csv, String message) {
            assertRefused(withLineEnds(csv), 0, "", "", message);
        }

        @Test
        void haveNoValidRow() {
            List<ParseProblem> problems = new ArrayList<>();
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> lenient(FOUR_COLUMNS + "tcpmux,cp,tcp,\nssh,22,quic,\n", problems))
                    .withMessageStartingWith("line 2, Port Number: not a registry: no row could be kept;"
                            + " the first problem is: \"cp\" is not a port number")
                    .returns(2L, PortRegistryParseException::line)
                    .returns("cp", PortRegistryParseException::value);
            assertThat(problems).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                Name,Port Number,Transport Protocol,Description | 1 | Service Name       | ``
                Service Name,Transport Protocol,Description     | 1 | Port Number        | ``
                Service Name,Port,Transport Protocol            | 1 | Port Number        | ``
                ␊Service Name,Port Number,Description           | 2 | Transport Protocol | ``
                http,80,tcp,World Wide Web HTTP                 | 1 | Service Name       | ``
                BOMBOMService Name,Port Number,Transport Protocol | 1 | Service Name     | ``
                <!DOCTYPE html>␊<html lang="en">                | 1 | Service Name       | ; this is HTML or XML
                ␊␊  <html><head><title>Log in, please</title>   | 3 | Service Name       | ; this is HTML or XML
                <?xml version="1.0" encoding="UTF-8"?>          | 1 | Service Name       | ; this is HTML or XML
                Service Name;Port Number;Transport Protocol␊http;80;tcp | 1 | Service Name | ; its columns are separated by semicolons, not commas
                Service Name\tPort Number\tTransport Protocol␊http\t80\ttcp | 1 | Service Name | ; its columns are separated by tabs, not commas
                sep=,␊Service Name,Port Number,Transport Protocol␊http,80,tcp | 1 | Service Name | ; a spreadsheet has put a line before it, which must go
                """)
        void lackARequiredColumn(String csv, long line, String column, String why) {
            assertRefused(
                    withLineEnds(csv) + "\n",
                    line,
                    column,
                    "",
                    "not a registry: the header has no column \"" + column + "\"" + (why == null ? "" : why));
        }

        /** IANA may add a column, whose fields have no place here: whoever reads leniently is told. */
        @Test
        void areNotThoseWithAnUnknownColumn() throws IOException {
            String csv = "Service Name,Port Number,Risk,Transport Protocol,\nhttp,80,high,tcp,\n";
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient(csv, problems)).isEqualTo(strict(csv)).hasSize(1);
            assertThat(problems)
                    .map(ParseProblem::toString)
                    .containsExactly("line 1, Risk: the fields of these unknown columns are dropped: \"Risk\", \"\"");
            assertThat(problems).allMatch(problem -> problem.severity() == ParseProblem.Severity.WARNING);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                http,80,tcp,"World Wide     | 3
                http,80,tcp,"World␊␊Wide    | 3
                http,80,tcp,"World ""       | 3
                http,80,tcp,"               | 3
                http,80,tcp,Web␍␊ssh,22,"   | 4
                """)
        void endInsideAQuotedField(String rows, long line) {
            assertRefused(
                    FOUR_COLUMNS + "http,80,tcp,Web\n" + withLineEnds(rows),
                    line,
                    "",
                    "",
                    "the file ends inside a quoted field of the row that begins here");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                http,80,tcp,"Web" page        | 3
                http,80,tcp,"Web"s            | 3
                http,80,tcp,"Two␊lines"x␊␊    | 3
                http,80,tcp,Web␊"ssh" x,22,,␊ | 4
                """)
        void haveAMisplacedQuote(String rows, long line) {
            assertRefused(
                    FOUR_COLUMNS + "http,80,tcp,Web\n" + withLineEnds(rows) + "\nssh,22,tcp,\"SSH\"\n",
                    line,
                    "",
                    "",
                    "a quotation mark is misplaced in the row that begins here");
        }

        /** A reader may return few characters at a time, so that a quote and what is beside it come separately. */
        @Test
        void haveAMisplacedQuoteInSlowReaders() throws IOException {
            String good = FOUR_COLUMNS + "http,80,tcp,\"Web \"\"s\"\"\"\n\"ssh\",22,tcp,\"SSH\"\r\n\"a\",1,tcp,\"\"\n";
            for (int step = 1; step < 10; step++) {
                assertThat(IanaCsvParser.strict().parse(ParserSourcesTest.slow(good, step)))
                        .hasSize(3);
                for (String bad : List.of("b\"c\",2,tcp,", "\"b\"c,2,tcp,", "b,2,tcp,\"x\" ", "b,2,tcp, \"x\"")) {
                    Reader reader = ParserSourcesTest.slow(good + bad + "\n", step);
                    assertThatExceptionOfType(PortRegistryParseException.class)
                            .isThrownBy(() -> IanaCsvParser.strict().parse(reader))
                            .withMessage("line 5: a quotation mark is misplaced in the row that begins here");
                }
            }
        }
    }

    private static void assertRefused(String csv, long line, String column, String value, String message) {
        String place = line == 0 ? "" : "line " + line + (column.isEmpty() ? "" : ", " + column) + ": ";
        for (IanaCsvParser parser : List.of(IanaCsvParser.strict(), IanaCsvParser.lenient(problem -> {}))) {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> parser.parse(new StringReader(csv)))
                    .withMessage(place + message)
                    .withNoCause()
                    .returns(line, PortRegistryParseException::line)
                    .returns(column, PortRegistryParseException::column)
                    .returns(value, PortRegistryParseException::value);
        }
    }

    @Nested
    class Encodings {

        /** At its start, in the middle of a line, between CR and LF, inside quotes: at every place of the file. */
        @Test
        void areRejectedWithTheirLine() {
            byte[] file = (FOUR_COLUMNS
                            + "ssh,22,tcp,\"Secure\nShell\"\r\n\r\nhttp,80,tcp,Web\rhttp,80,tcp,\"W\r\nb\"\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (int place = 0; place < file.length; place++) {
                byte[] bad = file.clone();
                bad[place] = (byte) 0xFF;
                assertNotUtf8(bad, lineOf(bad, place));
            }
        }

        @Test
        void areRejectedAfterAByteOrderMark() {
            byte[] bad = "\uFEFFTransport Protocol,x".getBytes(StandardCharsets.UTF_8);
            bad[bad.length - 1] = (byte) 0xFF;
            assertNotUtf8(bad, 1);
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.ScannedEdition#all")
        void areRejectedFarIntoAFile(ScannedEdition edition) {
            byte[] file = edition.text().getBytes(StandardCharsets.UTF_8);
            new Random(4).ints(2, 1 << 16, file.length).forEach(place -> {
                byte[] bad = file.clone();
                bad[place] = (byte) 0xFE;
                assertNotUtf8(bad, lineOf(bad, place));
            });
        }

        @Test
        void keepEveryCharacter() throws IOException {
            String description = "é e\u0301 € 😀 \uFEFF \uFFFD \u0000".repeat(4000);
            byte[] file = (FOUR_COLUMNS + "http,80,tcp," + description + "\n").getBytes(StandardCharsets.UTF_8);
            assertThat(IanaCsvParser.strict().parse(new ByteArrayInputStream(file)))
                    .extracting(PortAssignment::description)
                    .containsExactly(description);
        }

        private static void assertNotUtf8(byte[] file, long line) {
            for (IanaCsvParser parser : List.of(IanaCsvParser.strict(), IanaCsvParser.lenient(problem -> {}))) {
                assertThatExceptionOfType(PortRegistryParseException.class)
                        .isThrownBy(() -> parser.parse(new ByteArrayInputStream(file)))
                        .withMessageStartingWith("line " + line + ": not a registry: the bytes here are not UTF-8");
            }
        }

        private static long lineOf(byte[] file, int place) {
            return 1
                    + IntStream.range(0, place)
                            .filter(i -> file[i] == '\r' || (file[i] == '\n' && (i == 0 || file[i - 1] != '\r')))
                            .count();
        }
    }

    @Nested
    class Sinks {

        @Test
        void rejectNull() {
            assertRejectsNull("sink", () -> IanaCsvParser.lenient(null));
        }

        @Test
        void mayThrowExceptions() {
            for (RuntimeException stop : List.of(
                    new IllegalStateException("enough"), new UncheckedIOException(new IOException("log is full")))) {
                IanaCsvParser parser = IanaCsvParser.lenient(problem -> {
                    throw stop;
                });
                assertThatThrownBy(() -> parser.parse(new StringReader(FOUR_COLUMNS + "http,80,tcp,Web\nx\n")))
                        .isSameAs(stop);
            }
        }

        @Test
        void mayBeReused() throws IOException {
            List<ParseProblem> problems = new ArrayList<>();
            IanaCsvParser parser = IanaCsvParser.lenient(problems::add);
            for (int i = 1; i <= 2; i++) {
                assertThat(parser.parse(new StringReader(FOUR_COLUMNS + "http,80,tcp,Web\nx\n")))
                        .containsExactly(HTTP);
                assertThat(problems).hasSize(i);
            }
        }
    }

    private static List<PortAssignment> strict(String csv) throws IOException {
        return IanaCsvParser.strict().parse(new StringReader(csv));
    }

    private static List<PortAssignment> lenient(String csv, List<ParseProblem> problems) {
        try {
            return IanaCsvParser.lenient(problems::add).parse(new StringReader(csv));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
