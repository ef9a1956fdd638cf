package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of anyone's file in what is printed. */
class HostileRowsTest {

    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee\n";
    private static final String EVIL = "\u001b[31m\nPort 22: free\r\u2028\u202e\u0085\u0007";

    @TempDir
    Path folder;

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), HEADER + rows);
    }

    @Test
    void cannotForgeLinesOrColours() throws IOException {
        String file = file("\"%1$s\",80,tcp,\"%1$s\",\"[%1$s]\"\n\"a%1$s\",81-82,,\"%1$s\",\n".formatted(EVIL))
                .toString();
        for (String args :
                new String[] {"80", "81", "80-90", "free", "list", "ghosts", "diff " + Path.of("README.md"), "label"}) {
            Run run = Run.withInput("80/tcp 81/tcp\n", (args + " --edition " + file).split(" "));
            assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u2028", "\u202e", "\u0085", "\u0007", "\r");
            assertThat((run.out() + run.err()).lines()).noneMatch(line -> line.startsWith("Port 22"));
        }
    }

    @Test
    void areNotMergedByForgedSeparators() {
        PortAssignment row = PortAssignment.of("a", PortInterval.of(80), TransportProtocol.TCP, "x\0y");
        PortAssignment other = PortAssignment.of("a", PortInterval.of(80), TransportProtocol.UDP, "x");
        assertThat(MergedRows.of(List.of(row.withAssignee("z"), other.withAssignee("y\0z"))))
                .hasSize(2);
    }

    @Test
    void areWrappedToTheWidth() throws IOException {
        String file = file("ok,80,tcp," + "x".repeat(70) + "Port_22:_free,\n" + "n".repeat(300) + ",80,udp,"
                        + "\uac00".repeat(200) + ",\n")
                .toString();
        Run run = Run.of("80", "--edition", file);
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(Wrapping.width(line)).isLessThanOrEqualTo(80));
        assertThat(run.out().lines().filter(line -> !line.isEmpty() && line.charAt(0) != ' '))
                .hasSize(3);
    }

    @Test
    void keepAnswersProportionalToFile() throws IOException {
        String row = "n".repeat(45_000) + ",80,%s,\"" + "w ".repeat(20_000) + "\",\n";
        String file = file(row.formatted("tcp") + "ok,80,udp," + "w ".repeat(45_000) + ",\n")
                .toString();
        for (String what : new String[] {"80", "80-90", "n".repeat(45_000), "list", "ghosts"}) {
            Run run = Run.of(what, "--edition", file);
            assertThat(run.status()).isZero();
            assertThat(run.out().length()).isBetween(80_000, 700_000);
        }
    }

    @Test
    void areEscapedInJson() {
        PortAssignment row =
                PortAssignment.of("a\"b\\", PortInterval.of(80), TransportProtocol.TCP, "\u001b\n\ud800 é");
        assertThat(Format.JSON.data(List.of(row)))
                .isEqualTo("[\n  {\"serviceName\":\"a\\\"b\\\\\",\"ports\":{\"first\":80,\"last\":80},"
                        + "\"transport\":\"tcp\",\"description\":\"\\u001b\\u000a\\ud800 é\","
                        + "\"assignee\":\"\",\"contact\":\"\",\"registrationDate\":null,\"modificationDate\":null,"
                        + "\"reference\":\"\",\"serviceCode\":null,\"unauthorizedUse\":\"\",\"assignmentNotes\":\"\","
                        + "\"range\":\"system\",\"status\":\"assigned\"}\n]\n");
        assertThat(Format.JSON.data(List.of(PortAssignment.of("airplay", null, null, ""))))
                .contains("\"ports\":null,\"transport\":null,")
                .endsWith("\"range\":null,\"status\":\"assigned\"}\n]\n");
    }

    @Test
    void areWrappedBetweenAndInsideWords() {
        assertThat(Wrapping.lines("", 10)).isEmpty();
        assertThat(Wrapping.lines("one two three four", 9)).isEqualTo(List.of("one two", "three", "four"));
        assertThat(Wrapping.lines("a 0123456789012 b", 5)).isEqualTo(List.of("a", "01234", "56789", "012 b"));
        assertThat(Wrapping.lines("\uac00\uac00\uac00", 5)).isEqualTo(List.of("\uac00\uac00", "\uac00"));
    }

    @Test
    void areMeasuredInTerminalColumns() {
        assertThat(Wrapping.width("a\u00e9\u10ff")).isEqualTo(3);
        assertThat(Wrapping.width("\u1100\u2e80\u3000\ud83d\ude00")).isEqualTo(8);
    }
}
