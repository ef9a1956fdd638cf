package io.github.portregistry.cli;

import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortInterval;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    private static final List<TransportProtocol> TCP_AND_UDP = List.of(TCP, UDP);

    private static List<String> commands(List<PortInterval> ports, List<TransportProtocol> over, String system) {
        return Advice.lines(ports, over, 80, system).stream()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    @Test
    void findsListenersOnly() {
        assertThat(commands(List.of(PortInterval.of(443)), TCP_AND_UDP, "Linux"))
                .containsExactly(
                        "sudo ss -tulpn 'sport = :443'",
                        "sudo lsof -nP -iTCP:443 -sTCP:LISTEN -iUDP:443",
                        "netstat -ano | findstr \"LISTENING UDP\" | findstr /C:\":443 \"");
        assertThat(commands(List.of(PortInterval.of(22), PortInterval.of(80)), List.of(TCP), "Linux"))
                .containsExactly(
                        "sudo ss -tlpn 'sport = :22 or sport = :80'",
                        "sudo lsof -nP -iTCP:22,80 -sTCP:LISTEN",
                        "netstat -ano | findstr \"LISTENING\" | findstr /C:\":22 \" /C:\":80 \"");
    }

    @ParameterizedTest
    @CsvSource({"Linux, sudo ss", "Mac OS X, sudo lsof", "Windows 11, netstat", "FreeBSD, sudo ss"})
    void beginsWithTheCommandOfTheSystem(String system, String command) {
        List<String> commands = commands(List.of(PortInterval.of(1)), TCP_AND_UDP, system);
        assertThat(commands).hasSize(3);
        assertThat(commands.get(0)).startsWith(command);
    }

    @Test
    void takesIntervals() {
        assertThat(commands(List.of(PortInterval.of(22), PortInterval.of(6000, 6063)), List.of(TCP), "Linux"))
                .containsExactly(
                        "sudo ss -tlpn 'sport = :22 or ( sport >= :6000 and sport <= :6063 )'",
                        "sudo lsof -nP -iTCP:22,6000-6063 -sTCP:LISTEN",
                        "netstat -ano | findstr \"LISTENING\"");
    }

    @Test
    void asksForSctpOnlyWhereItIsMeant() {
        assertThat(commands(List.of(PortInterval.of(36412)), List.of(SCTP), "Linux"))
                .containsExactly("sudo ss -Slpn 'sport = :36412'");
    }

    /** A command that covers some of the ports would pass for one that covers all. */
    @Test
    void showsAllPortsInsteadOfSome() {
        List<PortInterval> ports =
                IntStream.rangeClosed(1, 30).mapToObj(PortInterval::of).toList();
        assertThat(commands(ports, TCP_AND_UDP, "Linux"))
                .containsExactly(
                        "sudo ss -tulpn",
                        "sudo lsof -nP -iTCP -sTCP:LISTEN -iUDP",
                        "netstat -ano | findstr \"LISTENING UDP\"");
    }

    @Test
    void isEmptyIfNothingCanListen() {
        assertThat(Advice.lines(List.of(), TCP_AND_UDP, 80)).isEmpty();
        assertThat(Advice.lines(List.of(PortInterval.of(0)), TCP_AND_UDP, 80)).isEmpty();
    }
}
