package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCommandsTest {

    private static final String ROWS = """
            Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,\
            Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes
            domain,53,tcp,Domain Name Server,[Paul_Mockapetris],,,,,,,
            domain,53,udp,Domain Name Server,[Paul_Mockapetris],,,,,,,
            http,80,tcp,Web,[IESG],,,2022-02-07,[RFC9110],,,
            www,80,tcp,Web,,,,,[RFC9110],,,"This entry is an alias to ""http""."
            old,1326,tcp,Old,[A_B],,1999-05,,,,,
            new,5000-5001,tcp,New,[A_B],,2002,,,,,
            wimsic,5005,tcp,WIMSIC,[James_Brown],,,,,,,
            wimsic,5005,udp,WIMSIC,[James_Brown],,,,,,,
            changed,5006,tcp,Changed,,,,2011-01,,,,
            airplay,,,AirPlay,,,,,,,,
            ,5010-5199,tcp,Unassigned,,,,,,,,
            ,5010-5099,udp,Unassigned,,,,,,,,
            ,5100,udp,Reserved,,,,,,,,
            ,5101-5199,udp,Unassigned,,,,,,,,
            ,20000-41000,,Unassigned,,,,,,,,
            ,20500-20600,,Unassigned,,,,,,,Seen on 20555,
            """.replace(",2002,", ",2002-03,");

    private static final String EDITION = "Edition: own.csv, 16 rows, newest date 2022-02-07\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeEdition() throws IOException {
        file = Files.writeString(folder.resolve("own.csv"), ROWS);
    }

    private Run run(String args) {
        return Run.of((args + " --edition=" + file).split(" "));
    }

    @Nested
    class ListCommand {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--within 5000-5005 | new wimsic wimsic",
                    "--within user --status assigned | old new wimsic wimsic changed",
                    "--range system --no-aliases | domain domain http",
                    "--transport udp --status assigned | domain wimsic airplay",
                    "--text WEB | http www",
                    "--assignee 'james_brown' | wimsic wimsic",
                    "--reference rfc9110 | http www",
                    "--no-reference --undated --status assigned | domain domain wimsic wimsic changed airplay",
                    "--before 2002 | old",
                    "--before 1999-05 | ''",
                    "--before 1999-06 | old",
                    "--after 1999 | new",
                    "--after 1999-04 | old new",
                    "--after 2002-03 | ''"
                })
        void listsRowsThatMatchAllFilters(String filters, String names) {
            Run run = run("list --format=csv " + filters.replace("'", ""));
            assertThat(run.out().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                    .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
            assertThat(run.status()).isEqualTo(names.isEmpty() ? 1 : 0);
        }

        @Test
        void mergesTransportsInText() {
            assertThat(run("list --within 53-80")).isEqualTo(new Run(0, """
                              53/tcp,udp  domain  Domain Name Server
                              80/tcp      http    Web
                              80/tcp      www     Web

                            4 rows of 16
                            """ + EDITION, ""));
            assertThat(run("list --text nothing")).isEqualTo(new Run(1, "0 rows of 16\n" + EDITION, ""));
        }
    }

    @Nested
    class GhostsCommand {

        @Test
        void listsRowsWithoutDocumentAndDate() {
            assertThat(run("ghosts")).isEqualTo(new Run(0, """
                              53/tcp,udp    domain  Domain Name Server
                              5005/tcp,udp  wimsic  WIMSIC

                            4 of 9 assigned rows cite no document, have no registration date and were never
                            modified. This is what IANA's rows lack. It does not mean that these ports are
                            unused: domain on 53, the DNS, is such a row.
                            """ + EDITION, ""));
        }

        @Test
        void listsRowsInRange() {
            assertThat(run("ghosts 5000-6000").out())
                    .startsWith(
                            "  5005/tcp,udp  wimsic  WIMSIC\n\n2 of 4 assigned rows with ports in 5000-6000 cite no");
            Run none = run("ghosts dynamic");
            assertThat(none.status()).isEqualTo(1);
            assertThat(none.out()).startsWith("0 of 0 assigned rows with ports in 49152-65535 cite no");
            assertThat(run("ghosts user --format csv").out().lines()).hasSize(3);
        }

        @Test
        void listsRowThatOverlapsRange() throws IOException {
            Files.writeString(file, """
                    Service Name,Port Number,Transport Protocol,Description
                    low,5999,tcp,Low
                    x11,6000-6063,tcp,X Window System
                    high,6064,tcp,High
                    """);
            for (String range : List.of("6063-6063", "6000", "5000-6000", "6010-6020", "6063-7000")) {
                assertThat(run("ghosts --format csv " + range).out()).contains("\r\nx11,6000-6063,tcp,");
            }
            assertThat(run("ghosts 6010-6020").out())
                    .startsWith(
                            "  6000-6063/tcp  x11  X Window System\n\n1 of 1 assigned rows with ports in 6010-6020");
        }

        @Test
        void saysThatBundledEditionLacksDates() {
            String gap = EditionFiles.gap(PortRegistry.bundled().edition());
            Run run = Run.of("ghosts", "5000-5100");
            assertThat(run.out().replaceAll("\\s+", " "))
                    .containsSubsequence(" is such a row.", gap, " Edition: bundled, ");
            assertThat(Run.of("ghosts", "5000-5100", "--format=csv").err().strip())
                    .isEqualTo(gap);
        }
    }

    @Nested
    class FreeCommand {

        @Test
        void proposesPortsInLargestBlock() {
            assertThat(run("free --count 60"))
                    .isEqualTo(new Run(0, """
                            Unassigned over tcp and udp, outside 30000-32767 and 32768-60999, largest blocks
                            first:

                              20601-29999  9399 ports
                              20000-20499  500 ports
                              5101-5199    99 ports
                              5010-5099    90 ports

                            Proposal: 20700-20759. It reserves nothing: software may use a port without
                            asking, and IANA assigns it to whoever asks.

                            Reported in use without an assignment, as IANA's rows say, and left out:

                              20500-20600  unassigned  Seen on 20555

                            %s

                            """.formatted(String.join("\n", advice(20700, 20759))) + EDITION, ""));
        }

        private static List<String> advice(int first, int last) {
            return Advice.lines(List.of(PortInterval.of(first, last)), Advice.USUAL_TRANSPORTS, 80);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "5000-6000 | 5110",
                    "5000-6000 --count 90 | 5110-5199",
                    "5000-6000 --count 91 | 5101-5191",
                    "5000-5015 | 5010",
                    "5000-6000 --transport tcp --count 100 | 5100-5199",
                    "5000-6000 --transport tcp --transport TCP --count 190 | 5010-5199",
                    "40000-40199 | 40000",
                    "30000-30999 | 30000",
                    "29000-41000 | 29000"
                })
        void proposesRoundNumberWithRoom(String args, String proposal) {
            assertThat(run("free " + args).out()).contains("\nProposal: " + proposal + ". It reserves nothing");
        }

        @Test
        void reportsWhenNothingIsFree() {
            Run few = run("free 5000-6000 --count 100");
            assertThat(few.status()).isEqualTo(1);
            assertThat(few.out()).contains("  5101-5199  99 ports\n", "\nThere are no 100 consecutive ports.\n");
            Run dynamic = run("free 61000-62000");
            assertThat(dynamic.status()).isEqualTo(1);
            assertThat(dynamic.out())
                    .startsWith("No port is unassigned over tcp and udp, within 61000-62000: IANA never assigns");
        }

        @Test
        void warnsOfOutgoingPortsInRange() {
            assertThat(run("free 40000-40199").out().replace('\n', ' '))
                    .startsWith("Unassigned over tcp and udp, within 40000-40199, which Linux uses for outgoing");
        }

        @Test
        void leavesOutReportedUse() {
            assertThat(run("free 20550 --transport tcp").out().replace('\n', ' '))
                    .startsWith("No port is unassigned over tcp, within 20550, and not reported as in use. "
                            + " There is no such port.  Reported in use")
                    .doesNotContain("Proposal");
            assertThat(run("free 20550-20650 --format csv").out().lines().skip(1))
                    .containsExactly(",20601-20650,tcp,Unassigned,,,,,,,,", ",20601-20650,udp,Unassigned,,,,,,,,");
            assertThat(run("free 20550-20650 --format csv").err())
                    .isEqualTo(
                            "Reported in use without an assignment, as IANA's rows say, and left out: 20550-20600\n");
            assertThat(run("list --reported").out()).startsWith("  20500-20600  unassigned");
        }

        @Test
        void takesANumberOfPortsForARangeButSaysSo() {
            assertThat(run("free 3").out()).contains("There is no such port. For 3 ports, write --count 3.");
            assertThat(run("free 300").out()).doesNotContain("write --count");
        }

        @Test
        void printsRowPerBlockAndTransport() {
            assertThat(run("free 5000-6000 --format csv").out().lines().skip(1))
                    .containsExactly(
                            ",5101-5199,tcp,Unassigned,,,,,,,,",
                            ",5101-5199,udp,Unassigned,,,,,,,,",
                            ",5010-5099,tcp,Unassigned,,,,,,,,",
                            ",5010-5099,udp,Unassigned,,,,,,,,");
        }

        @Test
        void avoidsYourOwnServices() throws IOException {
            Path site = Files.writeString(folder.resolve("site.csv"), """
                    Service Name,Port Number,Transport Protocol,Description
                    billing,20601-20799,udp,Billing
                    kafka,5006,tcp,Kafka
                    """);
            Run run = run("free --count 2 --site=" + site);
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("\n  20800-29999  9200 ports\n", "\nProposal: 20800-20801. ")
                    .endsWith("\n" + EDITION);
            assertThat(run("free --count 2 --transport tcp --site=" + site).out())
                    .contains("\nProposal: 20700-20701. ");
            assertThat(run("free 20601-20900 --transport udp --format json --site=" + site))
                    .isEqualTo(new Run(0, """
                            [
                              {"serviceName":"","ports":{"first":20800,"last":20900},"transport":"udp",\
                            "description":"Unassigned","assignee":"","contact":"","registrationDate":null,\
                            "modificationDate":null,"reference":"","serviceCode":null,"unauthorizedUse":"",\
                            "assignmentNotes":"","range":"user","status":"unassigned"}
                            ]
                            """, ""));
        }

        @Test
        void rejectsInvalidSiteFile() throws IOException {
            Path site = Files.writeString(
                    folder.resolve("site.csv"), "Service Name,Port Number,Transport Protocol\nHTTP,9999,tcp\n");
            assertThat(run("free --site=" + site))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "ports: --site: the overlay is refused; site.csv, line 2, HTTP 9999/tcp: the registry has"
                                    + " http 80/tcp\n"));
            Files.writeString(site, "Service Name,Port Number,Transport Protocol\nbilling,cp,tcp\n");
            assertThat(run("free --site=" + site).err())
                    .startsWith("ports: --site: the overlay is refused; site.csv, line 2, ")
                    .contains("\"cp\" is not a port number");
            assertThat(run("free --site=absent.csv")).isEqualTo(new Run(2, "", "ports: absent.csv: no such file\n"));
        }

        @Test
        void countsSmallerBlocks() {
            Run run = Run.of("free", "1024-32767");
            assertThat(run.out())
                    .containsPattern("\n  and [0-9]+ ports in [0-9]+ smaller blocks, which --format csv")
                    .containsPattern("\n  and [0-9]+ more, which ports list --reported lists");
        }
    }

    /** Where people and dates are older, a search by them says so, beside data on standard error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--after=2020",
                "--before=2002",
                "--assignee=iesg",
                "--reference=RFC9110",
                "--no-reference",
                "--undated",
                "--reported"
            })
    void saysWhatTheBundledEditionLacks(String filter) {
        String gap = EditionFiles.gap(PortRegistry.bundled().edition());
        String oneLine = Run.of("list", filter).out().replaceAll("\\s+", " ");
        assertThat(oneLine.contains(gap.isEmpty() ? "as of 2015" : gap)).isEqualTo(!gap.isEmpty());
        assertThat(Run.of("list", filter, "--format=json").err().strip()).isEqualTo(gap);
        assertThat(Run.of("list", "--transport=sctp").out()).doesNotContain("IANA's own file");
        assertThat(Run.of("free").out().replaceAll("\\s+", " ")).contains(gap);
        assertThat(Run.of("free", "--format=csv").err()).contains(gap);
    }
}
