package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRefused;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What specifications mean, and how they are refused: the three forms of {@code resolve}, and {@code resolvePort}. */
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
        void takesBlanksOrOneCommaAsSeparator(String spec) {
            assertThat(REGISTRY.resolve(spec, TCP)).hasToString("22,80,90");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        80,,90      | 3 | an empty token
                        80, ,90     | 4 | an empty token
                        80,         | 3 | an empty token
                        90/tcp,80/  | 10 | unknown transport "", known are tcp, udp, sctp and dccp
                        syslog      | 0 | syslog is registered for udp 514 only, not for tcp
                        oracle      | 0 | oracle is registered for udp 2005 only, not for tcp
                        syslog/udp  | 7 | "syslog/udp" is over udp, but tcp is asked for
                        80,90/UDP   | 6 | "90/UDP" is over udp, but tcp is asked for
                        flex-lm/udp | 8 | "flex-lm/udp" is over udp, but tcp is asked for
                        80 - 90     | 3 | "-" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        """)
        void refusesWithReasonAndPlace(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec, TCP), spec, index, reason);
        }

        @Test
        void listsAllPortsOfANameThatIsNotRegisteredForTheTransport() {
            assertRefused(
                    () -> REGISTRY.resolve("http-alt", SCTP),
                    "http-alt",
                    0,
                    "http-alt is registered for tcp 591,8008,8080; udp 591,8008,8080 only, not for sctp");
        }

        @Test
        void refusesNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null, TCP));
            assertRejectsNull("transport", () -> REGISTRY.resolve("80", (TransportProtocol) null));
        }
    }

    @Nested
    class ByTransport {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        domain, https/tcp, 10123/tcp 10456/udp | tcp 53,443,10123; udp 53,10456
                        10123/tcp, 10456/udp                   | tcp 10123; udp 10456
                        syslog                                 | udp 514
                        shell syslog                           | tcp 514; udp 514
                        syslog/udp                             | udp 514
                        oracle                                 | udp 2005
                        http                                   | tcp 80; udp 80; sctp 80
                        http/SCTP                              | sctp 80
                        http-alt                               | tcp 591,8008,8080; udp 591,8008,8080
                        80-90/dccp                             | dccp 80-90
                        914c/g                                 | tcp 211; udp 211
                        914c/g/udp                             | udp 211
                        flex-lm/sctp                           | sctp 27000-27009
                        80/tcp 80/tcp 81/tcp                   | tcp 80-81
                        """)
        void keepsEachPortOnItsTransport(String spec, String ports) {
            assertThat(REGISTRY.resolve(spec)).hasToString(ports);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        80            | 0  | "80" stands for no transport, write 80/tcp or the like
                        ssh,80-90     | 4  | "80-90" stands for no transport, write 80-90/tcp or the like
                        flex-lm       | 0  | "flex-lm" stands for no transport, write flex-lm/tcp or the like
                        80/tcp,,90    | 7  | an empty token
                        80/tcp,       | 7  | an empty token
                        http/tcp/quic | 0  | "http/tcp/quic" is no registered service name, port number or interval
                        """)
        void refusesWithReasonAndPlace(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec), spec, index, reason);
        }

        @Test
        void refusesNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null));
        }
    }

    @Nested
    class WithGivenTransports {

        @Test
        void meansThemByWhatHasNoTransport() {
            assertThat(REGISTRY.resolve("80 6000-6063 flex-lm", Set.of(TCP, DCCP)))
                    .hasToString("tcp 80,6000-6063,27000-27009; dccp 80,6000-6063,27000-27009");
        }

        @Test
        void leavesNamesAndSuffixesTheirOwn() {
            assertThat(REGISTRY.resolve("syslog 80 90/udp", Set.of(TCP))).hasToString("tcp 80; udp 90,514");
        }

        @Test
        void refusesABareNumberIfThereIsNone() {
            assertRefused(
                    () -> REGISTRY.resolve("80", Set.of()),
                    "80",
                    0,
                    "\"80\" stands for no transport, write 80/tcp or the like");
        }

        @Test
        void refusesNull() {
            assertRejectsNull("spec", () -> REGISTRY.resolve(null, Set.of(TCP)));
            assertRejectsNull("transports", () -> REGISTRY.resolve("80", (Set<TransportProtocol>) null));
            assertRejectsNull("transport", () -> REGISTRY.resolve("80", Collections.singleton(null)));
        }
    }

    @Nested
    class InEveryForm {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''          | 0 | a specification of nothing
                        ' '         | 0 | a specification of nothing
                        ','         | 0 | an empty token
                        ,http       | 0 | an empty token
                        'http,'     | 5 | an empty token
                        'http , '   | 7 | an empty token
                        http,,ssh   | 5 | an empty token
                        'http, ,ssh'| 6 | an empty token
                        syslog/tcp  | 0 | syslog is registered for udp 514 only, not for tcp
                        ssh,oracle/tcp | 4 | oracle is registered for udp 2005 only, not for tcp
                        90-80/tcp   | 0 | interval 90-80 is reversed
                        ssh,80-65536/tcp | 7 | port 65536 is outside 0 to 65535
                        80-090/tcp  | 3 | port 090 has a leading zero
                        80-         | 0 | "80-" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        -80         | 0 | "-80" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        ssh -       | 4 | "-" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        80-90-100   | 0 | "80-90-100" is not a port number, 0 to 65535, or an interval such as 6000-6063
                        +80         | 0 | "+80" is no registered service name, port number or interval
                        ssh,+80/tcp | 4 | "+80" is no registered service name, port number or interval
                        ٨٠          | 0 | "٨٠" is no registered service name, port number or interval
                        80;90       | 0 | "80;90" is no registered service name, port number or interval
                        6000:6063   | 0 | "6000:6063" is no registered service name, port number or interval
                        80/quic     | 3 | unknown transport "quic", known are tcp, udp, sctp and dccp
                        http/quic   | 5 | unknown transport "quic", known are tcp, udp, sctp and dccp
                        80/         | 3 | unknown transport "", known are tcp, udp, sctp and dccp
                        http/tcp/tcp| 0 | "http/tcp" is no registered service name, port number or interval
                        914c/g/quic | 7 | unknown transport "quic", known are tcp, udp, sctp and dccp
                        /tcp        | 0 | a transport without a name or a port
                        /           | 0 | "/" is no registered service name, port number or interval
                        nosuchservicewhatever/quic | 0 | "nosuchservicewhatever/quic" is no registered service name, port number or interval
                        """)
        void refusesWithReasonAndPlace(String spec, int index, String reason) {
            assertRefused(() -> REGISTRY.resolve(spec), spec, index, reason);
            assertRefused(() -> REGISTRY.resolve(spec, Set.of(TCP, UDP)), spec, index, reason);
            assertRefused(() -> REGISTRY.resolve(spec, TCP), spec, index, reason);
            assertRefused(() -> REGISTRY.resolvePort(spec, TCP), spec, index, reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"80\u00a090", "80\u200990", "80\f90", "80\u000b90", "80\u300190"})
        void refusesWhatOnlyLooksLikeASeparator(String spec) {
            assertRefused(
                    () -> REGISTRY.resolve(spec, TCP),
                    spec,
                    0,
                    Texts.quoted(spec) + " is no registered service name, port number or interval");
        }

        @Test
        void refusesLettersThatOnlyBecomeAsciiInLowerCase() {
            assertThat(REGISTRY.resolve("imap, kerberos", TCP)).hasToString("88,143");
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("\u0130map", TCP));
            assertThatExceptionOfType(PortSpecException.class).isThrownBy(() -> REGISTRY.resolve("\u212aerberos", TCP));
        }

        @Test
        void quotesALongTextInBrief() {
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
        void everyNameMeansTheUnionOfItsRows() {
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
        void everyNameMeansItsTransportsUnlessARowHasNone() {
            assertThat(PORTS_BY_NAME).isNotEmpty();
            List<String> wrong = new ArrayList<>();
            PORTS_BY_NAME.forEach((name, expected) -> {
                boolean forAnyTransport = REGISTRY.findByName(name).stream()
                        .anyMatch(row -> row.ports() != null && row.transport() == null);
                String right = forAnyTransport ? "refused" : expected.toString();
                if (!answer(() -> REGISTRY.resolve(name)).equals(right)) {
                    wrong.add(name);
                }
            });
            assertThat(wrong).isEmpty();
        }

        @Test
        void everyNameThatHasNoPortIsRefusedAsSuch() {
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
        void aWholeTokenIsANameFirst() {
            PortRegistry odd = PortRegistry.of(List.of(
                    PortAssignment.of("80-90", PortInterval.of(1), TCP, ""),
                    PortAssignment.of("7", PortInterval.of(2), TCP, ""),
                    PortAssignment.of("a/tcp", PortInterval.of(3), UDP, ""),
                    PortAssignment.of("a", PortInterval.of(4), TCP, "")));
            assertThat(odd.resolve("80-90 7 a a/tcp")).hasToString("tcp 1-2,4; udp 3");
            assertThat(odd.resolve("a/tcp/udp 7/tcp")).hasToString("tcp 2; udp 3");
        }

        @Test
        void aNameWithBlanksCannotBeWritten() {
            PortRegistry old =
                    PortRegistry.of(List.of(PortAssignment.of("Escale (Newton Dock)", PortInterval.of(3679), TCP, "")));
            assertRefused(
                    () -> old.resolve("Escale (Newton Dock)", TCP),
                    "Escale (Newton Dock)",
                    0,
                    "\"Escale\" is no registered service name, port number or interval");
        }

        @Test
        @DefaultLocale("tr")
        void meanTheSameUnderATurkishDefaultLocale() {
            PortRegistry registry = PortRegistry.of(REGISTRY.assignments());
            assertThat(registry.resolve("IMAP SIP/UDP HTTP-ALT/TCP"))
                    .isEqualTo(REGISTRY.resolve("imap sip/udp http-alt/tcp"));
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("WHOIS"))
                    .withMessageContaining("registered as nicname");
        }

        @Test
        void composedAtRandomMeanTheUnionOfTheTokens() {
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
    void mayHaveManyTokens() {
        int[] even = IntStream.rangeClosed(0, 32767).map(i -> 2 * i).toArray();
        PortSet ports = PortSet.of(even);
        assertThat(REGISTRY.resolve(ports.toString(), TCP)).isEqualTo(ports);
    }

    @Nested
    class Suggestions {

        @ParameterizedTest
        @CsvSource({
            "whois, nicname",
            "dns, domain",
            "dhcp, bootps",
            "postgres, postgresql",
            "smtps, submissions",
            "vnc, rfb",
            "mssql, ms-sql-s",
            "memcached, memcache",
            "DNS, domain"
        })
        void tellIanasNameForAnEverydayOne(String everyday, String listed) {
            String reason = "\"" + everyday + "\" is no registered service name, port number or interval"
                    + "; what is commonly called " + everyday + " is registered as " + listed;
            assertRefused(() -> REGISTRY.resolve(everyday), everyday, 0, reason);
            assertRefused(() -> REGISTRY.resolve("ssh " + everyday, TCP), "ssh " + everyday, 4, reason);
            assertThat(REGISTRY.resolve(listed).isEmpty()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"rdp, ms-wbt-server", "smb, microsoft-ds"})
        void tellIanasNameForOneThatHasNoPort(String everyday, String listed) {
            assertRefused(
                    () -> REGISTRY.resolve(everyday, TCP),
                    everyday,
                    0,
                    "service " + everyday + " has no port; what is commonly called " + everyday + " is registered as "
                            + listed);
        }

        @Test
        void haveHttpAmongTheNearestOfHtpp() {
            assertThat(nearest(REGISTRY, "htpp")).contains("http").hasSizeLessThanOrEqualTo(5);
        }

        @Test
        void areTheFewestEditsAwayThenOfTheLowestPort() {
            PortRegistry small = PortRegistry.of(List.of(
                    PortAssignment.of("htppx", PortInterval.of(9), TCP, ""),
                    PortAssignment.of("http", PortInterval.of(80), TCP, ""),
                    PortAssignment.of("http", PortInterval.of(80), UDP, ""),
                    PortAssignment.of("htcp", PortInterval.of(4827), TCP, ""),
                    PortAssignment.of("htp", PortInterval.of(3), UDP, ""),
                    PortAssignment.of("ftp", PortInterval.of(21), TCP, ""),
                    PortAssignment.of("ntp", PortInterval.of(123), UDP, ""),
                    PortAssignment.of("htpa", null, null, ""),
                    PortAssignment.of("gopher", PortInterval.of(70), TCP, "")));
            assertThat(nearest(small, "htpp")).containsExactly("htp", "htppx", "http", "htcp", "ftp");
            assertThat(nearest(small, "HTPP")).containsExactly("htp", "htppx", "http", "htcp", "ftp");
            assertThat(nearest(small, "zzzzzz")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "abcdef, bacdef, 1", // swapped
            "abcdef, abcdfe, 1",
            "abcdef, abdcfe, 2",
            "abcdef, bcadef, 2", // moved by two
            "abcdef, cbadef, 2",
            "abcdef, xabcdef, 1", // inserted
            "abcdef, xyzabcdef, 3",
            "abcdef, def, 3", // deleted
            "abcdef, axcxexx, 4"
        })
        void areAsManyEditsAwayAsItTakesToWriteThem(String asked, String listed, int edits) {
            PortRegistry small = PortRegistry.of(List.of(
                    PortAssignment.of("zzcdef", PortInterval.of(1), TCP, ""),
                    PortAssignment.of("zzzdef", PortInterval.of(2), TCP, ""),
                    PortAssignment.of("zbcdef", PortInterval.of(3), TCP, ""),
                    PortAssignment.of(listed, PortInterval.of(9), TCP, "")));
            List<String> expected = new ArrayList<>(List.of("zbcdef", "zzcdef", "zzzdef"));
            if (edits <= 3) {
                expected.add(edits, listed);
            }
            assertThat(nearest(small, asked)).isEqualTo(expected);
        }

        @Test
        void areNamesThatCanBeResolved() {
            Random random = new Random(7);
            List<String> known = List.copyOf(PORTS_BY_NAME.keySet());
            for (int round = 0; round < 20; ) {
                StringBuilder misspelt = new StringBuilder(known.get(random.nextInt(known.size())));
                misspelt.setCharAt(random.nextInt(misspelt.length()), 'q');
                if (REGISTRY.findByName(misspelt.toString()).isEmpty()) {
                    round++;
                    assertThat(nearest(REGISTRY, misspelt.toString()))
                            .as("%s", misspelt)
                            .hasSizeBetween(1, 5)
                            .doesNotHaveDuplicates()
                            .allMatch(name -> PORTS_BY_NAME.containsKey(name));
                }
            }
        }

        @Test
        void ofAnEverydayNameWantItsTargetInTheRegistry() {
            PortRegistry small = PortRegistry.of(List.of(PortAssignment.of("dnsx", PortInterval.of(53), TCP, "")));
            assertThat(nearest(small, "dns")).containsExactly("dnsx");
        }

        private static List<String> nearest(PortRegistry registry, String name) {
            String reason = "\"" + name + "\" is no registered service name, port number or interval";
            PortSpecException refused = catchThrowableOfType(PortSpecException.class, () -> registry.resolve(name));
            assertThat(refused).hasMessageStartingWith(reason);
            String place = " (at index 0 of \"" + name + "\")";
            String hint = refused.getMessage()
                    .substring(reason.length(), refused.getMessage().length() - place.length());
            return hint.isEmpty()
                    ? List.of()
                    : List.of(hint.replace("; the nearest are ", "").split(", "));
        }
    }

    @Nested
    class ResolvePort {

        @Test
        void givesTheOnePort() {
            assertThat(REGISTRY.resolvePort("https", TCP)).isEqualTo(443);
            assertThat(REGISTRY.resolvePort("syslog", UDP)).isEqualTo(514);
            assertThat(REGISTRY.resolvePort("80/tcp, http www", TCP)).isEqualTo(80);
            assertThat(REGISTRY.resolvePort("0-0", TCP)).isZero();
        }

        @Test
        void refusesSeveralAndListsThem() {
            assertRefused(
                    () -> REGISTRY.resolvePort("http-alt", TCP),
                    "http-alt",
                    0,
                    "one port is wanted, and this means 3: 591,8008,8080");
            assertRefused(
                    () -> REGISTRY.resolvePort("x11", TCP),
                    "x11",
                    0,
                    "one port is wanted, and this means 64: 6000-6063");
        }

        @Test
        void refusesNull() {
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
