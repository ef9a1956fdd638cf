package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.Editions;
import io.github.portregistry.PortRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    /** What a run printed on standard output and standard error, and its exit status. */
    private record Run(int status, String out, String err) {

        static Run of(String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = Main.run(
                    args,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Run(status, text(out), text(err));
        }

        private static String text(ByteArrayOutputStream bytes) {
            return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        }
    }

    @Test
    void saysThatItsAnswerWasNotWritten() {
        PrintStream closed = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        closed.close();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(new String[] {"1326"}, closed, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(Run.text(err)).isEqualTo("ports: cannot write all of the answer\n");
    }

    @Nested
    class Ports {

        @Test
        void answersWhatReadmeShows() throws IOException {
            String readme = Files.readString(Path.of("README.md"));
            Run run = Run.of("1326");
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(readme).contains("```text\n" + run.out() + "```");
        }

        @Test
        void listsEveryNameOfAPortWithItsCanonicalOne() {
            assertThat(Run.of("80/tcp").out())
                    .containsSubsequence(
                            "  tcp  http      World Wide Web HTTP\n",
                            "                 cites RFC9110\n",
                            "  tcp  www       World Wide Web HTTP\n",
                            "                 another name of http\n",
                            "  tcp  www-http  World Wide Web HTTP\n");
        }

        @Test
        void saysTheStateOfAPortThatNobodyHas() {
            Run run = Run.of("26");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("  tcp,udp    unassigned\n  sctp,dccp  unlisted\n");
            assertThat(run.err()).isEmpty();
        }

        @Test
        void printsUnauthorizedUseAndTheIntervalThatThePortLiesIn() {
            assertThat(Run.of("6063").out()).contains("x11 (6000-6063)", "unauthorized use reported:");
        }

        @Test
        void leavesOutAnUnassignedBlockAroundAnAssignedPort() {
            assertThat(Run.of("7775").out())
                    .containsPattern("(?m)^  tcp +inetfs ")
                    .doesNotContainPattern("tcp.*unassigned");
        }

        @Test
        void staysWithinEightyColumns() {
            for (String port : new String[] {"80", "443", "1023", "6063", "27001", "49152"}) {
                assertThat(Run.of(port).out().lines())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
            }
        }
    }

    @Nested
    class Services {

        @Test
        void listsAllPortsOfAName() {
            Run run = Run.of("HTTP-ALT");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("Service http-alt:", "591/tcp,udp", "8008/tcp,udp", "8080/tcp,udp");
        }

        @Test
        void saysThatANameHasNoPort() {
            assertThat(Run.of("rdp").out()).contains("no port  rdp  Windows Remote Desktop Protocol");
        }

        @Test
        void takesAWholeArgumentAsANameBeforeItLooksForATransport() {
            assertThat(Run.of("cl/1").out()).contains("Service cl/1:");
            assertThat(Run.of("cl/1/tcp").out()).contains("Service cl/1:");
        }

        @Test
        void complainsOfANameThatIsNotRegistered() {
            assertThat(Run.of("nosuchservice"))
                    .isEqualTo(new Run(1, "", "ports: no service is registered under the name \"nosuchservice\"\n"));
        }

        @Test
        void complainsOfANameThatIsNotRegisteredForTheTransport() {
            assertThat(Run.of("syslog/tcp"))
                    .isEqualTo(new Run(1, "", "ports: \"syslog\" is registered for udp only\n"));
            assertThat(Run.of("http/dccp"))
                    .isEqualTo(new Run(1, "", "ports: \"http\" is registered for tcp,udp,sctp only\n"));
            assertThat(Run.of("syslog/udp").status()).isZero();
        }
    }

    @Test
    void listsAnIntervalAndCountsItsStates() {
        Run run = Run.of("6000-6063/tcp");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                        Ports 6000-6063:

                          6000-6063/tcp  x11  X Window System

                          tcp: 64 assigned
                        """);
    }

    @Test
    void answersSeveralQuestionsInTheirOrder() {
        Run run = Run.of("1326", "ssh", "26");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsSubsequence("Port 1326:", "\n\nService ssh:", "\n\nPort 26:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80-65536 | port 65536 is outside 0 to 65535 (at index 3 of \"80-65536\")",
                "80/quic | unknown transport \"quic\", known are tcp, udp, sctp and dccp",
                "--frob | unknown option --frob, see --help",
                "--csv | --csv takes one file"
            })
    void refusesWhatIsNoQuestion(String arg, String complaint) {
        assertThat(Run.of("1326", arg)).isEqualTo(new Run(2, "", "ports: " + complaint + "\n"));
    }

    @Test
    void refusesNoQuestionAtAll() {
        assertThat(Run.of()).isEqualTo(new Run(2, "", "ports: no port and no service given, see --help\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void answersOptionsOnStandardOutput(String option) {
        Run run = Run.of(option);
        assertThat(run.status()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysWhichEditionIsInTheJar() {
        assertThat(Run.of("--version").out().lines())
                .hasSize(2)
                .endsWith(PortRegistry.bundled().edition().toString());
    }

    @Nested
    class OtherEdition {

        @Test
        void answersFromIt() throws IOException {
            Path file = file(
                    "own.csv",
                    "Service Name,Port Number,Transport Protocol,Description\nbilling,1326,tcp,Ours\u001b[2J\n");
            Run run = Run.of("--csv", file.toString(), "1326/tcp");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("tcp  billing  Ours [2J\n").doesNotContain("wimsic");
        }

        @Test
        void complainsOfAFaultyRow() throws IOException {
            Path file = file("own.csv", "Service Name,Port Number,Transport Protocol\nbilling,cp,tcp\n");
            Run run = Run.of("--csv", file.toString(), "1326");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("ports: line 2, Port Number: \"cp\" is not a port number");
            assertThat(run.out()).isEmpty();
        }

        @Test
        void doesNotLetAFaultyRowCommandTheTerminal() throws IOException {
            Path file = file("own.csv", "Service Name,Port Number,Transport Protocol\nbilling,\u001b[2Jcp,tcp\n");
            assertThat(Run.of("--csv", file.toString(), "1326").err())
                    .startsWith("ports: line 2, Port Number: \"\\u001b[2Jcp\" is not a port number");
        }

        @Test
        void saysWhichItWas() throws IOException {
            Path file = file("own.csv", "Service Name,Port Number,Transport Protocol\nbilling,1326,tcp\n");
            assertThat(Run.of("--csv", file.toString(), "1326").out())
                    .endsWith("\nEdition: " + PortRegistry.parse(file).edition() + "\n");
        }

        @Test
        void complainsOfAFileThatIsNotThere() {
            Path file = folder.resolve("absent.csv");
            assertThat(Run.of("--csv", file.toString(), "1326"))
                    .isEqualTo(new Run(2, "", "ports: cannot read " + file + "\n"));
        }
    }

    @Nested
    class Diff {

        private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee\n";

        @Test
        void saysThatTwoEditionsAreTheSame() throws IOException {
            Path file = file("old.csv", HEADER + "http,80,tcp,Web,\n");
            String edition = PortRegistry.parse(file).edition().toString();
            assertThat(Run.of("diff", file.toString(), file.toString()))
                    .isEqualTo(new Run(0, """
                            before: %s
                            after:  %s

                            No assignment and no reserved port differs.
                            """.formatted(edition, edition), ""));
        }

        @Test
        void groupsWhatDiffersByTransport() throws IOException {
            Path before = file("old.csv", HEADER + """
                    imap,143,tcp,Mail,
                    imap,143,udp,Mail,
                    imap,143,sctp,Mail,
                    Escale (Newton Dock),3679,tcp,Newton Dock,
                    Escale (Newton Dock),3679,udp,Newton Dock,
                    flex-lm,27000-27009,,FLEX LM,[A]
                    ,24,tcp,any private mail system,
                    smb,,,Files,
                    """);
            Path after = file("new.csv", HEADER + """
                    imap,143,tcp,Internet Mail,
                    ,143,udp,Reserved,
                    newton-dock,3679,tcp,Newton Dock,
                    newton-dock,3679,udp,Newton Dock,
                    flex-lm,27000-27009,,FLEX LM (1-10),[B]
                    ollama,11434,tcp,,
                    norp,1528,tcp,Not Only a Routeing Protocol,
                    norp,1528,sctp,Not Only a Routeing Protocol,
                    quic-thing,,,QUIC-Thing\u001b[2J,
                    """);
            assertThat(Run.of("diff", before.toString(), after.toString()))
                    .isEqualTo(new Run(
                            1,
                            """
                            before: %s
                            after:  %s

                            4 assignments removed:
                              143/udp,sctp imap Mail
                              24/tcp (unnamed) any private mail system
                              no port smb Files

                            4 assignments added:
                              11434/tcp ollama
                              1528/tcp,sctp norp Not Only a Routeing Protocol
                              no port quic-thing QUIC-Thing [2J

                            2 assignments renamed:
                              3679/tcp,udp Escale (Newton Dock) is now newton-dock

                            4 assignments changed in:
                              2 x Service Name
                              1 x Description
                              1 x Description, Assignee

                            newly assigned ports:
                              tcp   2  1528, 11434
                              sctp  1  1528

                            newly reserved ports:
                              udp  1  143

                            freed ports:
                              tcp   1  24
                              sctp  1  143
                            """.formatted(
                                            PortRegistry.parse(before).edition(),
                                            PortRegistry.parse(after).edition()),
                            ""));
        }

        @Test
        void countsWhatIsTooLongToPrint() throws IOException {
            Path before = file("old.csv", HEADER + "http,80,tcp,Web,\n");
            Path after = file("new.csv", HEADER + "http,80,tcp,Web,\n" + rows(100, "n%1$d,%1$d,tcp,,\n"));
            Run run = Run.of("diff", before.toString(), after.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .containsSubsequence("100 assignments added:\n  0/tcp n0\n", "  59/tcp n59\n  and 40 more lines\n");
        }

        @Test
        void refusesAFileThatIsNoRegistry() throws IOException {
            Path good = file("old.csv", HEADER + "http,80,tcp,Web,\n");
            Path bad = file("new.csv", HEADER + "http,cp,tcp,Web,\n");
            Run run = Run.of("diff", good.toString(), bad.toString());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("ports: line 2, Port Number: \"cp\" is not a port number");
        }

        @ParameterizedTest
        @ValueSource(strings = {"diff", "diff a.csv", "diff a.csv b.csv c.csv"})
        void refusesOtherThanTwoFiles(String args) {
            assertThat(Run.of(args.split(" ")))
                    .isEqualTo(new Run(2, "", "ports: diff takes two files, the older one first\n"));
        }

        @Test
        void tellsOfficialEditionsApart() {
            Run run = Run.of(
                    "diff",
                    Editions.official("2020-12-16").toString(),
                    Editions.official("2026-02-13").toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .contains(
                            "  143/udp imap Internet Message Access Protocol\n",
                            "  993/udp imaps imap4 protocol over TLS/SSL\n",
                            "  3283/tcp,udp Apple Remote Desktop (Net Assistant) is now net-assistant\n",
                            "  3679/tcp,udp Escale (Newton Dock) is now newton-dock\n");
            assertThat(run.out().lines().count()).isLessThan(150);
        }
    }

    @Nested
    class Check {

        private static final String HEADER =
                "Service Name,Port Number,Transport Protocol,Description,Registration Date,Assignment Notes\n";

        @Test
        void saysThatAFileIsWhole() throws IOException {
            Path file = file("own.csv", HEADER + "http,80,tcp,Web,2007-06,\n");
            assertThat(Run.of("check", file.toString()))
                    .isEqualTo(new Run(0, """
                            %s
                            1 rows read, 1 kept, 0 left out
                            """.formatted(PortRegistry.parse(file).edition()), ""));
        }

        @Test
        void groupsWhatDeservesALook() throws IOException {
            Path file = file("own.csv", HEADER + """
                    whois++,63,tcp,,,
                    sql*net,66,tcp,,31/07/2012,
                    rdp,,,one,,
                    rdp,,,two,,
                    bad,cp,tcp,,,
                    bad,"c""p\u001b",tcp,,,
                    bad,70000,tcp,,,
                    bad,70001,tcp,,,
                    short
                    www,80,tcp,,,"This entry is an alias to ""http""."
                    """.stripTrailing());
            Run run = Run.of("check", file.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines().skip(1).collect(Collectors.joining("\n", "", "\n")))
                    .isEqualTo("""
                            10 rows read, 5 kept, 5 left out

                            2 errors, Port Number
                              line 6: "cp" is not a port number, 0 to 65535, or an interval such as 6000-6063
                              line 7: "c"p\\u001b" is not a port number, 0 to 65535, or an interval such as 6000-6063

                            2 errors, Port Number
                              line 8: port 70000 is outside 0 to 65535
                              line 9: port 70001 is outside 0 to 65535

                            1 error: 1 fields, where the header has 6
                              line 10: "1"

                            2 warnings, Service Name: not a service name by RFC 6335, section 5.1
                              line 2: "whois++"
                              line 3: "sql*net"

                            1 warning, Registration Date: "31/07/2012" is not a date such as 2007-06 or 2011-10-12
                              line 3: "31/07/2012"

                            1 warning, Service Name: the same name, port and transport as on line 4
                              line 5: "rdp"

                            1 warning, Assignment Notes: alias of "http", which is not on the same port
                              line 11: "This entry is an alias to "http"."

                            1 warning: the last row has no row end: is the file whole?
                              line 11
                            """);
        }

        @Test
        void countsWhatIsTooLongToPrint() throws IOException {
            String text =
                    HEADER + "http,80,tcp,,,\n" + rows(50, "bad,cp,tcp,,,\n") + "bad," + "x".repeat(5000) + ",,,,\n";
            Run run = Run.of("check", file("own.csv", text).toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .contains("51 errors, Port Number\n  line 3: \"cp\" is not", "\n  and 31 more\n")
                    .hasLineCount(25);
            Run longValue = Run.of(
                    "check",
                    file("long.csv", HEADER + "http,80,tcp,,,\nbad," + "x".repeat(5000) + ",,,,\n")
                            .toString());
            assertThat(longValue.out()).contains("\n  line 3: \"" + "x".repeat(77) + "...\"\n");
            assertThat(longValue.out().length()).isLessThan(500);
        }

        @Test
        void refusesAFileWithFewerRowsThanAreWanted() throws IOException {
            String file =
                    file("own.csv", HEADER + "http,80,tcp,,,\nbad,cp,tcp,,,\n").toString();
            assertThat(Run.of("check", "--rows", "1", file).status()).isEqualTo(1);
            assertThat(Run.of("check", "--rows", "2", file))
                    .isEqualTo(new Run(2, "", "ports: not the whole registry, 1 rows, where at least 2 are wanted\n"));
        }

        @Test
        void refusesAFileThatIsNoRegistryOrNotThere() throws IOException {
            assertThat(Run.of("check", file("own.csv", "<!DOCTYPE html>\n").toString()))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "ports: line 1, Service Name: not a registry, the header has no column \"Service Name\":"
                                    + " this is HTML or XML\n"));
            Path absent = folder.resolve("absent.csv");
            assertThat(Run.of("check", absent.toString()))
                    .isEqualTo(new Run(2, "", "ports: cannot read " + absent + "\n"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "check",
                    "check a.csv b.csv",
                    "check --rows 1",
                    "check --rows -1 a.csv",
                    "check --rows 1 a.csv b.csv"
                })
        void refusesOtherThanOneFile(String args) {
            assertThat(Run.of(args.split(" ")))
                    .isEqualTo(new Run(2, "", "ports: check takes one file, and --rows N before it\n"));
        }

        @ParameterizedTest
        @CsvSource({"2018-02-12, 99, 12", "2026-02-13, 97, 2"})
        void findsNothingLeftOutInOfficialEditions(String date, int names, int ports) {
            Run run = Run.of("check", Editions.official(date).toString());
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains(
                            " kept, 0 left out\n",
                            names + " warnings, Service Name: not a service name by RFC 6335, section 5.1\n",
                            ports + " warnings, Port Number: assigned inside an unassigned block\n",
                            "  line ",
                            ": \"7775\"\n",
                            ": \"7997\"\n",
                            ": \"rdp\"\n");
            assertThat(run.out().lines().count()).isLessThan(50);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(int count, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining());
    }
}
