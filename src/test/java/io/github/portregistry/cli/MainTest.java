package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.portregistry.Editions;
import io.github.portregistry.PortRegistry;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    @Nested
    class Options {

        @ParameterizedTest
        @ValueSource(strings = {"", "free", "list", "ghosts", "label", "diff", "check", "explore"})
        void printHelpWithinEightyColumns(String command) {
            String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
            Run run = Run.of(args);
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("Usage: ").contains("--edition FILE", "-h, --help");
            assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            args[args.length - 1] = "-h";
            assertThat(Run.of(args)).isEqualTo(run);
        }

        /** Some of these words are services, and answered as such. */
        @Test
        void saysWhichCommandMayBeMeant() {
            assertThat(Run.of("search", "ldap").err()).startsWith("Did you mean ports list --text TEXT?\n");
            assertThat(Run.of("search").out()).contains("2010/tcp");
            assertThat(Run.of("help", "free").err())
                    .startsWith("Did you mean ports --help, or ports COMMAND --help?\n");
            assertThat(Run.of("ls").err()).startsWith("Did you mean ports list?\n");
            assertThat(Run.of("version").err()).startsWith("Did you mean ports --version?\n");
        }

        @Test
        void takesTheUsualEditionIfNoneIsGiven(@TempDir Path folder) throws IOException {
            Path usual = Files.writeString(
                    folder.resolve("usual.csv"), "Service Name,Port Number,Transport Protocol\nown,1326,tcp\n");
            Path other = Files.writeString(
                    folder.resolve("other.csv"), "Service Name,Port Number,Transport Protocol\nother,1326,tcp\n");
            assertThat(Run.withEdition(usual, "1326").out())
                    .contains("  tcp            own ")
                    .contains("\nEdition: usual.csv, 1 row\n");
            assertThat(Run.withEdition(usual, "list").out()).contains("own").doesNotContain("wimsic");
            assertThat(Run.withEdition(usual, "1326", "--edition", other.toString())
                            .out())
                    .contains("  tcp            other ");
            assertThat(Run.withEdition(usual, "check", other.toString()).out()).contains("other.csv");
            Path absent = folder.resolve("absent.csv");
            assertThat(Run.withEdition(absent, "1326"))
                    .isEqualTo(new Run(2, "", "ports: " + absent + ": no such file\n"));
        }

        @Test
        void listAllCommands() {
            assertThat(Run.of("-h").out())
                    .contains(
                            "\n  free ",
                            "\n  list ",
                            "\n  ghosts ",
                            "\n  label ",
                            "\n  diff ",
                            "\n  check ",
                            "\n  explore ");
        }

        @Test
        void printVersionAndEdition() {
            Run run = Run.of("--version");
            assertThat(run.status()).isZero();
            assertThat(run.out().lines())
                    .hasSize(2)
                    .endsWith(PortRegistry.bundled().edition().toString());
        }

        @Test
        void canStandAnywhere() {
            String file = Editions.bundled().toString();
            Run run = Run.of("list", "--edition", file, "--text", "wimsic", "--format", "csv");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("wimsic,1326,tcp");
            assertThat(Run.of("--edition", file, "--format=csv", "list", "--text=wimsic"))
                    .isEqualTo(run);
            assertThat(Run.of("--edition=" + file, "list", "--format=csv", "--text", "wimsic"))
                    .isEqualTo(run);
        }

        @Test
        void endAtTwoHyphens() {
            assertThat(Run.of("--", "1326")).isEqualTo(Run.of("1326"));
            assertThat(Run.of("--", "list").err()).contains("\"list\" is not a ");
            assertThat(Run.of("--", "--help").status()).isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1326 --frob | unknown option --frob; see --help",
                    "1326 -x | unknown option -x; see --help",
                    "1326 --edition | --edition needs a value, FILE; see --help",
                    "1326 --edition= | --edition needs a value, FILE; see --help",
                    "1326 --version=1 | --version takes no value",
                    "1326 --format json --format csv | --format is given twice",
                    "1326 --format xml | unknown format \"xml\"; it must be text, json or csv",
                    "free 1-2 3-4 | free takes at most one RANGE; see --help",
                    "free 9-1 | interval 9-1 is reversed; a RANGE can also be system, user or dynamic",
                    "free --count 0 | --count: \"0\" is not a number of ports, 1 to 65536",
                    "free --transport quic | --transport: unknown transport \"quic\"; it must be tcp, udp, sctp or dccp",
                    "list dns | list takes filters, such as --text dns; see --help",
                    "list --status unlisted | --status: a row is assigned, reserved or unassigned, not \"unlisted\"",
                    "list --before May | --before: \"May\" is not a month such as 2002-01, or a year",
                    "list --range all | --range: unknown port range \"all\"; it must be one of [System Ports, Well Known Ports,"
                            + " User Ports, Registered Ports, Dynamic Ports, Private Ports, Ephemeral Ports, Dynamic and/or"
                            + " Private Ports]",
                    "label file.txt | label takes no files, since it reads standard input; see --help",
                    "check | check needs a FILE; see --help",
                    "explore a.csv b.csv | explore takes at most one FILE; see --help",
                    "explore a.csv --edition b.csv | two editions are given, a.csv and b.csv, but only one can be used"
                })
        void areRejectedWithReason(String args, String complaint) {
            Run run = Run.withInput("", args.split(" "));
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("ports: " + complaint + "\n");
            assertThat(run.status()).isEqualTo(2);
        }

        @Test
        void readStandardInputOnce() {
            assertThat(Run.withInput("Service Name,Port Number,Transport Protocol\na,1,tcp\n", "label", "--edition=-"))
                    .isEqualTo(new Run(2, "", "ports: standard input can only be used once\n"));
        }

        @Test
        void requireAQuestion() {
            assertThat(Run.of()).isEqualTo(new Run(2, "", "ports: no port or service is given; see --help\n"));
        }
    }

    @Nested
    class OtherEdition {

        private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description\n";

        @Test
        void answersFromAnotherEdition() throws IOException {
            Path file = file("own.csv", HEADER + "billing,1326,tcp,Ours\u001b[2J\n");
            Run run = Run.of("--edition", file.toString(), "1326/tcp");
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("  tcp  billing  Ours [2J\n                assignee and date not stated\n")
                    .doesNotContain("wimsic")
                    .endsWith("\n\nEdition: own.csv, 1 row\n");
        }

        @Test
        void answersFromStandardInput() {
            Run run = Run.withInput(HEADER + "billing,1326,tcp,Ours\n", "--edition", "-", "1326/tcp");
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("tcp  billing  Ours\n").endsWith("\nEdition: standard input, 1 row\n");
        }

        @Test
        void namesFileLineAndColumn() throws IOException {
            Path file = file("own.csv", HEADER + "billing,\u001b[2Jcp,tcp,\n");
            for (String command : new String[] {"1326", "free", "list", "ghosts", "label", "explore"}) {
                Run run = Run.of(command, "--edition", file.toString());
                assertThat(run.status()).isEqualTo(2);
                assertThat(run.out()).isEmpty();
                assertThat(run.err())
                        .startsWith("ports: own.csv, line 2, Port Number: \"\\u001b[2Jcp\" is not a port number");
            }
        }

        @Test
        void namesFileAndReason() {
            Path absent = folder.resolve("absent.csv");
            assertThat(Run.of("--edition", absent.toString(), "1326"))
                    .isEqualTo(new Run(2, "", "ports: " + absent + ": no such file\n"));
            assertThat(Run.of("--edition", folder.toString(), "1326"))
                    .isEqualTo(new Run(2, "", "ports: " + folder + ": Is a directory\n"));
            assertThat(Run.of("--edition", "a\0b", "1326").err()).isEqualTo("ports: Nul character not allowed: a b\n");
        }
    }

    @Nested
    class Output {

        private int run(OutputStream out, ByteArrayOutputStream err) {
            Console console = new Console(
                    InputStream.nullInputStream(),
                    new BufferedOutputStream(out),
                    new PrintStream(err, true, UTF_8),
                    80);
            return Main.run(new String[] {"1326"}, console, null);
        }

        @Test
        void canBeClosedByReader() {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            OutputStream broken = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };
            assertThat(run(broken, err)).isZero();
            assertThat(err.toString(UTF_8)).isEmpty();
        }

        @Test
        void mustBeWrittenWhole() throws IOException {
            Path full = Path.of("/dev/full");
            assumeTrue(Files.exists(full), "/dev/full");
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(run(new FileOutputStream(full.toFile()), err)).isEqualTo(2);
            assertThat(err.toString(UTF_8)).startsWith("ports: cannot write the whole answer: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "132, 132", "1, 40", "0, 80", "x, 80", "-5, 80", "99999, 80", "'', 80", ", 80"})
    void usesTerminalWidth(String columns, int width) {
        assertThat(Console.width(columns)).isEqualTo(width);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
