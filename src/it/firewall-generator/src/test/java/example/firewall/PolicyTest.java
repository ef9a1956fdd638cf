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
                        allow domain/udp, https/tcp, 10123/tcp  | tcp 443,10123; udp 53
                        allow submissions                       | tcp 465
                        allow Tcp http-alt                      | tcp 591,8008,8080
                        allow tcp 6000-6063 6064                | tcp 6000-6064
                        allow tcp-id-port/udp                   | udp 1999
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
        void knowsItsOwnServicesAndDefinitionsFromTheirLineOn() throws Exception {
            Files.writeString(
                    folder.resolve("site.csv"), "Service Name,Port Number,Transport Protocol\nbilling,49500,tcp\n");

            assertThat(read("services site.csv\ndefine OURS billing, ssh/tcp\nallow OURS\n")
                            .allowed())
                    .hasToString("tcp 22,49500");
            assertThatThrownBy(() -> read("allow billing\nservices site.csv\n"))
                    .isInstanceOf(PolicyException.class)
                    .hasMessageStartingWith("line 1: \"billing\" is not a ");
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
                        allow                   | line 1: the specification is empty | 5
                        allow tcp               | line 1: the specification is empty | 9
                        allow 80                | line 1: "80" has no transport; write 80/tcp, for example | 6
                        allow tcp 80,,90        | line 1: a token is empty | 13
                        allow tcp 22, 90-80     | line 1: interval 90-80 is reversed | 14
                        allow tcp, ssh          | line 1: service tcp has no port               | 6
                        allow tcp ssh, syslog   | line 1: syslog is registered for udp 514 only, not for tcp | 15
                        allow tcp domain/udp    | line 1: "domain/udp" is over udp, but must be over tcp | 17
                        allow ssh               | line 1: ssh is registered for tcp, udp and sctp; write ssh/tcp, ssh/udp | 6
                        define WEB WEB          | line 1: "WEB" is not a registered service name | 11
                        define FTP 20-21/tcp    | line 1: definition "FTP" is refused: the registry has a service | 0
                        deny tcp 23             | line 1: "deny" is not a statement: allow, define, definitions and services are | 0
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
                        billing,9400,tcp   | line 2: the overlay is refused; site.csv, line 2, billing 9400/tcp: the registry has 9400/tcp
                        ssh,49500,tcp      | line 2: the overlay is refused; site.csv, line 2, ssh 49500/tcp: the registry has ssh 22/tcp
                        80-90,49500,tcp    | line 2: the overlay is refused; site.csv, line 2, a service name without a letter reads as a port number
                        billing,49500,quic | line 2: the overlay is refused; site.csv, line 2, unknown transport "quic"
                        """)
        void refuseOwnServicesThatMeanSomethingElse(String row, String message) throws Exception {
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
        void namesTheServicesOfPortsAndIntervals() {
            assertThat(comment("22,443,6000-6063,49500", 128))
                    .isEqualTo("22/tcp ssh; 443/tcp https; 6000-6063/tcp x11; 49500/tcp (dynamic)");
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
                    .isEqualTo("24/tcp (unnamed: ?any ??private?? ??m?il???)");
        }
    }
}
