package example.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import example.firewall.Policy;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.github.portregistry.PortRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, held against the texts in {@code src/test/resources}. */
class ManifestsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    private Path policy(String statements) throws Exception {
        return Files.writeString(folder.resolve("policy.fw"), statements);
    }

    private Service service(String statements) throws Exception {
        return YAML.readValue(Main.generate("Service", policy(statements), "web"), Service.class);
    }

    private NetworkPolicy networkPolicy(String statements) throws Exception {
        return YAML.readValue(Main.generate("NetworkPolicy", policy(statements), "web"), NetworkPolicy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NetworkPolicy", "Service"})
    void areOfAPolicy(String kind) throws Exception {
        assertThat(Main.generate(kind, RESOURCES.resolve("web.fw"), "web"))
                .isEqualTo(Files.readString(RESOURCES.resolve("web-" + kind + ".yaml")));
    }

    @Test
    void areReadAsTheyWereMade() throws Exception {
        Path file = RESOURCES.resolve("web.fw");
        Policy policy = Policy.read(file, PortRegistry.bundled());
        assertThat(YAML.readValue(Main.generate("NetworkPolicy", file, "web"), NetworkPolicy.class))
                .isEqualTo(Manifests.networkPolicy(policy, "web"));
        assertThat(YAML.readValue(Main.generate("Service", file, "web"), Service.class))
                .isEqualTo(Manifests.service(policy, "web"));
    }

    @Test
    void ofNothingLetNothingIn() throws Exception {
        NetworkPolicy nothing = networkPolicy("# closed for now");

        assertThat(nothing.getSpec().getPolicyTypes()).containsExactly("Ingress");
        assertThat(nothing.getSpec().getIngress()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    allow tcp https     | https
                    allow tcp 465       |
                    allow tcp besapi    | besapi
                    allow tcp 60123     |
                    """)
    void nameASinglePortOnlyAsTheRegistryDoes(String statements, String name) throws Exception {
        assertThat(service(statements).getSpec().getPorts()).singleElement().returns(name, ServicePort::getName);
    }

    @Test
    void nameSeveralPortsApart() throws Exception {
        Files.writeString(
                folder.resolve("site.csv"), "Service Name,Port Number,Transport Protocol\ntcp-60123,60124,tcp\n");

        assertThat(service("services site.csv\nallow tcp 60123-60124, https")
                        .getSpec()
                        .getPorts())
                .extracting(ServicePort::getName)
                .containsExactly("https", "tcp-60123", "tcp-60124");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NetworkPolicy | allow dccp discard  | dccp 9 is allowed, and Kubernetes has TCP, UDP and SCTP alone
                    Service       | allow dccp discard  | dccp 9 is allowed, and Kubernetes has TCP, UDP and SCTP alone
                    NetworkPolicy | allow udp 0-1023    | port 0 is allowed, but Kubernetes accepts only 1 to 65535
                    Service       | allow tcp 1000-1100 | a Service has 1 to 100 ports, and the policy allows more
                    Service       | # nothing           | a Service has 1 to 100 ports, and the policy allows none
                    Ingress       | allow tcp https     | "Ingress" is not NetworkPolicy or Service
                    """)
    void areRefusedWhereKubernetesHasNoSuchThing(String kind, String statements, String message) throws Exception {
        Path file = policy(statements);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.generate(kind, file, "web"))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "1web", "web-", "web.shop", "web\n"})
    void areRefusedToAnAppThatCannotNameAService(String app) throws Exception {
        Path file = policy("allow tcp https");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.generate("Service", file, app))
                .withMessageEndingWith("is not the name of a Service");
    }
}
