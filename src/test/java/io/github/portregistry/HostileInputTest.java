package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.portregistry.ParseProblem.Severity;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the bytes are, the answer is a {@link PortRegistryParseException} that says what and where, or a registry
 * with a report; and no row that is in the bytes is neither kept nor reported.
 */
class HostileInputTest {

    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Registration Date\n";

    /** Rows with all that a row of IANA's may have. */
    private static final String ODD_ROWS = """
            ,4-4,tcp,Unassigned,
            x11,6000-6063,UDP,"X Window System, ""the"" one",2007-06
            flex-lm,27000-27009,,"FLEX LM (1-10)
            on several lines\r
            ",2011-10-12
            rdp,,,Fernsprechgerät 😀,
            """;

    @Nested
    @Tag("slow")
    class DamagedFiles {

        @Test
        void areReadOrRejectedIfCutAnywhere() throws IOException {
            byte[] sample = sample(200);
            for (int length = 0; length <= sample.length; length++) {
                byte[] cut = Arrays.copyOf(sample, length);
                ParserOracle.assertNothingIsLost("cut at " + length, cut);
                if (length > HEADER.length() && cut[length - 1] == '\n') {
                    ParserOracle.assertReportAgrees("cut at " + length, cut);
                }
            }
        }

        @Test
        void areReadOrRejectedIfAnyByteIsChanged() throws IOException {
            byte[] sample = sample(40);
            Random random = new Random(8);
            for (int i = 0; i < sample.length; i++) {
                byte[] flipped = sample.clone();
                flipped[i] ^= (byte) (1 << random.nextInt(8));
                ParserOracle.assertNothingIsLost("bit of byte " + i, flipped);
                flipped[i] = (byte) "\",\r\n;- \0x".charAt(random.nextInt(9));
                ParserOracle.assertNothingIsLost("other byte " + i, flipped);
                byte[] shorter = Arrays.copyOf(sample, sample.length - 1);
                System.arraycopy(sample, i + 1, shorter, i, shorter.length - i);
                ParserOracle.assertNothingIsLost("without byte " + i, shorter);
                ParserOracle.assertReportAgrees("without byte " + i, shorter);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", HEADER, HEADER + "http,80,tcp,Web,\n"})
        void areReadOrRejectedWithARandomEnd(String begin) throws IOException {
            Random random = new Random(9);
            for (int i = 0; i < 3000; i++) {
                byte[] tail = new byte[random.nextInt(120)];
                random.nextBytes(tail);
                if (i % 3 != 0) {
                    for (int b = 0; b < tail.length; b++) {
                        tail[b] = (byte) "\",\r\n \"-,,1\na".charAt((tail[b] & 0xff) % 12);
                    }
                }
                byte[] bytes = concatenated(begin.getBytes(UTF_8), tail);
                ParserOracle.assertNothingIsLost(HexFormat.of().formatHex(bytes), bytes);
            }
        }

        /** A header and rows of the bundled edition, cut to five short columns, and the odd ones. */
        private static byte[] sample(int rows) {
            List<PortAssignment> bundled = PortRegistry.bundled().assignments();
            String some = new Random(200)
                    .ints(rows - 4L, 0, bundled.size())
                    .mapToObj(bundled::get)
                    .map(row -> Stream.of(
                                    IanaColumn.SERVICE_NAME,
                                    IanaColumn.PORT_NUMBER,
                                    IanaColumn.TRANSPORT_PROTOCOL,
                                    IanaColumn.DESCRIPTION,
                                    IanaColumn.REGISTRATION_DATE)
                            .map(column -> column.text(row).replace(",", ""))
                            .map(field -> field.substring(0, Math.min(12, field.length())))
                            .collect(Collectors.joining(",", "", "\r\n")))
                    .collect(Collectors.joining());
            return (HEADER + ODD_ROWS + some).getBytes(UTF_8);
        }
    }

    @Nested
    class Encodings {

        /** Truncated, overlong, a surrogate, beyond Unicode, a stray continuation, Latin-1. */
        @ParameterizedTest
        @ValueSource(strings = {"e282", "c080", "eda080", "f4908080", "80", "ff", "fc"})
        void rejectsInvalidUtf8WithItsLine(String hex) {
            byte[] bytes = concatenated(
                    (HEADER + "http,80,tcp,\"two\nlines\",\nssh,22,tcp,").getBytes(UTF_8),
                    HexFormat.of().parseHex(hex),
                    ",\n".getBytes(UTF_8));
            assertIsRefused(bytes, "line 4: not a registry: the bytes here are not UTF-8");
        }

        @ParameterizedTest
        @CsvSource({"UTF-16LE, false", "UTF-16BE, false", "UTF-16LE, true", "UTF-16BE, true"})
        void rejectsUtf16(String charset, boolean hasByteOrderMark) {
            String text = (hasByteOrderMark ? "\ufeff" : "") + HEADER + "http,80,tcp,Web,\n";
            assertIsRefused(
                    text.getBytes(Charset.forName(charset)),
                    hasByteOrderMark
                            ? "line 1: not a registry: the bytes here are not UTF-8; the file may be in UTF-16"
                            : "line 1, Service Name: not a registry: the header has no column \"Service Name\"; this is UTF-16, not"
                                    + " UTF-8");
        }

        @Test
        void keepsOrRejectsNulCharacters() throws IOException {
            assertThat(PortRegistry.parse(new StringReader(HEADER + "a,1,tcp,\0,\n"))
                            .assignments())
                    .containsExactly(PortAssignment.of("a", PortInterval.of(1), TransportProtocol.TCP, "\0"));
            assertIsRefused(
                    HEADER + "a\0b,1,tcp,,\n",
                    "line 2, Service Name: a service name must not have an invisible character");
            assertIsRefused(
                    HEADER + "a,1\0,tcp,,\n",
                    "line 2, Port Number: \"1\\u0000\" is not a port number, 0 to 65535,"
                            + " or an interval such as 6000-6063");
            assertIsRefused(
                    new byte[10_000],
                    "line 1, Service Name: not a registry: the header has no column \"Service Name\"");
        }
    }

    @Nested
    class Shapes {

        @Test
        void rejectsRepeatedColumns() {
            assertIsRefused(
                    "Service Name,Port Number,Transport Protocol,Service Name\na,1,tcp,a\n",
                    "line 1, Service Name: the header has column \"Service Name\" twice");
            assertIsRefused(
                    "Service Name,Port Number,port number ,Transport Protocol\na,1,1,tcp\n",
                    "line 1, Port Number: the header has column \"Port Number\" twice");
            assertIsRefused(
                    "Service Name,Port Number,Transport Protocol,Known Unauthorized Uses,Unauthorized Use Reported\n",
                    "line 1, Unauthorized Use Reported: the header has column \"Unauthorized Use Reported\" twice");
        }

        @Test
        void handlesTenThousandColumns() throws IOException {
            String more = IntStream.range(0, 10_000).mapToObj(i -> ",c" + i).collect(Collectors.joining());
            String header = HEADER.strip() + more + "\n";
            assertThat(PortRegistry.parse(new StringReader(header + "a,1,tcp,," + ",".repeat(10_000) + "\n"))
                            .assignments())
                    .hasSize(1);
            assertIsRefused(header + "a,1,tcp,,\n", "line 2: the number of fields is 5, but the header has 10005");
            assertIsRefused(
                    more + "\n", "line 1, Service Name: not a registry: the header has no column \"Service Name\"");
        }

        @Test
        @Tag("slow")
        void rejectsFiveMillionRows() {
            byte[] rows = "a,1,tcp,,\n".repeat(1000).getBytes(UTF_8);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> IanaCsvParser.strict()
                            .parse(new SequenceInputStream(Collections.enumeration(Stream.concat(
                                            Stream.of(HEADER.getBytes(UTF_8)), Collections.nCopies(5000, rows).stream())
                                    .<InputStream>map(ByteArrayInputStream::new)
                                    .toList()))))
                    .withMessage("line 1500002: not a registry: it has more than 1500000 rows");
        }

        @Test
        void readsSpreadsheetsWithoutTheirDates() throws IOException {
            String text =
                    "\ufeff" + HEADER.strip() + ",,\r\nhttp,80,tcp,Web,31/07/2012,,\r\nssh,22,tcp,,,,\r\n,,,,,,\r\n";
            ParseReport report = ParseReport.parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
            assertThat(report.problems())
                    .containsExactly(
                            new ParseProblem(
                                    1,
                                    "",
                                    "",
                                    "the fields of these unknown columns are dropped: \"\", \"\"",
                                    Severity.WARNING),
                            new ParseProblem(
                                    2,
                                    "Registration Date",
                                    "31/07/2012",
                                    "\"31/07/2012\" is not a date such as 2007-06 or 2011-10-12",
                                    Severity.WARNING),
                            new ParseProblem(
                                    4,
                                    "Service Name",
                                    "",
                                    "there is neither a service name nor a port number",
                                    Severity.ERROR));
            assertThat(report.rowsKept()).isEqualTo(2);
            ParserOracle.assertNothingIsLost("spreadsheet", text.getBytes(UTF_8));
        }
    }

