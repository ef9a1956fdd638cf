package io.github.portregistry;

import static io.github.portregistry.ParseProblem.Severity.ERROR;
import static io.github.portregistry.ParseProblem.Severity.WARNING;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesFileParserTest {

    /** Lines of Debian's netbase 6.4, as they stand there. */
    private static final String DEBIAN = """
            # Network services, Internet style
            #
            # Updated from https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml .

            tcpmux\t\t1/tcp\t\t\t\t# TCP port service multiplexer
            echo\t\t7/tcp
            discard\t\t9/tcp\t\tsink null
            whois\t\t43/tcp\t\tnicname
            bootps\t\t67/udp
            http\t\t80/tcp\t\twww\t\t# WorldWideWeb HTTP
            kerberos\t88/tcp\t\tkerberos5 krb5 kerberos-sec\t# Kerberos v5
            snmp-trap\t162/tcp\t\tsnmptrap\t# Traps for SNMP
            clearcase\t371/udp\t\tClearcase
            submissions\t465/tcp\t\tssmtp smtps urd # Submission over TLS [RFC8314]
            z3950\t\t210/tcp\t\twais\t\t# NISO Z39.50 database
            sip-tls\t\t5061/tcp
            #
            # AppleTalk (DDP) services
            #
            rtmp\t\t1/ddp\t\t\t# Routing Table Maintenance Protocol
            #=========================================================================
            # The remaining port numbers are not as allocated by IANA.
            moira-db\t775/tcp\t\tmoira_db\t# Moira database
            """;

    private static PortAssignment row(String name, int port, TransportProtocol transport, String description) {
        return PortAssignment.of(name, PortInterval.of(port), transport, description);
    }

    private static PortAssignment alias(String name, int port, TransportProtocol transport, String target) {
        String notes = "This entry is an alias to \"" + target + "\".";
        return new PortAssignment(name, PortInterval.of(port), transport, "", "", "", null, null, "", null, "", notes);
    }

    private static List<PortAssignment> strict(String text) {
        try {
            return ServicesFileParser.strict().parse(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PortAssignment> lenient(String text, List<ParseProblem> problems) {
        try {
            return ServicesFileParser.lenient(problems::add).parse(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertStrictRefuses(byte[] bytes, String message) {
        assertThatExceptionOfType(PortRegistryParseException.class)
                .isThrownBy(() -> ServicesFileParser.strict().parse(new ByteArrayInputStream(bytes)))
                .withMessage(message)
                .returns("", PortRegistryParseException::column)
                .returns("", PortRegistryParseException::value);
    }

    /** Bytes that are not UTF-8. The C library reads such a file. */
    @Nested
    class Undecodable {

        @ParameterizedTest
        @ValueSource(strings = {"e282", "c080", "eda080", "f4908080", "80", "ff", "fc"})
        void areKeptInCommentsIfLenient(String hex) throws IOException {
            byte[] file = file("a 1/tcp\r\n\nb 2/tcp # <M", hex, "ller>\nc 3/tcp # d\n");
            List<ParseProblem> problems = new ArrayList<>();
            List<PortAssignment> rows =
                    ServicesFileParser.lenient(problems::add).parse(new ByteArrayInputStream(file));
            assertThat(rows).extracting(PortAssignment::serviceName).containsExactly("a", "b", "c");
            String comment = rows.get(1).description();
            assertThat(comment).matches("<M\uFFFD+ller>");
            assertThat(problems)
                    .containsExactly(new ParseProblem(
                            3, "Description", comment, "the bytes here are not text in UTF-8", WARNING));
        }

        @Test
        void leaveOutTheLineElsewhere() throws IOException {
            byte[] file = file("a 1/tcp\nb 2/tcp b", "fc", " # \uD83D\uDC80\nc 3/tcp\n");
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(ServicesFileParser.lenient(problems::add).parse(new ByteArrayInputStream(file)))
                    .extracting(PortAssignment::serviceName)
                    .containsExactly("a", "c");
            assertThat(problems)
                    .extracting(ParseProblem::toString)
                    .containsExactly("line 2: the bytes here are not text in UTF-8");
            assertThat(problems).extracting(ParseProblem::severity).containsExactly(ERROR);
        }

        @Test
        void areRefusedIfStrict() throws IOException {
            byte[] file = file("a 1/tcp\r\n\nb 2/tcp # ", "fc", "\nc 3/tcp\n");
            assertStrictRefuses(file, "line 3: not a services file: the bytes here are not UTF-8");
        }

        private static byte[] file(String before, String hex, String after) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(before.getBytes(UTF_8));
            bytes.write(HexFormat.of().parseHex(hex));
            bytes.write(after.getBytes(UTF_8));
            return bytes.toByteArray();
        }
    }

    @Nested
    class Lines {

        /** In the table, ␉ is a tab, and rows have a semicolon between them. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                http 80/tcp                    | http 80/tcp
                http␉␉80/tcp␉                  | http 80/tcp
                ␉ http  80/tcp                 | http 80/tcp
                http␉80/TCP                    | http 80/tcp
                zero 0/udp                     | zero 0/udp
                last 65535/sctp                | last 65535/sctp
                dc 5/dccp                      | dc 5/dccp
                http 80/tcp # the Web          | http 80/tcp the Web
                http 80/tcp#the Web            | http 80/tcp the Web
                http 80/tcp ## a # b #         | http 80/tcp # a # b #
                http 80/tcp #                  | http 80/tcp
                http 80/tcp #␉the␉Web␉         | http 80/tcp the␉Web
                http 80/tcp www                | http 80/tcp; www 80/tcp = http
                http␉80/tcp www␉w3 # the Web   | http 80/tcp the Web; www 80/tcp = http; w3 80/tcp = http
                http 80/tcp www www            | http 80/tcp; www 80/tcp = http; www 80/tcp = http
                Http 80/tcp HTTP http www      | Http 80/tcp; www 80/tcp = Http
                whois++ 63/tcp who*is a,b      | whois++ 63/tcp; who*is 63/tcp = whois++; a,b 63/tcp = whois++
                914c/g 211/tcp 914c           | 914c/g 211/tcp; 914c 211/tcp = 914c/g
                9pfs 564/tcp 802-11-iapp       | 9pfs 564/tcp; 802-11-iapp 564/tcp = 9pfs
                a"b 7/tcp                      | a"b 7/tcp
                größe 7/tcp ж # 💀 für         | größe 7/tcp 💀 für; ж 7/tcp = größe
                """)
        void becomeRows(String line, String rows) {
            assertThat(String.join(
                            "; ",
                            strict(line.replace('␉', '\t')).stream()
                                    .map(row -> row
                                            + (row.description().isEmpty() ? "" : " " + row.description())
                                            + (row.aliasOf() == null ? "" : " = " + row.aliasOf()))
                                    .toList()))
                    .isEqualTo(rows.replace('␉', '\t'));
        }

        @Test
        void fillFourColumnsAndTheNotesOfAliases() {
            assertThat(strict("http 80/tcp www # the Web\n"))
                    .containsExactly(row("http", 80, TCP, "the Web"), alias("www", 80, TCP, "http"));
        }

        @Test
        void areKeptInFileOrder() {
            assertThat(strict("b 2/tcp # x\na 1/udp\nb 2/tcp # x\nb 2/tcp c\nb 3/tcp\n"))
                    .containsExactly(
                            row("b", 2, TCP, "x"),
                            row("a", 1, UDP, ""),
                            row("b", 2, TCP, "x"),
                            row("b", 2, TCP, ""),
                            alias("c", 2, TCP, "b"),
                            row("b", 3, TCP, ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "\r\n", " \t\n", "#\n", "# ssh 22/tcp\n", "  # ssh 22/tcp\r\n", "\u000b\f\n"})
        void areSkippedIfBlankOrComments(String line) {
            assertThat(strict(line + "a 1/tcp\n" + line + line + "b 2/tcp\n" + line))
                    .containsExactly(row("a", 1, TCP, ""), row("b", 2, TCP, ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\n\n", "\n\r\n"})
        void endInALineFeed(String end) {
            List<PortAssignment> rows = List.of(row("a", 1, TCP, "x"), row("b", 2, SCTP, ""), row("c", 3, DCCP, ""));
            assertThat(strict(String.join(end, "a 1/tcp # x", "b 2/sctp", "c 3/dccp")))
                    .isEqualTo(rows);
            assertThat(strict(String.join(end, "a 1/tcp # x", "b 2/sctp", "c 3/dccp", "")))
                    .isEqualTo(rows);
        }

        /** To the C library a carriage return is a blank, and no line begins behind it. */
        @Test
        void doNotEndInCarriageReturns() {
            assertThat(strict("a 1/tcp b\rssh\n"))
                    .extracting(PortAssignment::toString)
                    .containsExactly("a 1/tcp", "b 1/tcp", "ssh 1/tcp");
            assertThat(strict("a 1/tcp # b\rssh 22/tcp\n")).containsExactly(row("a", 1, TCP, "b\rssh 22/tcp"));
        }

        @Test
        void mayFollowAByteOrderMark() {
            assertThat(strict("\uFEFFa 1/tcp\n")).containsExactly(row("a", 1, TCP, ""));
            assertThat(strict("\uFEFF# a\nb 2/tcp\n")).containsExactly(row("b", 2, TCP, ""));
        }

        @Test
        void makeAnUnmodifiableList() {
            List<PortAssignment> rows = strict("a 1/tcp\n");
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(rows::clear);
        }
    }

    @Nested
    class Faults {

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                ssh           | Port Number        | ''         | there is no port and transport, such as 443/tcp, after the name
                ssh # 22/tcp  | Port Number        | ''         | there is no port and transport, such as 443/tcp, after the name
                ssh 22        | Port Number        | 22         | "22" is not a port and transport, such as 443/tcp
                ssh 22 /tcp   | Port Number        | 22         | "22" is not a port and transport, such as 443/tcp
                ssh tcp 22    | Port Number        | tcp        | "tcp" is not a port and transport, such as 443/tcp
                ssh /tcp      | Port Number        | ''         | "" is not a port number, 0 to 65535, or an interval such as 6000-6063
                ssh cp/tcp    | Port Number        | cp         | "cp" is not a port number, 0 to 65535, or an interval such as 6000-6063
                ssh +22/tcp   | Port Number        | +22        | "+22" is not a port number, 0 to 65535, or an interval such as 6000-6063
                ssh -22/tcp   | Port Number        | -22        | "-22" is not a port number, 0 to 65535, or an interval such as 6000-6063; write 0-22
                ssh ٢٢/tcp    | Port Number        | ٢٢         | "٢٢" is not a port number, 0 to 65535, or an interval such as 6000-6063
                ssh 022/tcp   | Port Number        | 022        | port 022 has a leading zero
                ssh 00/tcp    | Port Number        | 00         | port 00 has a leading zero
                ssh 65536/tcp | Port Number        | 65536      | port 65536 is outside 0 to 65535
                ssh 4294967318/tcp | Port Number   | 4294967318 | port 4294967318 is outside 0 to 65535
                ssh 22-23/tcp | Port Number        | 22-23      | interval 22-23 is not allowed: services(5) has one port per line
                ssh 22-22/tcp | Port Number        | 22-22      | interval 22-22 is not allowed: services(5) has one port per line
                ssh 23-22/tcp | Port Number        | 23-22      | interval 23-22 is reversed
                ssh 22/       | Transport Protocol | ''         | unknown transport ""; it must be tcp, udp, sctp or dccp
                rtmp 1/ddp    | Transport Protocol | ddp        | unknown transport "ddp"; it must be tcp, udp, sctp or dccp
                ssh 22/tcp/udp | Transport Protocol | tcp/udp   | unknown transport "tcp/udp"; it must be tcp, udp, sctp or dccp; services(5) has one transport per line, unlike Wireshark's form
                ssh 22//tcp   | Transport Protocol | /tcp       | unknown transport "/tcp"; it must be tcp, udp, sctp or dccp
                ssh 22/tcp,udp | Transport Protocol | tcp,udp   | unknown transport "tcp,udp"; it must be tcp, udp, sctp or dccp
                80 22/tcp     | Service Name       | 80         | "80" is not a service name: it has no letter
                1-2 22/tcp    | Service Name       | 1-2        | "1-2" is not a service name: it has no letter
                0.484143 22/tcp | Service Name     | 0.484143   | "0.484143" is not a service name: it has no letter
                http 80/tcp 0.484143 | Service Name | 0.484143  | "0.484143" is not a service name: it has no letter
                - 22/tcp      | Service Name       | -          | "-" is not a service name: it has no letter
                ssh 22/tcp 80 | Service Name       | 80         | "80" is not a service name: it has no letter
                s"h 22/tcp ss | Service Name       | s"h        | "s\\"h" has a quotation mark, so it cannot have aliases
                22/tcp        | Service Name       | 22/tcp     | "22/tcp" is not a service name: a specification would read it as a transport
                ssh/udp 22/tcp | Service Name     | ssh/udp    | "ssh/udp" is not a service name: a specification would read it as a transport
                TCP 22/tcp    | Service Name       | TCP        | "TCP" is not a service name: a specification would read it as a transport
                """)
        void areReportedWithLineColumnAndValue(String line, String column, String value, String message) {
            assertFault(line, column, value, message);
        }

        /** A blank that the C library does not take for one, a control, a bidirectional override, half a character. */
        @ParameterizedTest
        @ValueSource(strings = {"\u00a0", "\u0000", "\u001b", "\u202e", "\u200b", "\u2028", "\ud83d", "\u0085"})
        void includeInvisibleCharactersInNames(String invisible) {
            String name = "s" + invisible + "h";
            String message = "\"s\\u" + String.format("%04x", (int) invisible.charAt(0))
                    + "h\" is not a service name: it has an invisible character";
            assertFault(name + " 22/tcp", "Service Name", name, message);
            assertFault("ssh 22/tcp a " + name + " b", "Service Name", name, message);
        }

        private static void assertFault(String line, String column, String value, String message) {
            ParseProblem problem = new ParseProblem(4, column, value, message, ERROR);
            String text = "http 80/tcp # the Web\r\n\n# comment\n" + line + "\nftp 21/tcp\n";
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> strict(text))
                    .withMessage(problem.toString())
                    .returns(4L, PortRegistryParseException::line)
                    .returns(column, PortRegistryParseException::column)
                    .returns(value, PortRegistryParseException::value);
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient(text, problems))
                    .containsExactly(row("http", 80, TCP, "the Web"), row("ftp", 21, TCP, ""));
            assertThat(problems).containsExactly(problem);
        }

        @Test
        void areReportedInFileOrderOncePerLine() {
            List<ParseProblem> problems = new ArrayList<>();
            assertThat(lenient("a\nb 2/tcp\nc x/y 80\n80 81\nd 4/ddp 80\n", problems))
                    .containsExactly(row("b", 2, TCP, ""));
            assertThat(problems)
                    .extracting(problem -> problem.line() + " " + problem.column())
                    .containsExactly("1 Port Number", "3 Port Number", "4 Service Name", "5 Transport Protocol");
        }

        @ParameterizedTest
        @CsvSource({"9 22/tcp", "s x/tcp", "s 9/tcp", "s 22/x", "s x", "s 22/tcp 9"})
        void areTruncatedInMessages(String line) {
            String text = line.replaceAll("[9x]", "$0".repeat(50_000));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> strict(text))
                    .satisfies(e -> {
                        assertThat(e.getMessage()).hasSizeLessThan(250).contains("...");
                        assertThat(e.value()).hasSize(80).endsWith("...");
                    });
        }
    }

    @Nested
    class WhatIsNotAServicesFile {

        @ParameterizedTest
        @ValueSource(strings = {"", "\uFEFF", "\n\r\n", "# nothing\n", " \t", "\r"})
        void hasNoEntry(String text) {
            assertIsRefused(text.getBytes(UTF_8), "not a services file: no entry could be kept");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"rtmp 1/ddp\n", "<!DOCTYPE html>\n<html><body>Please log in</body></html>\n", "a,1,tcp\n"})
        void hasNoValidLine(String text) {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> lenient(text, new ArrayList<>()))
                    .withMessageContaining("not a services file: no entry could be kept; the first problem is: ")
                    .returns(1L, PortRegistryParseException::line);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> strict(text))
                    .returns(1L, PortRegistryParseException::line);
        }

        @Test
        void isUtf16() {
            byte[] bytes = "\uFEFFa 1/tcp\n".getBytes(StandardCharsets.UTF_16LE);
            assertStrictRefuses(bytes, "line 1: not a services file: the bytes here are not UTF-8");
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> ServicesFileParser.lenient(problem -> {}).parse(new ByteArrayInputStream(bytes)))
                    .withMessageStartingWith("line 1: not a services file: no entry could be kept; ")
                    .withMessageEndingWith("the bytes here are not text in UTF-8");
        }

        @Test
        void hasALineOfOver100000Characters() {
            String line = "a 1/tcp #" + "x".repeat(100_000 - 9);
            assertThat(strict("b 2/tcp\n" + line + "\n" + line)).hasSize(3);
            String message = "line 2: not a services file: this line has more than 100000 characters";
            assertIsRefused(("b 2/tcp\n" + line + "x\n").getBytes(UTF_8), message);
            assertIsRefused(("b 2/tcp\n" + line + "x").getBytes(UTF_8), message);
        }

        @Test
        void hasOver1500000Lines() {
            String message = "line 1500001: not a services file: it has more than 1500000 lines";
            assertThat(strict("a 1/tcp\n" + "\n".repeat(1_499_999))).hasSize(1);
            assertIsRefused(("a 1/tcp\n" + "\n".repeat(1_500_000)).getBytes(UTF_8), message);
            assertIsRefused(("a 1/tcp\n" + "#\n".repeat(1_500_000)).getBytes(UTF_8), message);
        }

        @Test
        @Tag("slow")
        void hasOver1500000Names() {
            String line = "a 1/tcp" + " b".repeat(29_999) + "\n";
            assertIsRefused(
                    (line.repeat(50) + "c 3/tcp\n").getBytes(UTF_8),
                    "line 51: not a services file: it has more than 1500000 names");
        }

        private static void assertIsRefused(byte[] bytes, String message) {
            assertStrictRefuses(bytes, message);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> ServicesFileParser.lenient(problem -> {
                                throw new AssertionError(problem);
                            })
                            .parse(new ByteArrayInputStream(bytes)))
                    .withMessage(message);
        }
    }

    @Nested
    class HostileText {

        /** A gigabyte of each, of which no more than a buffer is read beyond the limit. */
        @ParameterizedTest
        @ValueSource(strings = {"a", "#", " ", "\t", "\0", "\r", "a ", "80/", "é", "1"})
        void isRejectedSoonIfEndless(String repeated) {
            byte[] part = repeated.getBytes(UTF_8);
            long[] read = {0};
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return part[(int) (read[0]++ % part.length)] & 0xff;
                }
            };
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> ServicesFileParser.strict().parse(endless))
                    .withMessage("line 1: not a services file: this line has more than 100000 characters");
            assertThat(read[0]).isLessThan(300_000);
        }

        /** Each of these has ten lines of a hundred thousand characters, and takes milliseconds. */
        @ParameterizedTest
        @ValueSource(strings = {"a", " ", "a ", "-", "1", "9 ", "a/", "/", "\"", "# ", "\u00a0", "😀"})
        void takesLinearTime(String repeated) {
            String many = repeated.repeat(99_000 / repeated.length());
            for (String begin : List.of("", "a 1/tcp ", "a ", "a 1/", "a 1/tcp #", "\"")) {
                String text = "a 1/tcp\n" + (begin + many + "\n").repeat(10);
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> lenient(text, new ArrayList<>()));
            }
        }

        @Test
        void takesLittleMemoryForManyAliases() {
            String name = "n".repeat(50_000);
            List<PortAssignment> rows = strict((name + " 1/tcp" + " a".repeat(24_000) + "\n").repeat(5));
            assertThat(rows).hasSize(5 * 24_001);
            assertThat(rows.get(1).assignmentNotes()).isSameAs(rows.get(24_000).assignmentNotes());
        }

        /** Whatever stands there: rows, each with what a line has, or an exception of this library. */
        @Test
        void isReadOrRejected() {
            Random random = new Random(5);
            String letters = "ab9-/ \t\n\r#\"tcpudp10\u00a0\u202eé\0,";
            int kept = 0;
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder(random.nextBoolean() ? "a 1/tcp\n" : "b 2/udp c");
                for (int n = random.nextInt(40); n > 0; n--) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                List<ParseProblem> problems = new ArrayList<>();
                try {
                    List<PortAssignment> rows = lenient(text.toString(), problems);
                    kept += rows.size();
                    assertThat(rows).allMatch(row -> ServicesFileFormat.fault(row.serviceName()) == null);
                    assertThat(rows).isNotEmpty();
                } catch (PortRegistryParseException e) {
                    assertThat(e).hasMessageContaining("not a services file: no entry could be kept");
                    assertThat(problems).isNotEmpty();
                }
            }
            assertThat(kept).isGreaterThan(10_000);
        }
    }

    @Test
    void rejectsNullSink() {
        assertRejectsNull("sink", () -> ServicesFileParser.lenient(null));
    }

    @Nested
    class AMachinesOwnFile {

        private final List<ParseProblem> problems = new ArrayList<>();
        private final PortRegistry local = PortRegistry.of(lenient(DEBIAN, problems));

        @Test
        void hasAppleTalkEntries() {
            String message =
                    "line 20, Transport Protocol: unknown transport \"ddp\"; it must be tcp, udp, sctp or dccp";
            assertThat(problems).extracting(ParseProblem::toString).containsExactly(message);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> strict(DEBIAN))
                    .withMessage(message);
        }

        @Test
        void answersAsARegistry() {
            assertThat(local.assignments()).hasSize(26);
            assertThat(local.findByName("www", TCP)).containsExactly(alias("www", 80, TCP, "http"));
            assertThat(local.findCanonical(465, TCP))
                    .contains(row("submissions", 465, TCP, "Submission over TLS [RFC8314]"));
            assertThat(local.findAliases(local.findByName("kerberos").get(0)))
                    .extracting(PortAssignment::serviceName)
                    .containsExactly("kerberos5", "krb5", "kerberos-sec");
            assertThat(local.names().label(162, TCP)).isEqualTo("162/tcp snmp-trap");
            assertThat(local.names().label(371, UDP)).isEqualTo("371/udp clearcase");
            assertThat(local.resolve("whois, smtps, moira_db/tcp, bootps")).hasToString("tcp 43,465,775; udp 67");
            assertThat(local.status(7, UDP)).isEqualTo(AssignmentStatus.UNLISTED);
        }

        @Test
        void hasNamesThatIanaLacks() {
            PortRegistry iana = PortRegistry.bundled();
            assertThat(local.assignments().stream()
                            .filter(row -> iana.findByPort(row.ports().first(), row.transport()).stream()
                                    .noneMatch(other -> ServiceNames.isSame(other.serviceName(), row.serviceName())))
                            .map(PortAssignment::serviceName))
                    .containsExactly(
                            "sink",
                            "null",
                            "whois",
                            "kerberos5",
                            "krb5",
                            "kerberos-sec",
                            "snmp-trap",
                            "ssmtp",
                            "smtps",
                            "z3950",
                            "wais",
                            "sip-tls",
                            "moira-db",
                            "moira_db");
        }
    }
}
