package io.github.portregistry;

import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of ports that have names: {@code withDefinition} and {@code definitions}. */
class DefinitionsTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    private static final PortRegistry OFFICE =
            REGISTRY.withDefinition("WEB", "http/tcp, https/tcp").withDefinition("OFFICE", "WEB, ssh/tcp");

    @Nested
    class InASpecification {

        @Test
        void resolveToTheirDefinition() {
            assertThat(OFFICE.resolve("OFFICE")).hasToString("tcp 22,80,443");
            assertThat(OFFICE.resolve("office, domain/udp")).hasToString("tcp 22,80,443; udp 53");
            assertThat(OFFICE.resolve("Web/TCP")).hasToString("tcp 80,443");
        }

        @Test
        void includeTheirTransports() {
            PortRegistry dns = OFFICE.withDefinition("dns", "domain/tcp, domain/udp");
            assertThat(dns.resolve("dns")).hasToString("tcp 53; udp 53");
            assertThat(dns.resolve("dns/udp")).hasToString("udp 53");
            assertThat(dns.resolve("dns", Set.of(TCP, UDP))).hasToString("tcp 53; udp 53");
            assertThat(dns.resolveWithDefault("dns 8080", TCP)).hasToString("tcp 53,8080; udp 53");
            assertThat(dns.resolve("WEB 8080", TCP)).hasToString("80,443,8080");
            assertRefused(() -> dns.resolve("dns", TCP), "\"dns\" is over udp, but must be over tcp");
            assertRefused(() -> dns.resolve("dns", Set.of(TCP)), "\"dns\" is over udp, but must be over tcp");
            assertRefused(() -> dns.resolve("WEB/udp"), "WEB is defined as tcp 80,443, without udp");
        }

        @Test
        void areResolvedWhenDefined() {
            PortAssignment http = PortAssignment.of("http", PortInterval.of(50080), TCP, "");
            PortRegistry shadowed = OFFICE.withOverlay(List.of(http), MAY_SHADOW);
            assertThat(shadowed.resolve("WEB http/tcp")).hasToString("tcp 80,443,50080");
        }

        private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String reason) {
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(call).withMessageStartingWith(reason);
        }
    }

    @Nested
    class AreUnknownTo {

        @Test
        void lookUpsLabelsQueriesAndFiles() throws IOException {
            assertThat(OFFICE.findByName("WEB")).isEmpty();
            assertThat(OFFICE.query().serviceName("WEB").list()).isEmpty();
            assertThat(OFFICE.names().label(80, TCP)).isEqualTo("80/tcp http");
            assertThat(OFFICE.names().exactServices(PortSet.of(80, 443), TCP)).isEmpty();
            assertThat(OFFICE.names().specification(OFFICE.resolve("WEB"))).isEqualTo("http/tcp https/tcp");
            StringBuilder file = new StringBuilder();
            IanaCsvWriter.write(OFFICE, file);
            assertThat(file.toString().contains("WEB,")).isFalse();
        }

        @Test
        void theOriginalRegistry() {
            assertThat(REGISTRY.definitions()).isEmpty();
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("OFFICE"));
        }
    }

    @Test
    void areListedInOrder() {
        Map<String, PortsByTransport> definitions = OFFICE.definitions();
        assertThat(definitions.keySet()).containsExactly("WEB", "OFFICE");
        assertThat(definitions.get("OFFICE")).isEqualTo(OFFICE.resolve("OFFICE"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(definitions::clear);
    }

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                HTTP          | 80/tcp                 | tcp 80
                ssh           | ssh/tcp                | tcp 22
                http-alt      | 8080/tcp               | tcp 8080
                RDP           | 3389/tcp               | tcp 3389
                HIGH_PORTS    | 1024-65535/tcp         | tcp 1024-65535
                a.b-c_d       | 1/udp                  | udp 1
                my-submission | submissions            | tcp 465
                """)
        void mayBeNewOrNarrowRegisteredOnes(String name, String spec, String ports) {
            assertThat(REGISTRY.withDefinition(name, spec).resolve(name)).hasToString(ports);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                FTP      | 20-21/tcp       | the registry has a service of that name for tcp 21; udp 21; sctp 21, which does not include tcp 20
                syslog   | 514/tcp         | the registry has a service of that name for udp 514, which does not include tcp 514
                WEB      | 80/tcp          | it is already defined
                web      | 80/tcp          | it is already defined
                tcp      | 80/tcp          | its name is that of a transport protocol
                UDP      | 80/tcp          | its name is that of a transport protocol
                80       | 80/tcp          | its name has no letter
                1-2      | 80/tcp          | its name has no letter
                9web     | 80/tcp          | its name does not begin with a letter
                _web     | 80/tcp          | its name does not begin with a letter
                a b      | 80/tcp          | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                a/tcp    | 80/tcp          | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                ''       | 80/tcp          | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                größe    | 80/tcp          | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                """)
        void areRejectedIfMisleading(String name, String spec, String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICE.withDefinition(name, spec))
                    .withMessage("definition \"" + name + "\" is refused: " + reason);
        }

        @Test
        void haveAtMost63Characters() {
            assertThat(REGISTRY.withDefinition("x".repeat(63), "80/tcp").definitions())
                    .hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> REGISTRY.withDefinition("x".repeat(64), "80/tcp"))
                    .withMessageContaining("1 to 63");
        }

        @Test
        void cannotBeTakenByLaterOverlays() {
            PortAssignment web = PortAssignment.of("web", PortInterval.of(50080), TCP, "");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICE.withOverlay(List.of(web), MAY_SHADOW))
                    .withMessageContaining("there is already a definition of that name");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WEB | a specification of itself: "WEB" is not a registered service name
            ssh | ssh is registered for tcp, udp and sctp; write ssh/tcp
            80  | "80" has no transport; write 80/tcp
            ''  | the specification is empty
            """)
    void mustSpellOutTransports(String spec, String reason) {
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> REGISTRY.withDefinition("WEB", spec))
                .withMessageStartingWith(reason.replace("a specification of itself: ", ""));
    }

    @Test
    void areLimitedInTotal() {
        String even = IntStream.range(0, 25000).mapToObj(i -> 2 * i + "/tcp").collect(Collectors.joining(" "));
        PortRegistry registry = REGISTRY;
        for (int i = 0; i < 40; i++) {
            registry = registry.withDefinition("D" + i, i == 0 ? even : "D0");
        }
        PortRegistry full = registry;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.withDefinition("D40", "1/udp"))
                .withMessage("the definitions have more than 1000000 intervals");
    }

    @Test
    void areLimitedInOneSpecification() {
        String odd = IntStream.range(0, 25000).mapToObj(i -> 2 * i + 1 + "/tcp").collect(Collectors.joining(" "));
        PortRegistry registry = REGISTRY.withDefinition("A", odd);
        assertThat(registry.resolve("A ".repeat(40))).isEqualTo(registry.resolve("A"));
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> registry.resolve("A ".repeat(10_000)))
                .withMessageStartingWith("the names up to here have more than 1000000 intervals");
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> registry.resolve("A/udp"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void rejectNull() {
        assertRejectsNull("name", () -> REGISTRY.withDefinition(null, "80/tcp"));
        assertRejectsNull("spec", () -> REGISTRY.withDefinition("WEB", null));
    }
}
