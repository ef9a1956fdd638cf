package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortNamesTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final PortNames NAMES = REGISTRY.names();
    private static final Map<String, PortsByTransport> PORTS_BY_NAME = BruteForce.portsByName(REGISTRY);

    @Nested
    class Label {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        443   | TCP  | 443/tcp https
                        80    | TCP  | 80/tcp http
                        80    | SCTP | 80/sctp http
                        514   | TCP  | 514/tcp shell
                        514   | UDP  | 514/udp syslog
                        6010  | TCP  | 6010/tcp x11
                        465   | TCP  | 465/tcp urd, submissions
                        666   | TCP  | 666/tcp mdqs, doom
                        2049  | UDP  | 2049/udp shilp, nfs
                        27000 | DCCP | 27000/dccp flex-lm
                        7775  | TCP  | 7775/tcp inetfs
                        24    | TCP  | 24/tcp (unnamed: any private mail system)
                        26    | TCP  | 26/tcp (unassigned)
                        6667  | UDP  | 6667/udp (reserved)
                        0     | TCP  | 0/tcp (reserved)
                        80    | DCCP | 80/dccp (unlisted)
                        50000 | UDP  | 50000/udp (dynamic)
                        49152 | TCP  | 49152/tcp (dynamic)
                        65535 | SCTP | 65535/sctp (dynamic)
                        """)
        void namesServiceOrReasonForNone(int port, TransportProtocol transport, String label) {
            assertThat(NAMES.label(port, transport)).isEqualTo(label);
        }

        @Test
        void isOneLineForEveryPort() {
            Pattern printable = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
            List<String> wrong = new ArrayList<>();
            for (int port = 0; port <= 65535; port++) {
                for (TransportProtocol transport : List.of(TCP, UDP)) {
                    String label = NAMES.label(port, transport);
                    String start = port + "/" + transport.keyword() + " ";
                    if (!label.startsWith(start)
                            || label.length() == start.length()
                            || !printable.matcher(label).matches()) {
                        wrong.add(label);
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }

        @Test
        void replacesControlCharactersAndLineEnds() {
            PortRegistry hostile = PortRegistry.of(List.of(
                    PortAssignment.of("", PortInterval.of(2), TCP, "two\nlines\u0000\u001b[31m\u0085end"),
                    PortAssignment.of("", PortInterval.of(3), TCP, "line\u2028paragraph\u2029end"),
                    PortAssignment.of("", PortInterval.of(4), TCP, "right\u202eleft\u200bnone\ufeff.")));
            assertThat(hostile.names().label(2, TCP)).isEqualTo("2/tcp (unnamed: two lines [31m end)");
            assertThat(hostile.names().label(3, TCP)).isEqualTo("3/tcp (unnamed: line paragraph end)");
            assertThat(hostile.names().label(4, TCP)).isEqualTo("4/tcp (unnamed: right left none .)");
        }

        @Test
        @DefaultLocale("tr")
        void ignoresTheDefaultLocale() {
            assertThat(NAMES.label(26, TCP)).isEqualTo("26/tcp (unassigned)");
            assertThat(NAMES.label(50000, UDP)).isEqualTo("50000/udp (dynamic)");
            assertThat(NAMES.label(80, DCCP)).isEqualTo("80/dccp (unlisted)");
        }

        @Test
        void rejectsPortsOutOfRange() {
            assertRejectsPortsOutOfRange(port -> NAMES.label(port, TCP));
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("transport", () -> NAMES.label(80, null));
        }
    }

    @Nested
    class ExactServices {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        80            | TCP | http,www,www-http
                        443           | TCP | https
                        6000-6063     | TCP | x11
                        591,8008,8080 | UDP | http-alt
                        27000-27009   | SCTP| flex-lm
                        465           | TCP | urd,submissions
                        """)
        void returnsServicesOfExactlyTheSet(String ports, TransportProtocol transport, String names) {
            assertThat(NAMES.exactServices(PortSet.parse(ports), transport)).containsExactly(names.split(","));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "26", "24", "591", "6000-6062", "6000-6064", "80,443", "0-65535"})
        void returnsNothingForOtherSets(String ports) {
            assertThat(NAMES.exactServices(PortSet.parse(ports), TCP)).isEmpty();
        }

        @Test
        void agreesWithBruteForce() {
            Random random = new Random(19);
            List<PortsByTransport> some = List.copyOf(PORTS_BY_NAME.values());
            for (int round = 0; round < 40; round++) {
                PortSet ports = some.get(random.nextInt(some.size())).ports(round % 2 == 0 ? TCP : UDP);
                assertThat(NAMES.exactServices(ports, TCP))
                        .containsExactlyInAnyOrderElementsOf(PORTS_BY_NAME.entrySet().stream()
                                .filter(entry -> !ports.isEmpty()
                                        && entry.getValue().ports(TCP).equals(ports))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> NAMES.exactServices(null, TCP));
            assertRejectsNull("transport", () -> NAMES.exactServices(PortSet.all(), null));
        }
    }

    @Nested
    class CoveredServices {

        @Test
        void returnsServicesCoveredBySet() {
            assertThat(NAMES.coveredServices(PortSet.parse("79-80,591,8008"), TCP))
                    .containsExactly("finger", "http", "www", "www-http");
            assertThat(NAMES.coveredServices(PortSet.parse("591,8008,8080"), TCP))
                    .containsExactly("http-alt");
        }

        @Test
        void returnsNoneForEmptyAndAllForFullSet() {
            assertThat(NAMES.coveredServices(PortSet.empty(), TCP)).isEmpty();
            assertThat(NAMES.coveredServices(PortSet.all(), TCP))
                    .containsExactlyElementsOf(
                            REGISTRY.query().transport(TCP).withPort().serviceNames());
        }

        @Test
        void agreesWithBruteForce() {
            Random random = new Random(23);
            for (int round = 0; round < 40; round++) {
                List<PortInterval> intervals = new ArrayList<>();
                for (int i = random.nextInt(6); i >= 0; i--) {
                    int first = random.nextInt(50000);
                    intervals.add(PortInterval.of(first, first + random.nextInt(3000)));
                }
                PortSet ports = PortSet.of(intervals);
                assertThat(NAMES.coveredServices(ports, UDP))
                        .containsExactlyInAnyOrderElementsOf(PORTS_BY_NAME.entrySet().stream()
                                .filter(entry -> !entry.getValue().ports(UDP).isEmpty())
                                .filter(entry ->
                                        entry.getValue().ports(UDP).ports().allMatch(ports::contains))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }

        @Test
        void returnsUnmodifiableListInFileOrder() {
            PortRegistry registry = PortRegistry.of(List.of(
                    PortAssignment.of("zeta", PortInterval.of(9), TCP, ""),
                    PortAssignment.of("alpha", PortInterval.of(5), null, ""),
                    PortAssignment.of("zeta", PortInterval.of(1), TCP, ""),
                    PortAssignment.of("other", PortInterval.of(5), UDP, ""),
                    PortAssignment.of("none", null, TCP, ""),
                    PortAssignment.of("", PortInterval.of(5), TCP, "a service without a name")));
            List<String> names = registry.names().coveredServices(PortSet.parse("0-9"), TCP);
            assertThat(names).containsExactly("zeta", "alpha");
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> names.add("x"));
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> NAMES.coveredServices(null, TCP));
            assertRejectsNull("transport", () -> NAMES.coveredServices(PortSet.all(), null));
        }
    }

    @Nested
    class LabelOfAnInterval {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        443         | TCP | 443/tcp https
                        6000-6063   | TCP | 6000-6063/tcp x11
                        20-21       | TCP | 20-21/tcp ftp-data, ftp
                        80-81       | TCP | 80-81/tcp http (and 1 unassigned)
                        464-465     | TCP | 464-465/tcp kpasswd, urd, submissions
                        24-25       | TCP | 24-25/tcp (unnamed: any private mail system), smtp
                        6380-6382   | TCP | 6380-6382/tcp metatude-mds (and 2 unassigned)
                        28-31       | TCP | 28-31/tcp msg-icp, msg-auth (and 2 unassigned)
                        6000-6010   | TCP | 6000-6010/tcp x11 (in part)
                        6010-6064   | TCP | 6010-6064/tcp x11 (in part), ndl-ahp-svc
                        8008-8010   | TCP | 8008-8010/tcp http-alt, nvme-disc (and 1 reserved)
                        26-27       | TCP | 26-27/tcp nsw-fe (and 1 unassigned)
                        4-4         | TCP | 4/tcp (unassigned)
                        49150-49153 | TCP | 49150-49153/tcp inspider (and 1 reserved, 2 dynamic)
                        50000-50009 | TCP | 50000-50009/tcp (dynamic)
                        80-81       | DCCP| 80-81/dccp (1 unassigned, 1 unlisted)
                        4250-4303   | TCP | 4250-4303/tcp (5 services, 1 in part)
                        """)
        void listsOrCountsServices(String interval, TransportProtocol transport, String label) {
            assertThat(NAMES.label(PortInterval.parse(interval), transport)).isEqualTo(label);
        }

        @Test
        void keepsAliasesWithoutTheirTarget() {
            PortAssignment stray = new PortAssignment(
                    "stray",
                    PortInterval.of(49100),
                    TCP,
                    "",
                    "",
                    "",
                    null,
                    null,
                    "",
                    null,
                    "",
                    "This entry is an alias to \"ssh\".");
            PortNames names = PortRegistry.of(List.of(stray)).names();
            assertThat(names.label(PortInterval.of(49100, 49101), TCP))
                    .isEqualTo("49100-49101/tcp stray (and 1 unlisted)");
        }

        @Test
        void countsServicesBeyondEight() {
            List<PortAssignment> many = IntStream.range(0, 1000)
                    .mapToObj(i -> PortAssignment.of("s" + i, PortInterval.of(7), TCP, ""))
                    .toList();
            assertThat(PortRegistry.of(many).names().label(7, TCP))
                    .isEqualTo("7/tcp s0, s1, s2, s3, s4, s5, s6, s7 and 992 more");
        }

        /** 94 characters leave room for the ports and the number of those left out. */
        @ParameterizedTest
        @CsvSource({"48, 44, true", "48, 45, false", "100, 12, true", "100, 13, false"})
        void truncatesLongNames(int first, int second, boolean hasRoom) {
            List<PortAssignment> two = IntStream.of(first, second)
                    .mapToObj(length -> PortAssignment.of("s".repeat(length), PortInterval.of(7), TCP, ""))
                    .toList();
            String start = "7/tcp " + Texts.brief("s".repeat(first));
            assertThat(PortRegistry.of(two).names().label(7, TCP))
                    .isEqualTo(start + (hasRoom ? ", " + "s".repeat(second) : " and 1 more"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                        (2 services)   | "(2 services)"
                        (unassigned)   | "(unassigned)"
                        http, https    | "http, https"
                        a;22/tcp ssh   | "a;22/tcp ssh"
                        say "ssh"      | "say \\"ssh\\""
                        ssh and 2 more | "ssh and 2 more"
                        x11 (in part)  | "x11 (in part)"
                        x (and 1 more) | "x (and 1 more)"
                        Escale (Newton Dock) | Escale (Newton Dock)
                        914c/g         | 914c/g
                        whois++        | whois++
                        """)
        void quotesNamesThatCouldPassForSomethingElse(String name, String shown) {
            PortNames names = PortRegistry.of(List.of(PortAssignment.of(name, PortInterval.of(7), TCP, "")))
                    .names();
            assertThat(names.label(7, TCP)).isEqualTo("7/tcp " + shown);
            assertThat(names.label(PortInterval.of(7, 8), TCP)).isEqualTo("7-8/tcp " + shown + " (and 1 unlisted)");
        }

        @Test
        void quotesDescriptionsThatCouldPassForSomethingElse() {
            PortNames names = PortRegistry.of(List.of(PortAssignment.of("", PortInterval.of(7), TCP, "x), ssh (y")))
                    .names();
            assertThat(names.label(7, TCP)).isEqualTo("7/tcp (unnamed: \"x), ssh (y\")");
        }

        @Test
        void putsSiteLocalServicesFirst() {
            PortRegistry registry = REGISTRY.withOverlay(
                    List.of(PortAssignment.of("own-a", PortInterval.of(21), TCP, "")), OverlayPolicy.MAY_SHARE_PORTS);
            assertThat(registry.names().label(PortInterval.of(20, 21), TCP))
                    .isEqualTo("20-21/tcp own-a, ftp-data, ftp");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("interval", () -> NAMES.label((PortInterval) null, TCP));
            assertRejectsNull("transport", () -> NAMES.label(PortInterval.of(1, 2), null));
        }
    }

    @Nested
    class LabelOfASet {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        ''               | (no ports)
                        22               | 22/tcp ssh
                        22,80            | 22/tcp ssh; 80/tcp http
                        20-21,26,6000-6010 | 20-21/tcp ftp-data, ftp; 26/tcp (unassigned); 6000-6010/tcp x11 (in part)
                        """)
        void joinsLabelsOfIntervals(String ports, String label) {
            assertThat(NAMES.label(PortSet.parse(ports), TCP)).isEqualTo(label);
        }

        @Test
        void countsIntervalsThatDoNotFit() {
            PortSet odd = PortSet.of(IntStream.range(0, 500).map(i -> 2 * i + 1).toArray());
            assertThat(NAMES.label(odd, TCP))
                    .isEqualTo("1/tcp tcpmux; 3/tcp (reserved); 5/tcp rje; 7/tcp echo; 9/tcp discard; 11/tcp systat;"
                            + " 13/tcp daytime; and 493 more");
        }

        @Test
        void countsAllIntervalsIfNoneFits() {
            List<PortAssignment> rows = IntStream.range(0, 200)
                    .mapToObj(i -> PortAssignment.of("", PortInterval.of(50000), null, "d".repeat(80)))
                    .toList();
            PortSet many =
                    PortSet.of(IntStream.range(0, 1000).map(i -> 50000 + 2 * i).toArray());
            PortNames names = PortRegistry.of(rows).names();
            assertThat(names.label(PortSet.of(50000), TransportProtocol.SCTP))
                    .isEqualTo("50000/sctp (unnamed: " + "d".repeat(80) + ") and 199 more");
            assertThat(names.label(many, TransportProtocol.SCTP)).isEqualTo("(1000 intervals)");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> NAMES.label((PortSet) null, TCP));
            assertRejectsNull("transport", () -> NAMES.label(PortSet.of(1, 3), null));
        }
    }

    @Nested
    class Describe {

        @ParameterizedTest
        @ValueSource(strings = {"443", "465", "24", "26", "50000", "6000-6010", "0-1023", "28-31"})
        void omitsPortsAndTransport(String ports) {
            PortInterval interval = PortInterval.parse(ports);
            assertThat(ports + "/tcp " + NAMES.describe(interval, TCP)).isEqualTo(NAMES.label(interval, TCP));
            assertThat(NAMES.describe(interval.first(), TCP))
                    .isEqualTo(NAMES.describe(PortInterval.of(interval.first()), TCP));
        }

        @Test
        void rejectsNullAndPortsOutOfRange() {
            assertRejectsNull("interval", () -> NAMES.describe(null, TCP));
            assertRejectsNull("transport", () -> NAMES.describe(80, null));
            assertRejectsPortsOutOfRange(port -> NAMES.describe(port, TCP));
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        80    | TCP  | http
                        465   | TCP  | urd submissions
                        2049  | UDP  | shilp nfs
                        6010  | TCP  | x11
                        24    | TCP  | ''
                        26    | TCP  | ''
                        50000 | UDP  | ''
                        """)
        void returnCanonicalNameOrAll(int port, TransportProtocol transport, String names) {
            assertThat(String.join(" ", NAMES.serviceNames(port, transport))).isEqualTo(names);
        }

        @Test
        void agreeWithRowsOfEveryPort() {
            for (int port = 0; port <= 65535; port++) {
                for (TransportProtocol transport : TransportProtocol.values()) {
                    List<String> all = Rows.names(REGISTRY.findByPort(port, transport)).stream()
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList();
                    List<String> expected = REGISTRY.findCanonical(port, transport)
                            .map(PortAssignment::serviceName)
                            .filter(name -> !name.isEmpty())
                            .map(List::of)
                            .orElse(all);
                    if (!NAMES.serviceNames(port, transport).equals(expected)) {
                        assertThat(NAMES.serviceNames(port, transport))
                                .as("%d", port)
                                .isEqualTo(expected);
                    }
                }
            }
        }

        @Test
        void putSiteLocalNamesFirst() {
            PortRegistry registry = REGISTRY.withOverlay(
                    List.of(
                            PortAssignment.of("own-a", PortInterval.of(80), TCP, ""),
                            PortAssignment.of("own-b", PortInterval.of(80), TCP, "")),
                    OverlayPolicy.MAY_SHARE_PORTS);
            assertThat(registry.names().serviceNames(80, TCP))
                    .containsExactly("own-a", "own-b", "http", "www", "www-http");
            assertThat(registry.names().label(80, TCP)).isEqualTo("80/tcp own-a, own-b, http, www, www-http");
        }

        @Test
        void excludeShadowedNames() {
            PortRegistry registry = REGISTRY.withOverlay(
                    List.of(PortAssignment.of("ssh", PortInterval.of(2022), TCP, "")), OverlayPolicy.MAY_SHADOW);
            assertThat(registry.names().serviceNames(22, TCP)).isEmpty();
            assertThat(registry.names().serviceNames(2022, TCP)).containsExactly("ssh");
        }

        @Test
        void rejectsNullAndPortsOutOfRange() {
            assertRejectsNull("transport", () -> NAMES.serviceNames(80, null));
            assertRejectsPortsOutOfRange(port -> NAMES.serviceNames(port, TCP));
        }
    }

    @Nested
    class RegisteredAs {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        postgres | postgresql
                        Postgres | postgresql
                        rdp      | ms-wbt-server
                        etcd     | etcd-client,etcd-server
                        kafka    | ''
                        https    | ''
                        ''       | ''
                        """)
        void returnsNamesThatTheRegistryHasWithAPort(String everyday, String names) {
            assertThat(String.join(",", NAMES.registeredAs(everyday))).isEqualTo(names);
            assertThat(PortRegistry.of(List.of()).names().registeredAs(everyday))
                    .isEmpty();
        }

        @Test
        void listsTheNamesThatItKnows() {
            assertThat(NAMES.everydayNames())
                    .isSorted()
                    .contains("postgres", "mssqludp", "dhcpclient")
                    .doesNotContain("kafka", "https")
                    .allMatch(name -> !NAMES.registeredAs(name).isEmpty());
            assertThat(PortRegistry.of(List.of()).names().everydayNames()).isEmpty();
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("everydayName", () -> NAMES.registeredAs(null));
        }
    }

    @Nested
    class Specification {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        tcp 22,80,443,1024-1030      | ssh/tcp http/tcp https/tcp 1024-1030/tcp
                        tcp 22; udp 22,514           | ssh/tcp ssh/udp syslog/udp
                        tcp 591,8008,8080            | http-alt/tcp
                        tcp 591,8080                 | 591/tcp 8080/tcp
                        tcp 591,8008-8009,8080       | 591/tcp 8008-8009/tcp 8080/tcp
                        tcp 6000-6063                | x11/tcp
                        tcp 6000-6062                | 6000-6062/tcp
                        tcp 6010                     | 6010/tcp
                        tcp 465                      | 465/tcp
                        tcp 24,26                    | 24/tcp 26/tcp
                        tcp 211                      | 914c-g/tcp
                        dccp 27000-27009             | flex-lm/dccp
                        ''                           | ''
                        """)
        void usesNamesOfWholeServicesAndNumbers(String ports, String specification) {
            assertThat(NAMES.specification(PortsByTransport.parse(ports))).isEqualTo(specification);
        }

        @Test
        void resolvesToExactlyThesePorts() {
            PortRegistry registry = REGISTRY.withOverlay(
                            List.of(
                                    PortAssignment.of("ssh", PortInterval.of(2022), TCP, ""),
                                    PortAssignment.of("own", PortInterval.of(443), TCP, "")),
                            OverlayPolicy.MAY_SHADOW)
                    .withDefinition("http-alt", "8080/tcp")
                    .withDefinition("IMAP", "imap/tcp");
            Random random = new Random(23);
            List<PortsByTransport> ofNames = List.copyOf(PORTS_BY_NAME.values());
            for (int round = 0; round < 3000; round++) {
                PortsByTransport ports = PortsByTransport.empty();
                for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
                    int first = random.nextInt(65536);
                    TransportProtocol transport = TransportProtocol.values()[random.nextInt(4)];
                    PortsByTransport part = random.nextBoolean()
                            ? ofNames.get(random.nextInt(ofNames.size()))
                            : PortsByTransport.of(
                                    transport,
                                    PortSet.of(PortInterval.of(first, Math.min(65535, first + random.nextInt(4)))));
                    ports = random.nextInt(5) == 0 ? ports.difference(part) : ports.union(part);
                }
                for (PortRegistry each : List.of(REGISTRY, registry)) {
                    String specification = each.names().specification(ports);
                    if (ports.isEmpty()) {
                        assertThat(specification).isEmpty();
                    } else {
                        assertThat(each.resolve(specification))
                                .as(specification)
                                .isEqualTo(ports);
                    }
                }
            }
        }

        /** Names that a specification would read otherwise, or that would make a text that nobody can read. */
        @ParameterizedTest
        @ValueSource(strings = {"a b", "a,b"})
        void omitsNamesThatCannotBeSpecified(String name) {
            PortRegistry odd = PortRegistry.of(List.of(PortAssignment.of(name, PortInterval.of(7), TCP, "")));
            PortsByTransport ports = PortsByTransport.of(TCP, PortSet.of(7));
            assertThat(odd.names().specification(ports)).isEqualTo("7/tcp");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> NAMES.specification(null));
        }
    }
}
