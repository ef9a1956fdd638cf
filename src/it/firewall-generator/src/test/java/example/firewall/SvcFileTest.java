package example.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvcFileTest {

    private static final String OWN = """
            # names of our own
            WEB_SERVICES = 80/tcp https/tcp
            SSH = ssh/tcp       # no other transport

            OFFICE=web_services
                     SSH        # and no more
            \tdomain/udp, submissions
            """;

    @TempDir
    private Path folder;

    private PortRegistry define(String text) throws IOException {
        return SvcFile.define(Files.writeString(folder.resolve("own.svc"), text), PortRegistry.bundled());
    }

    @Test
    void definesNamesByThoseAbove() throws IOException {
        PortRegistry registry = define(OWN);

        assertThat(registry.resolve("OFFICE")).hasToString("tcp 22,80,443,465; udp 53");
        assertThat(registry.resolve("ssh")).hasToString("tcp 22");
        assertThat(define(OWN.replace("\n", "\r\n"))).isEqualTo(registry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A = 1/tcp;B = A C;C = 2/tcp     | , line 2: "C" is defined below, in line 3
            MAIL = submissions;;Submissions = 465/tcp | , line 1: "submissions" is defined below, in line 3
            A = 1/tcp;  B/tcp;B = 2/tcp     | , line 1: "B/tcp" is defined below, in line 3
            A = A                           | , line 1: "A" is not a
            A = 1/tcp;a = 2/tcp             | , line 2: definition "a" is refused: it is already defined
            A = 1/tcp;B = rdp               | , line 2: service rdp has no port
            A = 1/tcp;B 2/tcp               | , line 2: "B 2/tcp" is not a definition such as
            '  1/tcp'                       | , line 1: "  1/tcp" is not a definition such as
            FTP = 20-21/tcp                 | , line 1: definition "FTP" is refused: the registry has a service
            A =                             | , line 1: the specification is empty
            # none yet                      | ' has no definitions'
            """)
    void refusesByLine(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> define(text.replace(';', '\n')))
                .withMessageStartingWith("own.svc" + message);
    }

    @Test
    void isReadByAPolicy() throws Exception {
        define(OWN);
        Path policy = Files.writeString(folder.resolve("policy.fw"), "definitions own.svc\nallow OFFICE\n");
        assertThat(Policy.read(policy, PortRegistry.bundled()).allowed()).hasToString("tcp 22,80,443,465; udp 53");

        Files.writeString(folder.resolve("own.svc"), "A = B\nB = 1/tcp\n");
        assertThatThrownBy(() -> Policy.read(policy, PortRegistry.bundled()))
                .hasMessageStartingWith(
                        "line 1: own.svc, line 1: \"B\" is defined below, in line 2\n  definitions own");
    }
}
