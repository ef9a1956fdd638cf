package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRefused;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What specifications mean, and how they are refused: the four ways to resolve, and {@code resolvePort}. */
class SpecificationTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    private static final Map<String, PortsByTransport> PORTS_BY_NAME = BruteForce.portsByName(REGISTRY);

    @Nested
    class OverOneTransport {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        22,80,http-alt,6000-6063  | 22,80,591,6000-6063,8008,8080
                        https                     | 443
                        HTTPS                     | 443
                        80                        | 80
                        0                         | 0
                        65535                     | 65535
                        0-65535                   | 0-65535
                        80-80                     | 80
                        80-81,81-90               | 80-90
                        80,80/tcp,http            | 80
                        80/TCP                    | 80
                        6000-6063/tcp             | 6000-6063
                        http-alt/tcp              | 591,8008,8080
                        x11                       | 6000-6063
                        flex-lm                   | 27000-27009
                        flex-lm/tcp               | 27000-27009
                        9pfs                      | 564
                        802-11-iapp               | 3517
                        914c/g                    | 211
                        914C/G                    | 211
                        914c/g/tcp                | 211
                        cl/1                      | 172
                        cifs                      | 3020
                        fcp-udp                   | 810
                        """)
        void readsNumbersIntervalsAndNames(String spec, String ports) {
            assertThat(REGISTRY.resolve(spec, TCP)).hasToString(ports);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "22,80,90",
                    "22 80 90",
                    "22, 80, 90",
                    "22 ,80 ,90",
                    "22 , 80 , 90",
                    "  22   80   90  ",
                    "\t22,\n80,\r\n90\n",
                    "90 80,22",
                    "22,80 90,22"
                })
        void separatesByBlanksOrOneComma(String spec) {
            assertThat(REGISTRY.resolve(spec, TCP)).hasToString("22,80,90");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        80,,90      | 3 | a token is empty
                        80, ,90     | 4 | a token is empty
                        80,         | 3 | a token is empty
                        90/tcp,80/  | 10 | unknown transport ""; it must be tcp, udp, sctp or dccp
                        syslog      | 0 | syslog is registered for udp 514 only, not for tcp
                        oracle      | 0 | oracle is registered for udp 2005 only, not for tcp
                        syslog/udp  | 7 | "syslog/udp" is over udp, but must be over tcp
                        80,90/UDP   | 6 | "90/UDP" is over udp, but must be over tcp
                        flex-lm/udp | 8 | "flex-lm/udp" is over udp, but must be over tcp
                        80 - 90     | 3 | "-" is not a port number, 0 to 65535, or an interval such as 6000-6063; write an interval without blanks, such as 6000-6063
                        22- 25      | 0 | "22-" is not a port number, 0 to 65535, or an interval such as 6000-6063; write an interval without blanks, such as 6000-6063
                        22 -25      | 3 | "-25" is not a port number, 0 to 65535, or an interval such as 6000-6063; write an interval without blanks, such as 6000-6063
                        """)
        void rejectsWithReasonAndIndex(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec, TCP), spec, index, reason);
        }

        @Test
        void listsAllPortsOfNameWithoutTheTransport() {
            assertRefused(
                    () -> REGISTRY.resolve("http-alt", SCTP),
                    "http-alt",
                    0,
                    "http-alt is registered for tcp 591,8008,8080; udp 591,8008,8080 only, not for sctp");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null, TCP));
            assertRejectsNull("transport", () -> REGISTRY.resolve("80", (TransportProtocol) null));
        }
    }

    @Nested
    class SpelledOut {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        submissions, domain/udp                | tcp 465; udp 53
                        domain/tcp domain/udp, https/tcp       | tcp 53,443; udp 53
                        10123/tcp, 10456/udp                   | tcp 10123; udp 10456
                        syslog                                 | udp 514
                        shell syslog                           | tcp 514; udp 514
                        syslog/udp                             | udp 514
                        oracle                                 | udp 2005
                        http/tcp http/udp                      | tcp 80; udp 80
                        http/SCTP                              | sctp 80
                        http-alt/tcp                           | tcp 591,8008,8080
                        80-90/dccp                             | dccp 80-90
                        914c/g/udp                             | udp 211
                        flex-lm/sctp                           | sctp 27000-27009
                        80/tcp 80/tcp 81/tcp                   | tcp 80-81
                        """)
        void keepsEachPortOnItsTransport(String spec, String ports) {
            assertThat(REGISTRY.resolve(spec)).hasToString(ports);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ssh           | 0  | ssh is registered for tcp, udp and sctp; write ssh/tcp, ssh/udp, ssh/sctp, or only those that you mean
                        80/tcp DNSIX  | 7  | DNSIX is registered for tcp and udp; write DNSIX/tcp, DNSIX/udp, or only those that you mean
                        914c/g        | 0  | 914c/g is registered for tcp and udp; write 914c/g/tcp, 914c/g/udp, or only those that you mean
                        flex-lm       | 0  | flex-lm is registered for tcp, udp, sctp and dccp; write flex-lm/tcp, flex-lm/udp, flex-lm/sctp, flex-lm/dccp, or only those that you mean
                        80            | 0  | "80" has no transport; write 80/tcp, for example
                        ssh/tcp,80-90 | 8  | "80-90" has no transport; write 80-90/tcp, for example
                        80/tcp,,90    | 7  | a token is empty
                        80/tcp,       | 7  | a token is empty
                        """)
        void rejectsWithReasonAndIndex(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec), spec, index, reason);
        }

        @Test
        void suggestsEachTransport() {
            PortSpecException refused =
                    catchThrowableOfType(PortSpecException.class, () -> REGISTRY.resolve("80/tcp SSH"));
            assertThat(refused.suggestions()).containsExactly("SSH/tcp", "SSH/udp", "SSH/sctp");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null));
        }
    }

    @Nested
    class WithinSomeTransports {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ssh, https         | tcp      | tcp 22,443
                        ssh, https         | tcp udp  | tcp 22,443; udp 22,443
                        ssh, https/tcp     | udp tcp  | tcp 22,443; udp 22
                        submissions, 5000  | tcp udp  | tcp 465,5000; udp 5000
                        80 6000-6063 flex-lm | tcp dccp | tcp 80,6000-6063,27000-27009; dccp 80,6000-6063,27000-27009
                        syslog 80/tcp      | tcp udp  | tcp 80; udp 514
                        """)
        void staysWithinThem(String spec, String transports, String ports) {
            assertThat(REGISTRY.resolve(spec, transports(transports))).hasToString(ports);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        syslog         | tcp      | 0  | syslog is registered for udp 514 only, not for tcp
                        ssh syslog     | tcp sctp | 4  | syslog is registered for udp 514 only, not for tcp or sctp
                        domain/udp     | tcp      | 7  | "domain/udp" is over udp, but must be over tcp
                        80,90/dccp     | udp tcp  | 6  | "90/dccp" is over dccp, but must be over tcp or udp
                        """)
        void rejectsOtherTransports(String spec, String transports, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec, transports(transports)), spec, index, reason);
        }

        @Test
        void rejectsNoTransports() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> REGISTRY.resolve("80", Set.of()))
                    .withMessage("transports must not be empty");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null, Set.of(TCP)));
            assertRejectsNull("transports", () -> REGISTRY.resolve("80", (Set<TransportProtocol>) null));
            assertRejectsNull("transport", () -> REGISTRY.resolve("80", Collections.singleton(null)));
        }

        private static Set<TransportProtocol> transports(String keywords) {
            return Stream.of(keywords.split(" ")).map(TransportProtocol::parse).collect(Collectors.toSet());
        }
    }

    @Nested
    class WithADefault {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        https, domain/udp, 8080 | tcp | tcp 443,8080; udp 53
                        https, domain/udp, 8080 | udp | udp 53,443,8080
                        ssh/sctp 80             | tcp | tcp 80; sctp 22
                        flex-lm flex-lm/udp     | tcp | tcp 27000-27009; udp 27000-27009
                        """)
        void appliesWithoutATransport(String spec, String transport, String ports) {
            assertThat(REGISTRY.resolveWithDefault(spec, TransportProtocol.parse(transport)))
                    .hasToString(ports);
        }

        @Test
        void rejectsNamesNotRegisteredForIt() {
            assertRefused(
                    () -> REGISTRY.resolveWithDefault("ssh syslog", TCP),
                    "ssh syslog",
                    4,
                    "syslog is registered for udp 514 only, not for tcp");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolveWithDefault(null, TCP));
            assertRejectsNull("transport", () -> REGISTRY.resolveWithDefault("80", null));
        }
    }

    @Nested
    class InEveryForm {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''          | 0 | the specification is empty
                        ' '         | 0 | the specification is empty
                        ','         | 0 | a token is empty
                        ,http       | 0 | a token is empty
                        'http/tcp,' | 9 | a token is empty
                        'http/tcp , ' | 11 | a token is empty
                        http/tcp,,ssh   | 9 | a token is empty
                        'http/tcp, ,ssh'| 10 | a token is empty
                        syslog/tcp  | 0 | syslog is registered for udp 514 only, not for tcp
                        ssh/tcp,oracle/tcp | 8 | oracle is registered for udp 2005 only, not for tcp
                        90-80/tcp   | 0 | interval 90-80 is reversed
                        ssh/tcp,80-65536/tcp | 11 | port 65536 is outside 0 to 65535
                        80-090/tcp  | 3 | port 090 has a leading zero
                        80-/tcp     | 0 | "80-" is not a port number, 0 to 65535, or an interval such as 6000-6063; write 80-65535
                        -80/tcp     | 0 | "-80" is not a port number, 0 to 65535, or an interval such as 6000-6063; write 0-80
                        ssh/tcp -/tcp | 8 | "-" is not a port number, 0 to 65535, or an interval such as 6000-6063; write an interval without blanks, such as 6000-6063
                        80-90-100/tcp | 0 | "80-90-100" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        +80         | 0 | "+80" is not a registered service name, port number or interval
                        ssh/tcp,+80/tcp | 8 | "+80" is not a registered service name, port number or interval
                        ٨٠          | 0 | "٨٠" is not a registered service name, port number or interval
                        80;90       | 0 | "80;90" is not a registered service name, port number or interval; write 80,90
                        80/quic     | 3 | unknown transport "quic"; it must be tcp, udp, sctp or dccp
                        http/quic   | 5 | unknown transport "quic"; it must be tcp, udp, sctp or dccp
                        80/         | 3 | unknown transport ""; it must be tcp, udp, sctp or dccp
                        914c/g/quic | 7 | unknown transport "quic"; it must be tcp, udp, sctp or dccp
                        /tcp        | 0 | a transport must follow a name or a port
                        /           | 0 | "/" is not a registered service name, port number or interval
                        nosuchservicewhatever/quic | 0 | "nosuchservicewhatever/quic" is not a registered service name, port number or interval
                        """)
        void rejectsWithReasonAndIndex(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec), spec, index, reason);
            assertRefused(() -> REGISTRY.resolve(spec, Set.of(TCP, UDP)), spec, index, reason);
            assertRefused(() -> REGISTRY.resolve(spec, TCP), spec, index, reason);
            assertRefused(() -> REGISTRY.resolveWithDefault(spec, TCP), spec, index, reason);
            assertRefused(() -> REGISTRY.resolvePort(spec, TCP), spec, index, reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"80\u00a090", "80\u200990", "80\f90", "80\u000b90", "80\u300190"})
        void rejectsOtherSeparators(String spec) {
            assertRefused(
                    () -> REGISTRY.resolve(spec, TCP),
                    spec,
                    0,
                    Texts.quoted(spec) + " is not a registered service name, port number or interval");
        }

        @Test
        void rejectsLettersThatLowerCaseToAscii() {
            assertThat(REGISTRY.resolve("imap, kerberos", TCP)).hasToString("88,143");
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("\u0130map", TCP));
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("\u212aerberos", TCP));
        }

        @Test
        void truncatesLongTextInMessages() {
            for (String longToken : List.of("9".repeat(10_000), "x".repeat(10_000), "0".repeat(10_000))) {
                for (String spec : List.of(longToken, longToken + "/udp", "80/" + longToken)) {
                    PortSpecException refused =
                            catchThrowableOfType(PortSpecException.class, () -> REGISTRY.resolve(spec, TCP));
                    assertThat(refused.getMessage()).hasSizeLessThan(300);
                    assertThat(refused.text()).isEqualTo(spec);
                }
            }
        }
    }

    @Nested
    class Names {

        @Test
        void meanTheUnionOfTheirRows() {
            assertThat(PORTS_BY_NAME).isNotEmpty();
            List<String> wrong = new ArrayList<>();
            PORTS_BY_NAME.forEach((name, expected) -> {
                for (TransportProtocol transport : TransportProtocol.values()) {
                    String suffixed = name + "/" + transport.keyword();
                    PortSet ports = expected.ports(transport);
                    List<String> answers = List.of(
                            answer(() -> REGISTRY.resolve(name, transport)),
                            answer(() -> REGISTRY.resolve(name.toUpperCase(Locale.ROOT), transport)),
                            answer(() -> REGISTRY.resolve(suffixed, transport)),
                            answer(() -> REGISTRY.resolve(suffixed).ports(transport)));
                    String right = ports.isEmpty() ? "refused" : ports.toString();
                    if (!answers.equals(List.of(right, right, right, right))) {
                        wrong.add(suffixed + ": " + answers + " instead of " + right);
                    }
                }
            });
            assertThat(wrong).isEmpty();
        }

        @Test
        void meanTheirOnlyTransport() {
            assertThat(PORTS_BY_NAME).isNotEmpty();
            PORTS_BY_NAME.forEach((name, expected) -> assertThat(answer(() -> REGISTRY.resolve(name)))
                    .as(name)
                    .isEqualTo(expected.asMap().size() == 1 ? expected.toString() : "refused"));
            assertThat(PORTS_BY_NAME.values()).anyMatch(ports -> ports.asMap().size() == 1);
        }

        @Test
        void meanWhatTheyHaveOfSomeTransports() {
            List<Set<TransportProtocol>> sets = List.of(
                    Set.of(TCP), Set.of(UDP), Set.of(TCP, UDP), Set.of(SCTP, DCCP), Set.of(TCP, UDP, SCTP, DCCP));
            PORTS_BY_NAME.forEach((name, expected) -> {
                for (Set<TransportProtocol> set : sets) {
                    Map<TransportProtocol, PortSet> within = new EnumMap<>(TransportProtocol.class);
                    set.forEach(transport -> within.put(transport, expected.ports(transport)));
                    PortsByTransport right = PortsByTransport.of(within);
                    assertThat(answer(() -> REGISTRY.resolve(name, set)))
                            .as("%s within %s", name, set)
                            .isEqualTo(right.isEmpty() ? "refused" : right.toString());
                }
            });
        }

        @Test
        @Tag("slow")
        void areRejectedWithoutAPort() {
            List<String> portless = REGISTRY.assignments().stream()
                    .map(PortAssignment::serviceName)
                    .filter(name -> !name.isEmpty() && !PORTS_BY_NAME.containsKey(name))
                    .distinct()
                    .toList();
            assertThat(portless).contains("rdp", "smb").doesNotContain("https", "ssh", "mqtt");
            for (String name : portless) {
                assertThatExceptionOfType(PortSpecException.class)
                        .isThrownBy(() -> REGISTRY.resolve(name, TCP))
                        .withMessageStartingWith("service " + name + " has no port");
            }
        }

        @Test
        void doNotHideTransportsAfterASlash() {
            PortRegistry odd = PortRegistry.of(List.of(
                    PortAssignment.of("a/tcp", PortInterval.of(3), UDP, ""),
                    PortAssignment.of("a", PortInterval.of(4), TCP, ""),
                    PortAssignment.of("b/udp", PortInterval.of(5), TCP, ""),
                    PortAssignment.of("c", PortInterval.of(6), TCP, ""),
                    PortAssignment.of("c/g", PortInterval.of(7), TCP, ""),
                    PortAssignment.of("tcp", PortInterval.of(8), TCP, "")));
            assertThat(odd.resolve("a/tcp")).hasToString("tcp 4");
            assertThat(odd.resolve("a/tcp/udp")).hasToString("udp 3");
            assertThat(odd.resolve("b/udp b/udp/tcp c c/g c/tcp")).hasToString("tcp 5-7");
            assertThat(odd.resolve("tcp/tcp tcp")).hasToString("tcp 8");
        }

        @Test
        void cannotContainBlanks() {
            PortRegistry old =
                    PortRegistry.of(List.of(PortAssignment.of("Escale (Newton Dock)", PortInterval.of(3679), TCP, "")));
            assertRefused(
                    () -> old.resolve("Escale (Newton Dock)", TCP),
                    "Escale (Newton Dock)",
                    0,
                    "\"Escale\" is not a registered service name, port number or interval");
        }

        @Test
        @DefaultLocale("tr")
        void ignoreTheDefaultLocale() {
            PortRegistry registry = PortRegistry.of(REGISTRY.assignments());
            assertThat(registry.resolve("IMAP/TCP SIP/UDP HTTP-ALT/TCP"))
                    .isEqualTo(REGISTRY.resolve("imap/tcp sip/udp http-alt/tcp"));
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("WHOIS"))
                    .withMessageContaining("registered as nicname");
        }

        @Test
        void meanTheUnionOfRandomTokens() {
            Random random = new Random(3);
            List<String> known = List.copyOf(PORTS_BY_NAME.keySet());
            List<String> separators = List.of(" ", ",", ", ", " ,", " , ", "\t", "\r\n", ",\n", "   ");
            for (int round = 0; round < 1000; round++) {
                StringBuilder spec = new StringBuilder("0/tcp");
                PortsByTransport expected = PortsByTransport.of(Map.of(TCP, PortSet.of(0)));
                for (int tokens = random.nextInt(10); tokens > 0; tokens--) {
                    TransportProtocol transport = random.nextBoolean() ? TCP : UDP;
                    int first = random.nextInt(65536);
                    String name = known.get(random.nextInt(known.size()));
                    PortSet ports = PORTS_BY_NAME.get(name).ports(transport);
                    String target = name;
                    if (ports.isEmpty() || random.nextInt(3) == 0) {
                        PortInterval interval = PortInterval.of(
                                first, Math.min(65535, first + random.nextInt(2) * random.nextInt(2000)));
                        ports = PortSet.of(interval);
                        target = interval.toString();
                    }
                    spec.append(separators.get(random.nextInt(separators.size())))
                            .append(target)
                            .append('/')
                            .append(transport.keyword());
                    expected = expected.union(PortsByTransport.of(Map.of(transport, ports)));
                }
                assertThat(REGISTRY.resolve(spec.toString())).as("%s", spec).isEqualTo(expected);
            }
        }
    }

    @Test
    void mayBeMany() {
        int[] even = IntStream.rangeClosed(0, 32767).map(i -> 2 * i).toArray();
        PortSet ports = PortSet.of(even);
        assertThat(REGISTRY.resolve(ports.toString(), TCP)).isEqualTo(ports);
    }

    @Nested
    class ResolvePort {

        @Test
        void returnsTheOnePort() {
            assertThat(REGISTRY.resolvePort("https", TCP)).isEqualTo(443);
            assertThat(REGISTRY.resolvePort("syslog", UDP)).isEqualTo(514);
            assertThat(REGISTRY.resolvePort("80/tcp, http www", TCP)).isEqualTo(80);
            assertThat(REGISTRY.resolvePort("0-0", TCP)).isZero();
        }

        @Test
        void rejectsSeveralAndListsThem() {
            assertRefused(
                    () -> REGISTRY.resolvePort("http-alt", TCP),
                    "http-alt",
                    0,
                    "one port is expected, but this means 3: 591,8008,8080");
            assertRefused(
                    () -> REGISTRY.resolvePort("x11", TCP),
                    "x11",
                    0,
                    "one port is expected, but this means 64: 6000-6063");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolvePort(null, TCP));
            assertRejectsNull("transport", () -> REGISTRY.resolvePort("80", null));
        }
    }

    /** Returns what a call answers, as text, or {@code refused}. */
    private static String answer(Supplier<?> call) {
        try {
            return call.get().toString();
        } catch (PortSpecException e) {
            return "refused";
        }
    }
}
