package example.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of ports, beside those of the library that eclipse-jkube asks: as it asks for the ports of containers and Services. */
class PortNamingTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

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
        for (TransportProtocol transport : List.of(TransportProtocol.TCP, TransportProtocol.UDP)) {
            assertThat(IntStream.range(0, 65536)
                            .mapToObj(port -> PortNaming.registered(REGISTRY, port, transport))
                            .flatMap(Optional::stream))
                    .hasSizeGreaterThan(5_000)
                    .allMatch(PortNamingTest::isPortName);
        }
        assertThat(isPortName("MOS-lower")).isFalse();
        assertThat(jkube(10540, TransportProtocol.TCP)).hasValue("MOS-lower");
    }
}
