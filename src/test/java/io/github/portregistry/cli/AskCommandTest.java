package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTest {

    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee,"
            + "Registration Date,Modification Date,Reference,Assignment Notes\n";

    @TempDir
    Path folder;

    private Run asked(String rows, String... args) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), HEADER + rows);
        String[] all = new String[args.length + 1];
        all[0] = "--edition=" + file;
        System.arraycopy(args, 0, all, 1, args.length);
        return Run.of(all);
    }

    @Nested
    class Ports {

        @Test
        void answersWhatReadmeShows() throws IOException {
            String answer = Run.of("1326").out();
            String shown = answer.substring(0, answer.indexOf("\n\nAn assignment is not"))
                    .replaceFirst("(assigned to James Brown, ).*", "$1...") // the dates of each edition
                    .replaceFirst("cites no document.*", "cites no document...");
            assertThat(Files.readString(Path.of("README.md"))).contains("```text\n" + shown + "\n...\n```");
        }

        @Test
        void describesEachRowAndAdvisesOnce() throws IOException {
            Run run = asked("""
                    http,80,tcp,World Wide Web HTTP,[IESG],,2022-02-07,[RFC9110],
                    http,80,udp,World Wide Web HTTP,[IESG],,2022-02-07,[RFC9110],
                    www,80,tcp,World Wide Web HTTP,,2007-06,,,"This entry is an alias to ""http""."
                    web,80,,Anything,,,2011-10-12,,
                    """, "80", "26/udp", "80/udp");
            assertThat(run).isEqualTo(new Run(1, """
                    Port 80: System Ports (Well Known Ports), 0-1023

                      tcp,udp            http  World Wide Web HTTP
                                               assigned to IESG, registration date not stated,
                                               modified 2022-02-07
                                               cites RFC9110
                      tcp                www   World Wide Web HTTP
                                               IANA's note: This entry is an alias to "http".
                                               assignee not stated, registered 2007-06
                                               cites no document
                      tcp,udp,sctp,dccp  web   Anything
                                               assignee and registration date not stated, modified
                                               2011-10-12
                                               cites no document

                    Port 26: System Ports (Well Known Ports), 0-1023

                      udp  unlisted

                    Port 80: System Ports (Well Known Ports), 0-1023

                      udp  http  World Wide Web HTTP
                                 assigned to IESG, registration date not stated, modified 2022-02-07
                                 cites RFC9110
                      udp  web   Anything
                                 assignee and registration date not stated, modified 2011-10-12
                                 cites no document

                    %s

                    Edition: own.csv, 4 rows, newest date 2022-02-07
                    """.formatted(String.join("\n", advice(List.of(80, 26)))), ""));
        }

        @Test
        void keepsRowWithoutTransportApart() throws IOException {
            assertThat(asked("same,9,tcp,Same,,,,,\nsame,9,,Same,,,,,\n", "9").out())
                    .contains("\n  tcp                same  Same\n", "\n  tcp,udp,sctp,dccp  same  Same\n");
        }

        @Test
        void saysWhatBundledEditionLacks() throws IOException {
            boolean isComplete = PortRegistry.bundled().edition().peopleAsOf() == null;
            assertThat(Run.of("1326").out())
                    .contains(isComplete ? " not stated\n" : " not in this edition\n")
                    .doesNotContain(isComplete ? "not in this edition" : "not stated");
            assertThat(asked("wimsic,1326,tcp,WIMSIC,[James_Brown],,,,\n", "1326")
                            .out())
                    .contains("assigned to James Brown, date not stated\n")
                    .endsWith("\nEdition: own.csv, 1 row\n");
        }

        @Test
        void saysWhereLinuxTakesOutgoingPorts() {
            assertThat(Run.of("32767", "61000").out()).doesNotContain("outgoing");
            assertThat(Run.of("32768").out()).containsOnlyOnce("Ports in 32768-60999: Linux uses");
            assertThat(Run.of("60999", "40000").out()).containsOnlyOnce("Ports in 32768-60999: Linux uses");
        }

        @Test
        void advisesHowToSeeWhatListens() {
            assertThat(Run.of("443,22").out()).contains(advice(List.of(443, 22)));
            assertThat(Run.of("0").out()).doesNotContain("To see what listens");
        }

        private static List<String> advice(List<Integer> ports) {
            return Advice.lines(ports.stream().map(PortInterval::of).toList(), Advice.USUAL_TRANSPORTS, 80);
        }

        @Test
        void listsAllNamesOfPort() {
            assertThat(Run.of("80/tcp").out())
                    .containsSubsequence(
                            "  tcp  http      World Wide Web HTTP\n",
                            "                 cites RFC9110\n",
                            "  tcp  www       World Wide Web HTTP\n",
                            "                 IANA's note: This is a duplicate of the \"http\" service and\n",
                            "  tcp  www-http  World Wide Web HTTP\n");
        }

        @Test
        void statesUnassignedAndUnlistedPorts() {
            Run run = Run.of("26");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("  tcp,udp    unassigned\n  sctp,dccp  unlisted\n");
            assertThat(run.err()).isEmpty();
        }

        @Test
        void showsUnauthorizedUseAndEnclosingInterval() {
            assertThat(Run.of("6063").out()).contains("x11 (6000-6063)", "unauthorized use reported:");
        }

        @Test
        void ignoresUnassignedBlockAroundAssignedPort() {
            assertThat(Run.of("7775/tcp").out()).contains("tcp  inetfs").doesNotContain("unassigned");
        }

        @ParameterizedTest
        @ValueSource(strings = {"80", "443", "1023", "6063", "27001", "49152", "0-1023", "http-alt"})
        void fitsWidth(String what) {
            for (int width : new int[] {40, 60, 80, 120}) {
                assertThat(Run.withWidth(width, "", what).out().lines())
                        .filteredOn(line -> !line.matches("Edition: .*|  (sudo|netstat) .*")) // commands are not broken
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
            }
        }
    }

    @Nested
    class Services {

        @Test
        void listsAllPortsOfName() {
            Run run = Run.of("HTTP-ALT");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("Service http-alt:", "591/tcp,udp", "8008/tcp,udp", "8080/tcp,udp");
            assertThat(run.out().lines().reduce((a, b) -> b))
                    .hasValueSatisfying(last -> assertThat(last).startsWith("Edition: bundled, "));
        }

        @Test
        void prefersNameWithSlashToTransport() {
            assertThat(Run.of("cl/1").out()).contains("Service cl/1:");
            assertThat(Run.of("cl/1/tcp").out()).contains("Service cl/1:");
        }

        @Test
        void prefersNameWithBlanksToSeveralQuestions() throws IOException {
            assertThat(asked("Newton Dock,3679,tcp,,,,,,\n", "newton dock").out())
                    .contains("Service Newton Dock:");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "dns | \"dns\" is not a registered service name, port number or interval;"
                            + " what is commonly called dns is registered as domain; domain is tcp 53; udp 53",
                    "postgres/tcp | \"postgres\" is not a registered service name, port number or interval;"
                            + " what is commonly called postgres is registered as postgresql;"
                            + " postgresql is tcp 5432; udp 5432",
                    "syslog/tcp | syslog is registered for udp 514 only, not for tcp",
                    "http/dccp | http is registered for tcp 80; udp 80; sctp 80 only, not for dccp"
                })
        void explainsUnknownName(String what, String complaint) {
            assertThat(Run.of(what)).isEqualTo(new Run(1, "", "ports: " + complaint + "\n"));
        }

        /** IANA's own file has the name, without a port. */
        @Test
        void saysIfTheEditionMayLackTheName() throws IOException {
            RegistryDate peopleAsOf = PortRegistry.bundled().edition().peopleAsOf();
            String registered = "\"airmate\" is not a registered service name, port number or interval";
            assertThat(Run.of("airmate").err())
                    .startsWith(
                            peopleAsOf == null
                                    ? "ports: service airmate has no port"
                                    : "ports: \"airmate\" is not a service name in this edition, which lacks those"
                                            + " without a port that are newer than " + peopleAsOf);
            assertThat(asked("ssh,22,tcp,,,,,,\n", "airmate").err()).startsWith("ports: " + registered);
        }

        @Test
        void suggestsSimilarNames() {
            Run run = Run.of("htpp");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("; the nearest names are http, ");
        }

        @Test
        void explainsNameWithoutPort() {
            Run run = Run.of("rdp");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("no port  rdp  Windows Remote Desktop Protocol");
            assertThat(run.err())
                    .isEqualTo("ports: service rdp has no port; what is commonly called rdp is registered as"
                            + " ms-wbt-server; ms-wbt-server is tcp 3389; udp 3389\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*:1326 | \"*:1326\" is not a registered service name, port number or interval; write 1326",
                "127.0.0.1:1326 | \"127.0.0.1:1326\" is not a registered service name, port number or interval; write 1326",
                "1326tcp | \"1326tcp\" is not a registered service name, port number or interval; write 1326/tcp",
                "80..90 | \"80..90\" is not a registered service name, port number or interval; write 80-90",
                "80-70 | interval 80-70 is reversed",
                "0080 | port 0080 has a leading zero",
                "-1023 | \"-1023\" is not a port number, 0 to 65535, or an interval such as 6000-6063; write 0-1023",
                "80-65536 | port 65536 is outside 0 to 65535",
                "any | \"any\" is not a registered service name, port number or interval; write 0-65535",
                "80/quic | unknown transport \"quic\"; it must be tcp, udp, sctp or dccp",
                ", | an argument is blank; it must be a port or a service"
            })
    void rejectsInvalidNumbersAndNotations(String what, String complaint) {
        assertThat(Run.of("1326", what)).isEqualTo(new Run(2, "", "ports: " + complaint + "\n"));
    }

    @Test
    void listsIntervalAndCountsStates() {
        Run run = Run.of("6000-6063/tcp");
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("""
                Ports 6000-6063:

                  6000-6063/tcp  x11  X Window System

                  tcp: 64 assigned

                An assignment is not an observation. To see what listens here, run:
                """).contains("sudo lsof -nP -iTCP:6000-6063 -sTCP:LISTEN\n");
    }

    @Test
    void readsTransportsOfOnePort() {
        assertThat(Run.of("53/tcp,udp").out())
                .isEqualTo(Run.of("53/tcp, udp").out())
                .contains("\n  tcp,udp  domain  ")
                .doesNotContain("sctp");
        assertThat(Run.of("syslog/udp,tcp").err()).contains("syslog is registered for udp 514 only, not for tcp");
        assertThat(Run.of("tcp", "53").out()).contains("  sctp,dccp  unlisted\n");
    }

    @Test
    void answersTheRestOfStandardInput() {
        Run run = Run.withInput("1326 22:8022\n26\n", "-");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(Run.of("1326", "26").out());
        assertThat(run.err()).startsWith("ports: \"22:8022\" is not a registered service name, ");
        assertThat(Run.of("1326", "22:8022")).isEqualTo(new Run(2, "", run.err()));
    }

    /** The keys of TXT records are for service discovery. They are most of the notes, and say nothing of a port. */
    @Test
    void showsNotesButNoKeysOfTxtRecords() throws IOException {
        String out = asked("""
                a,9,tcp,A,,,,,"<== NOTE Conflict !"
                b,9,udp,B,,,,,"An extension of http. Defined
                      TXT keys: path=<context>"
                ,9,sctp,Reserved,,,,,Not recommended
                c,9,dccp,C,,,,,Defined TXT Keys: None
                """, "9").out();
        assertThat(out)
                .contains("IANA's note: <== NOTE Conflict !\n", "IANA's note: An extension of http.\n")
                .contains("IANA's note: Not recommended\n")
                .doesNotContain("TXT", "path")
                .containsSubsequence("  dccp  c ", "assignee");
    }

    @Test
    void answersSeveralQuestionsInOrder() {
        Run run = Run.of("1326", "ssh", "26");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsSubsequence("Port 1326:", "\n\nService ssh:", "\n\nPort 26:", "\n\nEdition:");
        assertThat(Run.of("1326,ssh, 26")).isEqualTo(run);
        assertThat(Run.withInput("1326 ssh\n\n26\n", "-")).isEqualTo(run);
    }

    @Test
    void printsRowsAsData() {
        Run json = Run.of("1326/udp", "26/tcp", "49152", "--format", "json");
        assertThat(json.out())
                .startsWith("[\n  {\"serviceName\":\"wimsic\",\"ports\":{\"first\":1326,\"last\":1326},"
                        + "\"transport\":\"udp\",");
        assertThat(json.out())
                .contains("\"range\":\"user\",\"status\":\"assigned\"},\n")
                .endsWith("}\n]\n");
        assertThat(json.out()).contains("\"range\":\"system\",\"status\":\"unassigned\"}\n]\n");
        assertThat(json.status()).isEqualTo(1);
        assertThat(Run.of("1326/udp", "1326", "--format=csv").out().lines().skip(1))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).startsWith("wimsic,1326,"));
        assertThat(Run.of("dns", "--format=json").out()).isEqualTo("[]\n");
    }
}
