package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

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
                            "                 documented in RFC9110\n",
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
            assertThat(Run.of("7775").out()).contains("tcp        inetfs").doesNotContain("unassigned");
        }

        @Test
        void staysWithinEightyColumns() {
            for (String port : new String[] {"80", "443", "1023", "6063", "27001", "49152"}) {
                assertThat(Run.of(port).out().lines())
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
            assertThat(Run.of("syslog/tcp").status()).isEqualTo(1);
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
                "65536 | port 65536 is outside 0 to 65535 (at index 0 of \"65536\")",
                "80-70 | interval 80-70 is reversed (at index 0 of \"80-70\")",
                "0080 | port 0080 has a leading zero (at index 0 of \"0080\")",
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

    @Nested
    class OtherEdition {

        @TempDir
        Path folder;

        @Test
        void answersFromIt() throws IOException {
            Path file =
                    file("Service Name,Port Number,Transport Protocol,Description\nbilling,1326,tcp,Ours\u001b[2J\n");
            Run run = Run.of("--csv", file.toString(), "1326/tcp");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("tcp  billing  Ours [2J\n").doesNotContain("wimsic");
        }

        @Test
        void complainsOfAFaultyRow() throws IOException {
            Path file = file("Service Name,Port Number,Transport Protocol\nbilling,cp,tcp\n");
            Run run = Run.of("--csv", file.toString(), "1326");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("ports: line 2, Port Number: \"cp\" is not a port number");
            assertThat(run.out()).isEmpty();
        }

        @Test
        void complainsOfAFileThatIsNotThere() {
            Path file = folder.resolve("absent.csv");
            assertThat(Run.of("--csv", file.toString(), "1326"))
                    .isEqualTo(new Run(2, "", "ports: cannot read " + file + "\n"));
        }

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("own.csv"), text);
        }
    }
}