    @Nested
    class Fields {

        /** Digits and letters of full width, which some parsers take for those of ASCII. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                a,８０,tcp,,          | Port Number        | ８０       | ERROR   | "８０" is not a port number, 0 to 65535, or an interval such as 6000-6063
                a,80,ＴＣＰ,,         | Transport Protocol | ＴＣＰ     | ERROR   | unknown transport "ＴＣＰ"; it must be tcp, udp, sctp or dccp
                a,80,tcp,,２０１１-02 | Registration Date  | ２０１１-02 | WARNING | "２０１１-02" is not a date such as 2007-06 or 2011-10-12
                """)
        void rejectsOrDropsLookalikes(String row, String column, String value, Severity severity, String message)
                throws IOException {
            String text = HEADER + "http,80,tcp,\"two\nlines\",\n" + row + "\n";
            ParseProblem problem = new ParseProblem(4, column, value, message, severity);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> PortRegistry.parse(new StringReader(text)))
                    .withMessage(problem.toString())
                    .returns(4L, PortRegistryParseException::line)
                    .returns(column, PortRegistryParseException::column)
                    .returns(value, PortRegistryParseException::value);
            ParseReport report = ParseReport.parse(new StringReader(text));
            assertThat(report.problems()).containsExactly(problem);
            assertThat(report.rowsKept()).isEqualTo(severity == Severity.ERROR ? 1 : 2);
        }

        /** So that half a file does not end in a log. */
        @ParameterizedTest
        @CsvSource({"9,tcp", "x,tcp", "1,9", "80,x"})
        void truncatesLongFieldsInMessages(String ports, String transport) {
            String row = "a," + ports.replaceAll("[x9]", "$0".repeat(50_000)) + ","
                    + transport.replaceAll("[x9]", "$0".repeat(40_000)) + ",,";
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> PortRegistry.parse(new StringReader(HEADER + row)))
                    .satisfies(e -> {
                        assertThat(e.getMessage()).hasSizeLessThan(250).contains("...");
                        assertThat(e.value()).hasSize(80).endsWith("...");
                    });
        }
    }

