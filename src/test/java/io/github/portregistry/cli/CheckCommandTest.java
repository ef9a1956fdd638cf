package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.Editions;
import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    @TempDir
    Path folder;

    private static final String HEADER =
            "Service Name,Port Number,Transport Protocol,Description,Registration Date,Assignment Notes\n";

    @Test
    void reportsValidFile() throws IOException {
        Path file = file("own.csv", HEADER + "http,80,tcp,Web,2007-06,\n");
        assertThat(Run.of("check", file.toString()))
                .isEqualTo(new Run(0, """
                        1 row read, 1 kept, 0 left out

                        Edition: %s
                        """.formatted(PortRegistry.parse(file).edition()), ""));
    }

    @Test
    void groupsProblems() throws IOException {
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
        assertThat(run.out()).startsWith("""
                        10 rows read, 5 kept, 5 left out

                        2 errors, Port Number
                          line 6: "cp" is not a port number, 0 to 65535, or an interval such as 6000-6063
                          line 7: "c\\"p\\u001b" is not a port number, 0 to 65535, or an interval such as 6000-6063

                        2 errors, Port Number
                          line 8: port 70000 is outside 0 to 65535
                          line 9: port 70001 is outside 0 to 65535

                        1 error: the number of fields is 1, but the header has 6
                          line 10: "1"

                        2 warnings, Service Name: not a service name according to RFC 6335, section 5.1
                          line 2: "whois++"
                          line 3: "sql*net"

                        1 warning, Registration Date: "31/07/2012" is not a date such as 2007-06 or 2011-10-12
                          line 3: "31/07/2012"

                        1 warning, Service Name: the same name, port and transport as on line 4
                          line 5: "rdp"

                        1 warning, Assignment Notes: alias of "http", which is not on the same port
                          line 11: "This entry is an alias to \\"http\\"."

                        1 warning: the last row has no line end: is the file complete?
                          line 11
                        """);
    }

    @Test
    void countsProblemsBeyondLimit() throws IOException {
        String text = HEADER + "http,80,tcp,,,\n" + rows(50, "bad,cp,tcp,,,\n") + "bad," + "x".repeat(5000) + ",,,,\n";
        Run run = Run.of("check", file("own.csv", text).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("51 errors, Port Number\n  line 3: \"cp\" is not", "\n  and 31 more\n")
                .hasLineCount(26);
        Run longValue = Run.of(
                "check",
                file("long.csv", HEADER + "http,80,tcp,,,\nbad," + "x".repeat(5000) + ",,,,\n")
                        .toString());
        assertThat(longValue.out()).contains("\n  line 3: \"" + "x".repeat(77) + "...\"\n");
        assertThat(longValue.out().length()).isLessThan(500);
    }

    @Test
    void printsAllProblemsOfFileWithoutValidRow() throws IOException {
        Path file = file("own.csv", "Service Name,Port Number,Transport Protocol\na,cp,tcp\nb,1,quic\n");
        Run run = Run.of("check", file.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out())
                .containsSubsequence(
                        "1 error, Port Number: \"cp\" is not", "  line 2", "1 error, Transport Protocol: ", "  line 3");
        assertThat(run.err()).startsWith("ports: own.csv, line 2, Port Number: not a registry: no row could be kept;");
    }

    @Test
    void rejectsCutOrOlderFile() throws IOException {
        String earlier = file("old.csv", HEADER + "http,80,tcp,,2007-06,\nlast,81,tcp,,,\n")
                .toString();
        String later = file("new.csv", HEADER + "http,80,tcp,,2008-06,\nlast,81,tcp,,,\n")
                .toString();
        assertThat(Run.of("check", "--after", earlier, later).status()).isZero();
        assertThat(Run.of("check", "--after", "bundled", later).err())
                .startsWith("ports: new.csv, older than the earlier edition: ");
        assertThat(Run.of("check", "--after", later, earlier).err())
                .startsWith("ports: old.csv, older than the earlier edition: the newest date is 2007-06, ");
        Run cut = Run.of(
                "check",
                "--after",
                earlier,
                file("cut.csv", HEADER + "http,80,tcp,,2008-06,\n").toString());
        assertThat(cut.status()).isEqualTo(2);
        assertThat(cut.out()).startsWith("1 row read, 1 kept, 0 left out\n");
        assertThat(cut.err()).startsWith("ports: cut.csv, not the whole registry: the last row of the earlier edition");
        assertThat(Run.withInput(HEADER + "http,80,tcp,,,\n", "check", "--after", earlier, "-")
                        .err())
                .isEqualTo("ports: --after needs a FILE, not standard input\n");
    }

    @Test
    void rejectsMissingFileAndOtherFormats() throws IOException {
        assertThat(Run.of("check", file("own.csv", "<!DOCTYPE html>\n").toString()))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ports: own.csv, line 1, Service Name: not a registry: the header has no column \"Service Name\";"
                                + " this is HTML or XML\n"));
        Path absent = folder.resolve("absent.csv");
        assertThat(Run.of("check", absent.toString()))
                .isEqualTo(new Run(2, "", "ports: " + absent + ": no such file\n"));
    }

    @Test
    void readsFileFromOptionOrStandardInput() throws IOException {
        String text = HEADER + "http,80,tcp,Web,2007-06,\n";
        Path file = file("own.csv", text);
        Run run = Run.of("check", file.toString());
        assertThat(Run.of("check", "--edition", file.toString())).isEqualTo(run);
        assertThat(Run.withInput(text, "check", "-").out()).startsWith("1 row read, 1 kept, 0 left out\n");
    }

    @ParameterizedTest
    @CsvSource({"2018-02-12, 99, 12", "2026-02-13, 97, 2"})
    void keepsAllRowsOfOfficialEditions(String date, int names, int ports) {
        Run run = Run.of("check", Editions.official(date).toString());
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        " kept, 0 left out\n",
                        names + " warnings, Service Name: not a service name according to RFC 6335, section 5.1\n",
                        ports + " warnings, Port Number: assigned inside an unassigned block\n",
                        "  line ",
                        ": \"7775\"\n",
                        ": \"7997\"\n",
                        ": \"rdp\"\n");
        assertThat(run.out().lines().count()).isLessThan(50);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(int count, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining());
    }
}
