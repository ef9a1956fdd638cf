package example.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @TempDir
    private Path folder;

    private Policy read(String policy) throws IOException, PolicyException {
        return Policy.read(Files.writeString(folder.resolve("policy.fw"), policy), PortRegistry.bundled());
    }

    @Nested
    class Read {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        allow tcp ssh, https                    | tcp 22,443
                        allow udp domain                        | udp 53
                        allow domain, https/tcp, 10123/tcp      | tcp 53,443,10123; udp 53
                        allow Tcp http-alt                      | tcp 591,8008,8080
                        allow tcp 6000-6063 6064                | tcp 6000-6064
                        allow tcp-id-port                       | tcp 1999; udp 1999
                        '  allow tcp 80 # and no more'          | tcp 80
                        '# allow tcp 80'                        | ''
                        ''                                      | ''
                        """)
        void readsStatement(String statement, String allowed) throws Exception {
            assertThat(read(statement).allowed()).hasToString(allowed);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u2028", "\u2029", "\u0085"})
        void takesACommentToTheEndOfTheLineThatReadingAFileMakes(String separator) throws Exception {
            assertThat(read("allow tcp ssh\n# closed for now:" + separator + "allow tcp telnet\n")
                            .allowed())
                    .hasToString("tcp 22");
        }

        @Test
        void addsUpWhatLinesAllow() throws Exception {
            assertThat(read("allow tcp 80\r\n\r\nallow udp 53\r\nallow tcp 81\r\n")
                            .allowed())
                    .hasToString("tcp 80-81; udp 53");
        }

        @Test
        void knowsServicesOfOnesOwnFromTheirLineOn() throws Exception {
            Files.writeString(
                    folder.resolve("site.csv"), "Service Name,Port Number,Transport Protocol\nbilling,49500,tcp\n");

            assertThat(read("services site.csv\nallow billing, ssh/tcp\n").allowed())
                    .hasToString("tcp 22,49500");
            assertThatThrownBy(() -> read("allow billing\nservices site.csv\n"))
                    .isInstanceOf(PolicyException.class)
                    .hasMessageStartingWith("line 1: \"billing\" is no registered service name");
        }
    }

    @Nested
    class Errors {

        @Test
        void pointAtTheTokenInItsLine() {
            assertThatThrownBy(() -> read("# web\nallow tcp 80\n\tallow  tcp  ssh, rdp   # and no more\n"))
                    .isInstanceOf(PolicyException.class)
                    .hasMessage("""
                            line 3: service rdp has no port; what is commonly called rdp is registered as ms-wbt-server\
                             (at index 5 of "ssh, rdp")
                              allow  tcp  ssh, rdp
                                               ^""");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        allow                   | line 1: a specification of nothing | 5
                        allow tcp               | line 1: a specification of nothing | 9
                        allow 80                | line 1: "80" stands for no transport, write 80/tcp or the like | 6
                        allow tcp 80,,90        | line 1: an empty token | 13
                        allow tcp 22, 90-80     | line 1: interval 90-80 is reversed | 14
                        allow tcp, ssh          | line 1: service tcp has no port               | 6
                        allow tcp ssh, syslog   | line 1: syslog is registered for udp 514 only, not for tcp | 15
                        allow tcp domain/udp    | line 1: "domain/udp" is over udp, but tcp is asked for | 17
                        deny tcp 23             | line 1: "deny" is neither allow nor services | 0
                        services missing.csv    | line 1: java.nio.file.NoSuchFileException: | 0
                        """)
        void sayWhatIsWrongAndWhere(String statement, String message, int column) {
            assertThatThrownBy(() -> read(statement))
                    .isInstanceOf(PolicyException.class)
                    .hasMessageStartingWith(message)
                    .hasMessageEndingWith("\n  " + statement + "\n  " + " ".repeat(column) + "^");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        billing,9400,tcp   | line 2: site-local service "billing" is refused, the registry has 9400/tcp
                        ssh,49500,tcp      | line 2: site-local service "ssh" is refused, the registry has a service of
                        80-90,49500,tcp    | line 2: site-local service "80-90" is refused, its name breaks RFC 6335
                        billing,49500,quic | line 2: line 2, Transport Protocol
                        """)
        void refuseServicesOfOnesOwnThatMeanSomethingElse(String row, String message) throws Exception {
            Files.writeString(folder.resolve("site.csv"), "Service Name,Port Number,Transport Protocol\n" + row + "\n");

            assertThatThrownBy(() -> read("# ours\nservices site.csv\n"))
                    .isInstanceOf(PolicyException.class)
                    .hasMessageStartingWith(message);
        }
    }

    @Nested
    class Comment {

        private String comment(String ports, int limit) {
            Policy policy = new Policy(PortRegistry.bundled(), PortsByTransport.empty());
            return policy.comment(PortSet.parse(ports), TransportProtocol.TCP, limit);
        }

        @Test
        void namesTheServicesOfPortsAndOfTheEndsOfIntervals() {
            assertThat(comment("22,443,6000-6063,49500", 128))
                    .isEqualTo("22/tcp ssh; 443/tcp https; 6000/tcp x11 to 6063/tcp x11; 49500/tcp (dynamic)");
        }

        @Test
        void isCutToTheLimit() {
            assertThat(comment("22,443", 25)).isEqualTo("22/tcp ssh; 443/tcp https");
            assertThat(comment("22,443", 24)).isEqualTo("22/tcp ssh; 443/tcp h...");
        }

        @Test
        void hasNothingThatEndsAQuotedText() {
            PortAssignment nameless =
                    PortAssignment.of("", PortInterval.of(24), TransportProtocol.TCP, "any \"private\" \\mäil\\");
            Policy policy = new Policy(PortRegistry.of(List.of(nameless)), PortsByTransport.empty());

            assertThat(policy.comment(PortSet.of(24), TransportProtocol.TCP, 128))
                    .isEqualTo("24/tcp (unnamed: any ?private? ?m?il?)");
        }
    }

    @Test
    void keepsPortsByTransport() throws Exception {
        assertThat(read("allow ssh/tcp, syslog/udp").allowed())
                .isEqualTo(PortsByTransport.of(
                        Map.of(TransportProtocol.TCP, PortSet.of(22), TransportProtocol.UDP, PortSet.of(514))));
    }
}
