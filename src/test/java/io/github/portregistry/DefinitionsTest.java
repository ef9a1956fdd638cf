package io.github.portregistry;

import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of ports that have names: {@code withDefinition}, {@code withDefinitions} and {@code definitions}. */
class DefinitionsTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    private static final PortRegistry OFFICE =
            REGISTRY.withDefinition("WEB", "http/tcp, https/tcp").withDefinition("OFFICE", "WEB, ssh/tcp");

    @Nested
    class InASpecification {

        @Test
        void standForWhatTheyWereDefinedAs() {
            assertThat(OFFICE.resolve("OFFICE")).hasToString("tcp 22,80,443");
            assertThat(OFFICE.resolve("office, domain/udp")).hasToString("tcp 22,80,443; udp 53");
            assertThat(OFFICE.resolve("Web/TCP")).hasToString("tcp 80,443");
        }

        @Test
        void areLikeATokenWithItsTransports() {
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
        void wereResolvedWhenTheyWereMade() {
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
        void equality() {
            assertThat(OFFICE).isEqualTo(REGISTRY).hasSameHashCodeAs(REGISTRY);
        }

        @Test
        void theRegistryBelow() {
            assertThat(REGISTRY.definitions()).isEmpty();
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("OFFICE"));
        }
    }

    @Test
    void areListedInTheirOrder() {
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
        void mayBeNewOrMeanFewerPortsThanTheRegistrys(String name, String spec, String ports) {
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
        void areRefusedIfAReaderWouldTakeThemForAnother(String name, String spec, String reason) {
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
        void areNotTakenByALaterOverlay() {
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
    void haveToSpellOutTheirTransports(String spec, String reason) {
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> REGISTRY.withDefinition("WEB", spec))
                .withMessageStartingWith(reason.replace("a specification of itself: ", ""));
    }

    @Test
    void areLimitedInAll() {
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
    void cannotBeNamedTooOften() {
        String odd = IntStream.range(0, 25000).mapToObj(i -> 2 * i + 1 + "/tcp").collect(Collectors.joining(" "));
        PortRegistry registry = REGISTRY.withDefinition("A", odd);
        assertThat(registry.resolve("A ".repeat(40))).isEqualTo(registry.resolve("A"));
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> registry.resolve("A ".repeat(10_000)))
                .withMessageStartingWith("the definitions up to here have more than 1000000 intervals");
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(() -> registry.resolve("A/udp"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void rejectNull() {
        assertRejectsNull("name", () -> REGISTRY.withDefinition(null, "80/tcp"));
        assertRejectsNull("spec", () -> REGISTRY.withDefinition("WEB", null));
        assertRejectsNull("svc", () -> REGISTRY.withDefinitions(null));
        assertRejectsNull("svc", () -> REGISTRY.withDefinitions(null, MAY_SHADOW));
        assertRejectsNull("policy", () -> REGISTRY.withDefinitions(Path.of("a.svc"), null));
    }

    @Nested
    class OfAFile {

        @TempDir
        private Path folder;

        @Test
        void mayUseWhatStandsBelowThem() throws IOException {
            PortRegistry registry = REGISTRY.withDefinitions(file("""
                    # names of our own
                    OFFICE = WEB_SERVICES
                             SSH   # and no more

                    WEB_SERVICES = HTTP https/tcp
                    HIGH_PORTS=1024-65535/tcp 1024-65535/udp
                    SSH = 22/tcp
                    HTTP = 80/tcp
                    """));
            assertThat(registry.definitions().keySet())
                    .containsExactly("OFFICE", "WEB_SERVICES", "HIGH_PORTS", "SSH", "HTTP");
            assertThat(registry.resolve("OFFICE")).hasToString("tcp 22,80,443");
            assertThat(registry.resolve("HIGH_PORTS")).hasToString("tcp 1024-65535; udp 1024-65535");
            assertThat(registry.resolve("http")).hasToString("tcp 80");
        }

        @Test
        void standBesideThoseThatAreThere() throws IOException {
            PortRegistry registry = OFFICE.withDefinitions(file("ALL = OFFICE dns\ndns = domain/udp\n"));
            assertThat(registry.resolve("ALL")).hasToString("tcp 22,80,443; udp 53");
            assertThat(registry.definitions().keySet()).containsExactly("WEB", "OFFICE", "ALL", "dns");
        }

        @Test
        void endWithAnyLineEndOrNone() throws IOException {
            for (String text : List.of("\uFEFFA = 1/tcp\r\nB = A\r\n  2/tcp", "A=1/tcp\nB=A\n\t2/tcp\n")) {
                assertThat(REGISTRY.withDefinitions(file(text)).resolve("B")).hasToString("tcp 1-2");
            }
        }

        /** A file that lost its lines would give names that it narrows all of their ports again. */
        @ParameterizedTest
        @ValueSource(strings = {"", "# none yet\n\n"})
        void areNotNone(String text) throws IOException {
            Path file = file(text);
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessage("own.svc, not a definitions file: it has no definitions");
        }

        @Test
        void mayNarrowARegisteredNameByItself() throws IOException {
            assertThat(REGISTRY.withDefinitions(file("SSH = ssh/tcp\n")).resolve("ssh"))
                    .hasToString("tcp 22");
        }

        @Test
        void areRefusedWhereTheCircleIs() throws IOException {
            Path file = file("A = 1/tcp\nB = X\nX = Y\nY = X\n");
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessage("own.svc, line 3: \"X\" is defined in terms of itself");
        }

        /** Each is small, but takes a look at all ports of both. */
        @Test
        void cannotTakeForEver() throws IOException {
            String odd = ports(1);
            StringBuilder text = new StringBuilder("A = " + odd + "\nE = " + ports(0) + "\n");
            for (int i = 0; i < 60_000; i++) {
                text.append("D" + i + " = A E\n");
            }
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file(text.toString())))
                    .withMessageContaining("the definitions used up to here have more than 1000000 intervals");
            Path many = file("A = " + odd + "\nB = " + "A ".repeat(300) + "\n");
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(many))
                    .withMessageContaining("intervals");
        }

        private static String ports(int first) {
            return IntStream.range(0, 5000)
                    .mapToObj(i -> first + 2 * i + "/tcp" + (i % 1000 == 999 ? "\n " : ""))
                    .collect(Collectors.joining(" "));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                WEB = http/tcp;A = B;B = A           | 2 | "A" is defined in terms of itself
                A = A                                | 1 | "A" is defined in terms of itself
                A = A/tcp                            | 1 | "A" is defined in terms of itself
                ssh = X;X = ssh/tcp                  | 1 | "ssh" is defined in terms of itself
                B = 1/tcp;A = B nosuchname/tcp       | 2 | "nosuchname" is not a registered service name
                A = 1/tcp;a = 2/tcp                  | 2 | "a" is refused: it is already defined
                A = 80                               | 1 | "80" has no transport
                A = ssh                              | 1 | ssh is registered for tcp, udp and sctp
                A =                                  | 1 | the specification is empty
                A = 1/tcp,,2/tcp                     | 1 | a token is empty
                A = 1/tcp;B 2/tcp                    | 2 | "B 2/tcp" is not a definition such as
                A = 1/tcp;= 2/tcp                    | 2 | "= 2/tcp" is not a definition such as
                '  1/tcp'                            | 1 | this line continues a definition, but there is none above it
                tcp = 1/tcp                          | 1 | "tcp" is refused: its name is that of a transport protocol
                A = 1/tcp;FTP = 20-21/tcp            | 2 | "FTP" is refused: the registry has a service of that name
                """)
        void areRefusedByLine(String text, long line, String reason) throws IOException {
            Path file = file(text.replace(';', '\n'));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessageStartingWith("own.svc, line " + line + ": " + reason)
                    .returns(line, PortRegistryParseException::line);
        }

        /** Two names of it mean more than IANA's: the policy lets them. */
        @Test
        void mayBeCapircasAsTheyAre() throws IOException {
            Path file = file("""
                    WHOIS = 43/udp
                    SMTP = 25/tcp
                    MAIL_SERVICES = SMTP
                                    ESMTP
                                    SMTP_SSL
                    DNS = 53/tcp 53/udp
                    BOOTPS = 67/udp   # BOOTP server
                    BOOTPC = 68/udp   # BOOTP client
                    DHCP = BOOTPS
                           BOOTPC
                    IDENT = 113/tcp 113/udp
                    SMTP_SSL = 465/tcp
                    ESMTP = 587/tcp
                    RDP = 3389/tcp
                    TRACEROUTE = 33434-33534/udp

                    HIGH_PORTS = 1024-65535/tcp 1024-65535/udp
                    """);
            PortRegistry registry = REGISTRY.withDefinitions(file, MAY_SHADOW);
            assertThat(registry.resolve("MAIL_SERVICES DHCP TRACEROUTE"))
                    .hasToString("tcp 25,465,587; udp 67-68,33434-33534");
            assertThat(registry.findByName("traceroute")).isEqualTo(REGISTRY.findByName("traceroute"));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessageContaining("line 11: \"IDENT\" is refused");
        }

        @Test
        void areRefusedIfTheyAreNotUtf8OrEndless() throws IOException {
            Path file = folder.resolve("own.svc");
            Files.write(file, "A = 1/tcp\nB\u00e9 = 2/tcp\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessage("own.svc, line 2: not a definitions file: the bytes here are not UTF-8");
            Files.writeString(file, "x".repeat(100_001));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessage("own.svc, line 1: not a definitions file: this line has more than 100000 characters");
            Files.writeString(file, ("#" + "x".repeat(99_998) + "\n").repeat(11));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file))
                    .withMessage("own.svc, line 11: the file has more than 1000000 characters");
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(folder.resolve("absent.svc")));
        }

        /** Each has all ports of the one below it, so that all of them together would have a billion intervals. */
        @Test
        void cannotFillTheHeap() throws IOException {
            StringBuilder text = new StringBuilder("D0 = 1/tcp\n");
            for (int i = 1; i < 30_000; i++) {
                text.append("D" + i + " = D" + (i - 1) + " " + (2 * i + 1) % 65536 + "/tcp\n");
            }
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> REGISTRY.withDefinitions(file(text.toString())))
                    .withMessageContaining("the definitions have more than 1000000 intervals");
        }

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("own.svc"), text);
        }
    }
}
