package example.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of ports, beside those of the library that eclipse-jkube asks: as it asks for the ports of containers and Services. */
class PortNamingTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final List<TransportProtocol> TRANSPORTS = List.of(TransportProtocol.TCP, TransportProtocol.UDP);

    /** As Kubernetes' {@code IsValidPortName} has it. */
    private static boolean isPortName(String name) {
        return name.length() <= 15
                && name.matches("[-a-z0-9]*[a-z][-a-z0-9]*")
                && !name.contains("--")
                && !name.startsWith("-")
                && !name.endsWith("-");
    }

    private static Optional<String> jkube(int port, TransportProtocol transport) throws IOException {
        Set<String> names = Helper.serviceNames(port, transport.keyword());
        return names == null ? Optional.empty() : names.stream().findFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    26/tcp   | smtp          |
                    80/tcp   | http          | http
                    465/tcp  | urd           |
                    8080/tcp | http-alt      | http-alt
                    """)
    void areTheRegistrysOrNone(String port, String jkube, String ours) throws IOException {
        int number = Integer.parseInt(port.replaceFirst("/.*", ""));
        TransportProtocol transport = TransportProtocol.parse(port.replaceFirst(".*/", ""));

        assertThat(jkube(number, transport)).isEqualTo(Optional.ofNullable(jkube));
        assertThat(PortNaming.registered(REGISTRY, number, transport)).isEqualTo(Optional.ofNullable(ours));
    }

    @Test
    void areTakenByKubernetes() throws IOException {
        List<String> ours = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (TransportProtocol transport : TRANSPORTS) {
            for (int port = 1; port <= 65535; port++) {
                PortNaming.registered(REGISTRY, port, transport).ifPresent(ours::add);
                jkube(port, transport).filter(name -> !isPortName(name)).ifPresent(refused::add);
            }
        }
        assertThat(ours).hasSizeGreaterThan(10_000).allMatch(PortNamingTest::isPortName);
        assertThat(refused).contains("MOS-lower", "dsx_monitor");
        Files.write(Path.of("target/refused-by-kubernetes.txt"), refused);
    }

    @Test
    void areNotThoseThatIanaDoesNotHave() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (TransportProtocol transport : TRANSPORTS) {
            for (int port = 1; port <= 65535; port++) {
                List<String> names = REGISTRY.findByPort(port, transport).stream()
                        .map(PortAssignment::serviceName)
                        .toList();
                Set<String> answers = Helper.serviceNames(port, transport.keyword());
                for (String answer : answers == null ? Set.<String>of() : answers) {
                    if (names.stream().noneMatch(answer::equalsIgnoreCase)) {
                        foreign.add(port + "/" + transport.keyword() + " " + answer);
                    }
                }
            }
        }
        Files.write(Path.of("target/not-ianas.txt"), foreign);
        assertThat(foreign).contains("24/tcp telnet", "26/tcp smtp", "994/tcp imaps");
    }
}
