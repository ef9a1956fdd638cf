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
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {

    @TempDir
    Path folder;

    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee\n";

    @Test
    void saysWhichEditionIsOlderOrLacksSomething() throws IOException {
        Path old =
                file("old.csv", "Service Name,Port Number,Transport Protocol,Registration Date\nhttp,80,tcp,2007-06\n");
        String out = Run.of("diff", "--edition=bundled", old.toString()).out().replaceAll("\\s+", " ");
        assertThat(out).contains("The edition after is older than the one before. ");
        assertThat(out.contains("The edition before has people, dates, notes"))
                .isEqualTo(PortRegistry.bundled().edition().peopleAsOf() != null);
        assertThat(Run.of("diff", old.toString(), old.toString()).out()).doesNotContain("older", "IANA's own file");
    }

    @Test
    void reportsEqualEditions() throws IOException {
        Path file = file("old.csv", HEADER + "http,80,tcp,Web,\n");
        String edition = PortRegistry.parse(file).edition().toString();
        assertThat(Run.of("diff", file.toString(), file.toString()))
                .isEqualTo(new Run(0, """
                        before: %s
                        after:  %s

                        No assignment or reserved port differs.
                        """.formatted(edition, edition), ""));
    }

    @Test
    void mergesTransports() throws IOException {
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
                            3679/tcp,udp Escale (Newton Dock)
                          1 x Description
                            143/tcp imap
                          1 x Description, Assignee
                            27000-27009 flex-lm

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
    void countsLinesBeyondLimit() throws IOException {
        Path before = file("old.csv", HEADER + "http,80,tcp,Web,\n");
        Path after = file("new.csv", HEADER + "http,80,tcp,Web,\n" + rows(100, "n%1$d,%1$d,tcp,,\n"));
        Run run = Run.of("diff", before.toString(), after.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .containsSubsequence("100 assignments added:\n  0/tcp n0\n", "  59/tcp n59\n  and 40 more lines\n");
    }

    @Test
    void rejectsFileThatIsNotARegistry() throws IOException {
        Path good = file("old.csv", HEADER + "http,80,tcp,Web,\n");
        Path bad = file("new.csv", HEADER + "http,cp,tcp,Web,\n");
        Run run = Run.of("diff", good.toString(), bad.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("ports: new.csv, line 2, Port Number: \"cp\" is not a port number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "diff a.csv b.csv c.csv"})
    void rejectsNoneOrThreeFiles(String args) {
        assertThat(Run.of(args.split(" ")))
                .isEqualTo(new Run(2, "", "ports: diff takes two files, the older first, or only the newer\n"));
    }

    @Test
    void comparesWithBundledOrGivenEdition() throws IOException {
        String file = file("new.csv", HEADER + "http,80,tcp,Web,\n").toString();
        assertThat(Run.of("diff", file).out()).startsWith("before: bundled, ");
        assertThat(Run.of("diff", "--edition", file, file).status()).isZero();
        assertThat(Run.of("diff", "--edition", file, file, file).status()).isEqualTo(2);
        assertThat(Run.withInput(HEADER + "http,80,tcp,Web,\n", "diff", file, "-")
                        .status())
                .isZero();
        assertThat(Run.of("diff", "-", "-").status()).isEqualTo(2);
    }

    @Test
    void namesSomeOfManyChangedAssignments() throws IOException {
        Path before = file("old.csv", HEADER + rows(25, "n%1$d,%1$d,tcp,,\n"));
        Path after = file("new.csv", HEADER + rows(25, "n%1$d,%1$d,tcp,new,\n"));
        assertThat(Run.of("diff", before.toString(), after.toString()).out().replace("\n      ", " "))
                .containsSubsequence("\n  25 x Description\n    0/tcp n0, 1/tcp n1,", "19/tcp n19 and 5 more\n")
                .doesNotContain("n20");
    }

    @Test
    void printsChangedRowsAsData() throws IOException {
        Path before = file("old.csv", HEADER + "a,1,tcp,Old,\nb,2,tcp,\"B, b\",\n");
        Path after = file("new.csv", HEADER + "a,1,tcp,New,\nc,3,tcp,C,\n");
        Run csv = Run.of("diff", before.toString(), after.toString(), "--format=csv");
        assertThat(csv.status()).isEqualTo(1);
        assertThat(csv.out()).isEqualTo("""
                Change,Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,\
                Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes
                removed,b,2,tcp,"B, b",,,,,,,,
                added,c,3,tcp,C,,,,,,,,
                before,a,1,tcp,Old,,,,,,,,
                after,a,1,tcp,New,,,,,,,,
                """.replace("\n", "\r\n"));
        Run json = Run.of("diff", before.toString(), after.toString(), "--format=json");
        assertThat(json.out().lines())
                .hasSize(6)
                .element(1)
                .asString()
                .startsWith("  {\"change\":\"removed\",\"serviceName\":\"b\",\"ports\":");
        assertThat(Run.of("diff", after.toString(), after.toString(), "--format=json"))
                .isEqualTo(new Run(0, "[]\n", ""));
    }

    @Test
    void comparesOfficialEditions() {
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
        assertThat(run.out().lines().count()).isLessThan(250);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(int count, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining());
    }
}