    /** Small files that mean much work to who goes about them naively. */
    @Nested
    @Tag("slow")
    class Amplification {

        @Test
        void rejectsNestedIntervals() throws IOException {
            StringBuilder nested = new StringBuilder(HEADER);
            for (int i = 0; i < 1_300; i++) {
                nested.append("a,").append(i).append('-').append(65_535 - i).append(",tcp,,\n");
            }
            String message = "the intervals of the rows overlap more than 120800 times";
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> PortRegistry.parse(new StringReader(nested.toString())))
                    .withMessage("not a registry: " + message);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> ParseReport.parse(new StringReader(nested.toString())))
                    .withMessage("not a registry: " + message);
            List<PortAssignment> rows = IanaCsvParser.strict().parse(new StringReader(nested.toString()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortRegistry.of(rows))
                    .withMessage(message);
        }

        @Test
        void handlesManyAliasesOfOneName() throws IOException {
            String header = HEADER.strip() + ",Assignment Notes\n";
            String alias = "b,2,udp,,,\"This entry is an alias to \"\"a\"\".\"\n";
            ParseReport report =
                    ParseReport.parse(new StringReader(header + "a,1,tcp,,,\n".repeat(4_000) + alias.repeat(3_000)));
            assertThat(report.warnings().stream()
                            .filter(problem -> problem.message().startsWith("alias of")))
                    .hasSize(3_000);
        }

