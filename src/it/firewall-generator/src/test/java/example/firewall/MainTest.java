package example.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, held against the texts in {@code src/test/resources/office}. */
class MainTest {

    private static final Path OFFICE = Path.of("src/test/resources/office");

    @ParameterizedTest
    @ValueSource(strings = {"firewall.nft", "firewall.iptables"})
    void writesRulesOfAPolicy(String file, @TempDir Path folder) throws Exception {
        Main.generate(OFFICE.resolve("policy.fw"), folder);

        assertThat(folder.resolve(file)).hasSameTextualContentAs(OFFICE.resolve(file));
    }

    @Test
    void writesServicesWithOnesOwnAtTheEnd(@TempDir Path folder) throws Exception {
        Main.generate(OFFICE.resolve("policy.fw"), folder);

        assertThat(folder.resolve("services"))
                .content()
                .contains("\nssh 22/tcp # The Secure Shell (SSH) Protocol\n")
                .endsWith(
                        "billing 49500/tcp # Billing\n# post-room-scan 49510-49519/udp # Scanners of the post room\n");
    }

    @Test
    void writesNothingOfAFaultyPolicy(@TempDir Path folder) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.fw"), "allow tcp ssh\nallow tcp htpp\n");

        assertThatThrownBy(() -> Main.generate(policy, folder.resolve("rules"))).isInstanceOf(PolicyException.class);
        assertThat(folder.resolve("rules")).doesNotExist();
    }

    @Test
    void closesEverythingWhereNothingIsAllowed() {
        Policy policy = new Policy(PortRegistry.bundled(), PortsByTransport.empty());

        assertThat(NftablesWriter.write(policy)).contains("policy drop;").doesNotContain("set ", "dport");
        assertThat(IptablesWriter.write(policy)).contains(":INPUT DROP").doesNotContain("dports");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,3,5,7,9,11,13,15,17,19,21,23,25,27,29    | 1
                    1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 | 2
                    1-2,4-5,7-8,10-11,13-14,16-17,19-20,22     | 1
                    1-2,4-5,7-8,10-11,13-14,16-17,19-20,22,24  | 2
                    1-2,4-5,7-8,10-11,13-14,16-17,19-20,22-23  | 2
                    0-65535                                    | 1
                    """)
    void dealsPortsOutToMultiportRules(String ports, int rules) {
        PortsByTransport allowed = PortsByTransport.of(Map.of(TransportProtocol.TCP, PortSet.parse(ports)));

        assertThat(IptablesWriter.write(new Policy(PortRegistry.bundled(), allowed))
                        .lines())
                .filteredOn(line -> line.contains("multiport"))
                .hasSize(rules);
    }
}