        @Test
        void handlesManyAssignmentsAndBlocks() throws IOException {
            StringBuilder text = new StringBuilder(HEADER);
            for (int port = 0; port < 65_536; port += 2) {
                text.append(',').append(port).append(",tcp,Unassigned,\n");
            }
            for (int i = 0; i < 12_000; i++) {
                text.append("n").append(i).append(',').append(i).append(",tcp,,\n");
            }
            ParseReport report = ParseReport.parse(new StringReader(text.toString()));
            assertThat(report.warnings().stream()
                            .filter(problem -> problem.message().equals("assigned inside an unassigned block")))
                    .hasSize(6_000);
        }

        @Test
        void rejectsTooManyWarnings() {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> ParseReport.parse(new StringReader(HEADER + "a,1,tcp,,\n".repeat(10_002))))
                    .withMessage("line 10003: not a registry: it has more than 10000 errors and warnings");
        }

        /** Each of these takes minutes where a map has to compare all keys of one hash with each other. */
        @Test
        void handlesRowsOfOneHash() throws IOException {
            List<PortAssignment> rows = IntStream.range(0, 1 << 14)
                    .mapToObj(i -> PortAssignment.of(nameOfOneHash(i), PortInterval.of(60123), TCP, "before"))
                    .toList();
            List<PortAssignment> others = rows.stream()
                    .map(row -> PortAssignment.of(row.serviceName(), row.ports(), TCP, "behind"))
                    .toList();
            assertThat(rows.get(0)).hasSameHashCodeAs(rows.get(1));
            PortRegistry registry = PortRegistry.of(rows);

            assertThat(RegistryDiff.between(registry, PortRegistry.of(others)).changed())
                    .hasSameSizeAs(rows);
            assertThat(PortRegistry.bundled()
                            .withOverlay(rows, OverlayPolicy.MAY_SHADOW)
                            .overlay())
                    .isEqualTo(rows);
            assertThat(registry.withOverlay(others, OverlayPolicy.MAY_SHADOW).resolve(nameOfOneHash(7), TCP))
                    .isEqualTo(PortSet.of(60123));
            assertThat(registry.names().exactServices(PortSet.of(60123), TCP)).hasSameSizeAs(rows);
            assertThat(registry.query().serviceNames()).hasSameSizeAs(rows);
            StringBuilder file = new StringBuilder();
            ServicesFileWriter.write(registry, file);
            assertThat(file.toString().lines()).hasSameSizeAs(rows);
            assertThat(ParseReport.parse(new StringReader(HEADER
                                    + rows.stream()
                                            .limit(9_000)
                                            .map(row -> row.serviceName() + ",1,tcp,,\n")
                                            .collect(Collectors.joining())))
                            .warnings())
                    .hasSize(9_000);
        }

        @Test
        void handlesNamesOfOneHash() {
            assertThat("c1").hasSameHashCodeAs("ao");
            List<PortAssignment> rows = IntStream.range(0, 65_536)
                    .mapToObj(port -> PortAssignment.of(nameOfOneHash(port), PortInterval.of(port), TCP, ""))
                    .toList();
            PortRegistry registry = PortRegistry.of(rows);
            for (PortAssignment row : rows) {
                if (!registry.findByName(row.serviceName()).equals(List.of(row))
                        || !registry.findByName(row.serviceName().toUpperCase(Locale.ROOT))
                                .equals(List.of(row))) {
                    throw new AssertionError("not found: " + row);
                }
            }
            assertThat(registry.findByName(nameOfOneHash(65_536))).isEmpty();
            assertThat(registry.findByName(nameOfOneHash(0).replace("Xc", "xC")))
                    .containsExactly(rows.get(0));
        }

        /** Begins with a capital letter, so that the index has to fold the name. */
        private static String nameOfOneHash(int bits) {
            return IntStream.range(0, 17)
                    .mapToObj(bit -> (bits >> bit & 1) == 0 ? "c1" : "ao")
                    .collect(Collectors.joining("", "X", ""));
        }
    }

    /** A gigabyte each, in a process with 64 MiB, and with 512 MiB where all rows are kept. */
    @Nested
    @Tag("slow")
    class EndlessStreams {

        @Test
        void areRejectedBeforeTheyFillTheHeap() throws Exception {
            List<String> expected = new ArrayList<>();
            for (String stream : EndlessInput.STREAMS.keySet()) {
                boolean isRows = stream.startsWith("faulty");
                boolean isBlankLines = stream.startsWith("line feeds") || stream.startsWith("carriage");
                String manyRows = "not a registry: it has more than 1500000 rows";
                String refusal = (stream.endsWith("after a row") ? "line 3: " : "line 1: ")
                        + "not a registry: the row that begins here has more than 100000 characters";
                if (isRows || isBlankLines) {
                    refusal = "line 1500002: " + manyRows;
                }
                expected.add(stream + ", strict: "
                        + (isRows
                                ? "line 3, Port Number: \"cp\" is not a port number, 0 to 65535, or an interval such as"
                                        + " 6000-6063"
                                : refusal));
                expected.add(stream + ", lenient: " + refusal);
                expected.add(stream + ", report: "
                        + (isRows
                                ? "line 10003: not a registry: it has more than 10000 errors and warnings"
                                : refusal));
            }
            assertThat(output("-Xmx64m", "faults")).isEqualTo(expected);
        }

        @Test
        void areRejectedEvenIfTheirRowsAreValid() throws Exception {
            String tooLong = ": not a registry: it has more than 120000000 characters";
            String tooMany = "line 1500002: not a registry: it has more than 1500000 rows";
            assertThat(output("-Xmx512m", "rows"))
                    .containsExactly(
                            "long rows, strict: line 1335" + tooLong,
                            "long rows, lenient: line 1335" + tooLong,
                            "long rows, report: line 1335" + tooLong,
                            "short rows, strict: " + tooMany,
                            "short rows, lenient: " + tooMany,
                            "short rows, report: " + tooMany);
        }

        private static List<String> output(String heap, String streams) throws Exception {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            heap,
                            "-cp",
                            classPath(),
                            EndlessInput.class.getName(),
                            streams)
                    .redirectErrorStream(true);
            // The virtual machine would print a line of its own for each.
            builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            Process process = builder.start();
            List<String> lines = process.inputReader(UTF_8).lines().toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            return lines;
        }

        /** Where the tests run on the module path, the class path has but the tests' own libraries. */
        private static String classPath() throws URISyntaxException {
            Path testClasses = Path.of(
                            Objects.requireNonNull(HostileInputTest.class.getResource("HostileInputTest.class"))
                                    .toURI())
                    .resolve("../../../..")
                    .normalize();
            return Stream.of(
                            testClasses.toString(),
                            System.getProperty("jdk.module.path"),
                            System.getProperty("java.class.path"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void assertIsRefused(String text, String message) {
        assertIsRefused(text.getBytes(UTF_8), message);
    }

    /** The strict parser refuses the bytes, and so does the lenient one unless it is for a row. */
    private static void assertIsRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(PortRegistryParseException.class)
                .isThrownBy(() -> IanaCsvParser.strict().parse(new ByteArrayInputStream(bytes)))
                .withMessage(message);
        try {
            ParserOracle.assertNothingIsLost(message, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(bytes::put);
        return bytes.array();
    }
}
