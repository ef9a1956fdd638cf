package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.Rows.names;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is so in every edition of the registry, and how often in IANA's: the facts that force the library's design. Counts
 * are the library's; where a plain pass over the file can count too, both have to agree. Nothing is counted in the bundled
 * edition, which a renewal replaces.
 */
class FactsOfTheDataTest {

    private static final Set<TransportProtocol> EVERY_TRANSPORT = EnumSet.allOf(TransportProtocol.class);

    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @MethodSource("io.github.portregistry.ScannedEdition#all")
    private @interface EveryEdition {}

    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @MethodSource("io.github.portregistry.ScannedEdition#official")
    private @interface EveryOfficialEdition {}

    @Nested
    class RowsAreNotLines {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    rows,   quotedLineFeeds, carriageReturns
                2018-02-12, 14058,  851,             0
                2020-12-16, 14268,  640,             14269
                2022-07-18, 14373,  634,             14374
                2024-04-30, 14447,  649,             14448
                2025-03-28, 14474,  868,             14475
                2026-02-13, 14499,  868,             14500
                """)
        void butMoreLinesThanRowsAreThere(String name, int rows, int quotedLineFeeds, int carriageReturns) {
            ScannedEdition edition = ScannedEdition.official(name);
            assertThat(edition.registry().assignments()).hasSize(rows).hasSameSizeAs(edition.rows());
            String kept = kept(edition);
            assertThat(kept.chars().filter(c -> c == '\n')).hasSize(quotedLineFeeds);
            assertThat(kept).doesNotContain("\r");
            assertThat(edition.text().chars().filter(c -> c == '\n')).hasSize(1 + rows + quotedLineFeeds);
            assertThat(edition.text().chars().filter(c -> c == '\r')).hasSize(carriageReturns);
        }

        @ParameterizedTest
        @CsvSource({
            "2018-02-12, 20",
            "2020-12-16, 20",
            "2022-07-18, 26",
            "2024-04-30, 31",
            "2025-03-28, 31",
            "2026-02-13, 35"
        })
        void andAFewCharactersAreNotAscii(String name, int notAscii) {
            assertThat(kept(ScannedEdition.official(name)).chars().filter(c -> c > 127))
                    .hasSize(notAscii)
                    .doesNotContain((int) '\uFFFD');
        }

        @EveryEdition
        void andErrorsGiveTheLineThatARowBeginsOn(ScannedEdition edition) {
            String[] lines = edition.text().split("(?<=\n)");
            new Random(1).ints(8, 0, edition.rows().size()).forEach(number -> {
                long line = edition.rows().get(number).line();
                String broken = Stream.of(lines).limit(line - 1).collect(Collectors.joining()) + "one field\n";
                assertThatExceptionOfType(PortRegistryParseException.class)
                        .isThrownBy(() -> PortRegistry.parse(new StringReader(broken)))
                        .withMessage("line " + line + ": the number of fields is 1, but the header has 12");
            });
        }

        @EveryEdition
        void andAByteOrderMarkMakesNoDifference(ScannedEdition edition) throws IOException {
            assertThat(PortRegistry.parse(new StringReader('\uFEFF' + edition.text())))
                    .isEqualTo(edition.registry());
        }

        private static String kept(ScannedEdition edition) {
            return edition.registry().query().stream()
                    .flatMap(row -> Stream.of(IanaColumn.values()).map(column -> column.text(row)))
                    .collect(Collectors.joining());
        }
    }

    @Nested
    class Columns {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    eleventh,                  unauthorizedUses
                2018-02-12, Known Unauthorized Uses,   102
                2020-12-16, Unauthorized Use Reported, 105
                2022-07-18, Unauthorized Use Reported, 110
                2024-04-30, Unauthorized Use Reported, 111
                2025-03-28, Unauthorized Use Reported, 112
                2026-02-13, Unauthorized Use Reported, 112
                """)
        void haveHadTwoNamesInTheEleventhPlace(String name, String eleventh, int unauthorizedUses) {
            ScannedEdition edition = ScannedEdition.official(name);
            assertThat(edition.header()).hasSize(12).element(10).isEqualTo(eleventh);
            assertThat(edition.registry().query().unauthorizedUseReported().count())
                    .isEqualTo(unauthorizedUses);
        }

        @EveryEdition
        void mayStandInAnyOrder(ScannedEdition edition) throws IOException {
            List<Integer> order = IntStream.range(0, 12).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(2));
            assertThat(parsed(edition, order)).isEqualTo(edition.registry());
        }

        @EveryEdition
        void mayBeTheFirstFourAlone(ScannedEdition edition) throws IOException {
            assertThat(parsed(edition, List.of(0, 1, 2, 3)).assignments())
                    .isEqualTo(edition.registry().assignments().stream()
                            .map(row -> PortAssignment.of(
                                    row.serviceName(), row.ports(), row.transport(), row.description()))
                            .toList());
        }

        @EveryEdition
        void areMissedByNameIfTheyAreOneOfTheFirstThree(ScannedEdition edition) {
            for (int missing = 0; missing < 3; missing++) {
                List<Integer> others = new ArrayList<>(List.of(0, 1, 2, 3));
                others.remove(missing);
                String name = edition.header().get(missing);
                assertThatExceptionOfType(PortRegistryParseException.class)
                        .isThrownBy(() -> parsed(edition, others))
                        .withMessage("line 1, %s: not a registry: the header has no column \"%s\"", name, name);
            }
        }

        private static PortRegistry parsed(ScannedEdition edition, List<Integer> columns) throws IOException {
            StringBuilder csv = new StringBuilder();
            Stream.concat(Stream.of(edition.header()), edition.rows().stream().map(ScannedEdition.Row::fields))
                    .forEach(fields -> csv.append(columns.stream()
                                    .map(column -> '"' + fields.get(column).replace("\"", "\"\"") + '"')
                                    .collect(Collectors.joining(",")))
                            .append('\n'));
            return PortRegistry.parse(new StringReader(csv.toString()));
        }
    }

    @Nested
    class PortAndTransport {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    two, three
                2018-02-12, 219, 6
                2020-12-16, 220, 6
                2022-07-18, 220, 6
                2024-04-30, 220, 6
                2025-03-28, 220, 6
                2026-02-13, 220, 6
                """)
        void areNotUnique(String name, int two, int three) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            List<Integer> sizes = new ArrayList<>();
            for (int port = 0; port < ScannedEdition.PORTS; port++) {
                for (TransportProtocol transport : TransportProtocol.values()) {
                    sizes.add(registry.findByPort(port, transport).size());
                }
            }
            assertThat(Collections.frequency(sizes, 2)).isEqualTo(two);
            assertThat(Collections.frequency(sizes, 3)).isEqualTo(three);
            assertThat(Collections.max(sizes)).isEqualTo(3);
        }

        @EveryEdition
        void keepTheirRowsInFileOrder(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            assertThat(names(registry.findByPort(80, TCP))).containsExactly("http", "www", "www-http");
            assertThat(names(registry.findByPort(465, TCP))).containsExactly("urd", "submissions");
            assertThat(names(registry.findByPort(2049, TCP))).containsExactly("shilp", "nfs");
            assertThat(names(registry.findByPort(2049, UDP))).containsExactly("shilp", "nfs");
        }
    }

    @Nested
    class NameAndTransport {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    withSeveralPorts
                2018-02-12, 61
                2020-12-16, 62
                2022-07-18, 62
                2024-04-30, 62
                2025-03-28, 60
                2026-02-13, 60
                """)
        void areNotUnique(String name, int withSeveralPorts) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            assertThat(registry.query().withPort().serviceNames().stream()
                            .flatMap(service -> registry.findByName(service).stream()
                                    .filter(row -> row.ports() != null)
                                    .collect(Collectors.groupingBy(
                                            row -> IanaColumn.TRANSPORT_PROTOCOL.text(row), Collectors.counting()))
                                    .values()
                                    .stream())
                            .filter(rows -> rows > 1))
                    .hasSize(withSeveralPorts);
        }

        @EveryEdition
        void haveThreePortsForHttpAlt(ScannedEdition edition) {
            for (TransportProtocol transport : List.of(TCP, UDP)) {
                assertThat(edition.registry().findByName("http-alt", transport))
                        .extracting(PortAssignment::ports)
                        .containsExactly(PortInterval.of(591), PortInterval.of(8008), PortInterval.of(8080));
            }
        }
    }

    @Nested
    class TcpAndUdp {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    disjointNames, assignedAndReserved
                2018-02-12, 131,           491
                2020-12-16, 132,           528
                2022-07-18, 132,           545
                2024-04-30, 133,           551
                2025-03-28, 133,           555
                2026-02-13, 133,           559
                """)
        void differ(String name, int disjointNames, int assignedAndReserved) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            PortSet assigned = registry.ports(ASSIGNED, TCP);
            assertThat(assigned.intersection(registry.ports(ASSIGNED, UDP))
                            .ports()
                            .filter(port -> Collections.disjoint(
                                    names(registry.findByPort(port, TCP)), names(registry.findByPort(port, UDP)))))
                    .hasSize(disjointNames);
            assertThat(assigned.intersection(registry.ports(RESERVED, UDP)).size())
                    .isEqualTo(assignedAndReserved);
        }

        /** Of the services that have a port. */
        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    services, ofBoth
                2018-02-12, 6225,     5276
                2020-12-16, 6278,     5277
                2022-07-18, 6307,     5287
                2024-04-30, 6322,     5287
                2025-03-28, 6328,     5289
                2026-02-13, 6332,     5286
                """)
        void areMostlyHadTogether(String name, int services, int ofBoth) {
            PortQuery withPort =
                    ScannedEdition.official(name).registry().query().withPort();
            assertThat(withPort.serviceNames()).hasSize(services);
            Set<String> both = new HashSet<>(withPort.transport(TCP).serviceNames());
            both.retainAll(withPort.transport(UDP).serviceNames());
            assertThat(both).hasSize(ofBoth).contains("ssh", "https").doesNotContain("shell", "syslog");
        }

        @ParameterizedTest
        @CsvSource({"ssh, 22", "https, 443"})
        void areHadWithSctpToo(String serviceName, int port) {
            ScannedEdition.all()
                    .map(ScannedEdition::registry)
                    .forEach(registry -> assertThat(registry.resolve(serviceName, EVERY_TRANSPORT))
                            .hasToString("tcp %d; udp %d; sctp %d", port, port, port));
        }

        @EveryEdition
        void nameShellAndSyslogOnPort514(ScannedEdition edition) {
            assertThat(names(edition.registry().findByPort(514, TCP))).containsExactly("shell");
            assertThat(names(edition.registry().findByPort(514, UDP))).containsExactly("syslog");
        }
    }

    @Nested
    class PortRanges {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    written, withEqualEnds
                2018-02-12, 726,     6
                2020-12-16, 742,     6
                2022-07-18, 751,     6
                2024-04-30, 756,     6
                2025-03-28, 758,     6
                2026-02-13, 762,     6
                """)
        void standInSomeRows(String name, int written, int withEqualEnds) {
            ScannedEdition edition = ScannedEdition.official(name);
            assertThat(edition.count(row -> row.ports().contains("-"))).isEqualTo(written);
            assertThat(edition.count(row -> row.ports().contains("-") && row.first() == row.last()))
                    .isEqualTo(withEqualEnds);
            assertThat(count(edition, row -> row.ports() != null && row.ports().size() > 1))
                    .isEqualTo(written - withEqualEnds);
        }

        @EveryOfficialEdition
        void haveANameInEightRows(ScannedEdition edition) {
            PortQuery named = edition.registry()
                    .query()
                    .where(row -> row.ports() != null
                            && row.ports().size() > 1
                            && !row.serviceName().isEmpty());
            assertThat(named.count()).isEqualTo(8);
            assertThat(named.list())
                    .extracting(row -> row.serviceName() + " " + row.ports())
                    .contains("x11 6000-6063", "vrml-multi-use 4200-4299", "flex-lm 27000-27009");
        }

        @EveryOfficialEdition
        void areWrittenAsOnePortWhereTheEndsAreEqual(ScannedEdition edition) {
            assertThat(edition.assignments(row -> row.ports().contains("-") && row.first() == row.last()))
                    .extracting(IanaColumn.PORT_NUMBER::text)
                    .containsExactly("4748", "6345", "6512", "8203", "9989", "20047");
        }
    }

    @Nested
    class RowsWithoutATransport {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    rows, withoutAPortToo
                2018-02-12, 1410, 576
                2020-12-16, 1437, 577
                2022-07-18, 1447, 577
                2024-04-30, 1453, 577
                2025-03-28, 1456, 577
                2026-02-13, 1464, 581
                """)
        void areCounted(String name, int rows, int withoutAPortToo) {
            ScannedEdition edition = ScannedEdition.official(name);
            assertThat(count(edition, row -> row.transport() == null)).isEqualTo(rows);
            assertThat(count(edition, row -> row.transport() == null && row.ports() == null))
                    .isEqualTo(withoutAPortToo);
        }

        @EveryOfficialEdition
        void areSixteenNamedRowsAndBlocks(ScannedEdition edition) {
            List<PortAssignment> rows = edition.registry()
                    .query()
                    .withPort()
                    .where(row -> row.transport() == null)
                    .list();
            assertThat(rows).filteredOn(row -> !row.serviceName().isEmpty()).hasSize(16);
            assertThat(rows)
                    .filteredOn(row -> row.serviceName().isEmpty())
                    .extracting(PortAssignment::status)
                    .containsOnly(RESERVED, UNASSIGNED);
        }

        @EveryEdition
        void applyToEveryTransport(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(names(registry.findByPort(27000, transport))).containsExactly("flex-lm");
                assertThat(names(registry.findByPort(27009, transport))).containsExactly("flex-lm");
                assertThat(names(registry.findByPort(6400, transport))).containsExactly("boe-cms");
                assertThat(registry.status(6400, transport)).isEqualTo(ASSIGNED);
                assertThat(registry.findByName("boe-cms", transport)).hasSize(1);
            }
        }
    }

    @Nested
    class RowsWithoutAPort {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    rows, namesWithPortsToo
                2018-02-12,  907, 15
                2020-12-16,  973, 16
                2022-07-18,  999, 16
                2024-04-30, 1039, 16
                2025-03-28, 1048, 16
                2026-02-13, 1055, 16
                """)
        void areCounted(String name, int rows, int namesWithPortsToo) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            assertThat(registry.query().withoutPort().count()).isEqualTo(rows);
            assertThat(namesWithPortsToo(registry)).hasSize(namesWithPortsToo).contains("https", "ssh", "mqtt");
        }

        @EveryOfficialEdition
        void areAllThereIsOfRdpAndSmbAndOspf(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            assertThat(registry.findByName("rdp")).hasSize(2).doesNotHaveDuplicates();
            assertThat(registry.findByName("smb")).hasSize(1);
            assertThat(registry.findByName("ospf")).hasSize(1);
            assertThat(registry.query()
                            .where(row -> Set.of("rdp", "smb", "ospf").contains(row.serviceName()))
                            .ports())
                    .isEqualTo(PortSet.empty());
        }

        @EveryEdition
        void arePassedOverForEveryNameThatHasPortsToo(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            Map<String, PortsByTransport> ports = BruteForce.portsByName(registry);
            assertThat(namesWithPortsToo(registry))
                    .isNotEmpty()
                    .allSatisfy(name ->
                            assertThat(registry.resolve(name, EVERY_TRANSPORT)).isEqualTo(ports.get(name)));
        }

        @ParameterizedTest
        @CsvSource({"https, 443", "ssh, 22", "mqtt, 1883"})
        void arePassedOverWherePortsAreAskedFor(String serviceName, int port) {
            ScannedEdition.all().map(ScannedEdition::registry).forEach(registry -> {
                assertThat(registry.findByName(serviceName))
                        .extracting(PortAssignment::ports)
                        .contains(null, PortInterval.of(port));
                assertThat(registry.resolve(serviceName, TCP)).isEqualTo(PortSet.of(port));
                assertThat(registry.query().serviceName(serviceName).ports()).isEqualTo(PortSet.of(port));
            });
        }

        private static Set<String> namesWithPortsToo(PortRegistry registry) {
            Set<String> both = new HashSet<>(registry.query().withoutPort().serviceNames());
            both.retainAll(registry.query().withPort().serviceNames());
            return both;
        }
    }

    @Nested
    class RowsWithoutAName {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    unassigned, reserved, assigned
                2018-02-12, 838,        700,      15
                2020-12-16, 863,        761,      15
                2022-07-18, 873,        783,      15
                2024-04-30, 879,        798,      15
                2025-03-28, 882,        806,      15
                2026-02-13, 886,        819,      15
                """)
        void sayTheirStateInWords(String name, int unassigned, int reserved, int assigned) {
            PortQuery nameless =
                    ScannedEdition.official(name).registry().query().serviceName("");
            assertThat(nameless.status(UNASSIGNED).count()).isEqualTo(unassigned);
            assertThat(nameless.status(RESERVED).count()).isEqualTo(reserved);
            assertThat(nameless.status(ASSIGNED).count()).isEqualTo(assigned);
            assertThat(nameless.status(UNLISTED).count()).isZero();
            assertThat(nameless.count()).isEqualTo(unassigned + reserved + assigned);
        }

        @EveryEdition
        void useNoWordsButThoseThatWeKnow(ScannedEdition edition) {
            for (ScannedEdition.Row row : edition.rows()) {
                assertThat(edition.registry().assignments().get(row.number()).status())
                        .as(row.toString())
                        .isNotNull()
                        .isEqualTo(row.status());
            }
        }

        @EveryOfficialEdition
        void areReservedInElevenRowsThatSayTheyWereDeassigned(ScannedEdition edition) {
            assertThat(edition
                            .registry()
                            .query()
                            .serviceName("")
                            .status(RESERVED)
                            .where(row -> !row.description().contains("Reserved"))
                            .stream()
                            .collect(Collectors.groupingBy(PortAssignment::description, Collectors.counting())))
                    .isEqualTo(Map.of(
                            "De-registered", 5L,
                            "Removed", 3L,
                            "Deprecated", 1L,
                            "De-Commissioned Port", 1L,
                            "Decomissioned Port 04/14/00, ms", 1L));
        }

        @EveryEdition
        void areAssignedForAnyPrivateMailSystem(ScannedEdition edition) {
            assertThat(edition.registry().findByPort(24, TCP))
                    .extracting(PortAssignment::serviceName, PortAssignment::description)
                    .containsExactly(tuple("", "any private mail system"));
            assertThat(edition.registry().findByPort(1008, UDP))
                    .extracting(PortAssignment::description)
                    .containsExactly("Possibly used by Sun Solaris????");
        }

        @ParameterizedTest
        @CsvSource({
            "stun-behaviors, 5349, Reserved for a future enhancement of STUN-BEHAVIOR",
            "remoteware-un, 2999, RemoteWare Unassigned"
        })
        void areTheOnlyOnesWhoseDescriptionCounts(String serviceName, int port, String description) {
            ScannedEdition.all().map(ScannedEdition::registry).forEach(registry -> {
                assertThat(registry.findByPort(port, UDP))
                        .filteredOn(row -> row.serviceName().equals(serviceName))
                        .singleElement()
                        .returns(description, PortAssignment::description)
                        .returns(ASSIGNED, PortAssignment::status);
                assertThat(registry.status(port, UDP)).isEqualTo(ASSIGNED);
            });
        }
    }

    @Nested
    class Overlaps {

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", useHeadersInDisplayName = true, textBlock = """
                edition    | ports
                2018-02-12 | 7702,7775,7997,10023,43188-43191,43210,43439-43441,44123
                2020-12-16 | 7775,7997
                2022-07-18 | 7775,7997
                2024-04-30 | 7775,7997
                2025-03-28 | 7775,7997
                2026-02-13 | 7775,7997
                """)
        void areFew(String name, String ports) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            PortSet overlaps = PortSet.empty();
            for (TransportProtocol transport : TransportProtocol.values()) {
                PortSet seen = PortSet.empty();
                for (AssignmentStatus status : AssignmentStatus.values()) {
                    PortSet own =
                            registry.query().transport(transport).status(status).ports();
                    overlaps = overlaps.union(own.intersection(seen));
                    seen = seen.union(own);
                }
            }
            assertThat(overlaps).hasToString(ports);
        }

        @EveryEdition
        void areWonByTheAssignedRow(ScannedEdition edition) {
            assertThat(edition.registry().status(7775, TCP)).isEqualTo(ASSIGNED);
            assertThat(edition.registry().status(7997, TCP)).isEqualTo(ASSIGNED);
        }
    }

    @Nested
    class UnlistedPorts {

        @EveryEdition
        void areAllOfTheDynamicRange(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            PortSet dynamic = PortSet.of(PortRange.DYNAMIC.interval());
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(registry.ports(UNLISTED, transport).containsAll(dynamic))
                        .isTrue();
            }
            assertThat(registry.query().ports().intersection(dynamic)).isEqualTo(PortSet.empty());
            assertThat(registry.query().range(PortRange.DYNAMIC).list()).isEmpty();
        }

        @EveryEdition
        void areNotTheSameAsUnassignedOnes(ScannedEdition edition) {
            assertThat(edition.registry().status(80, DCCP)).isEqualTo(UNLISTED);
            assertThat(edition.registry().status(4748, DCCP)).isEqualTo(UNASSIGNED);
        }

        /** Of each transport: assigned, reserved, unassigned, unlisted ports. */
        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    tcp,                  udp,                  sctp,               dccp
                2018-02-12, 6070 221 42833 16412, 5725 563 42834 16414, 263 52 42829 22392, 198 52 42827 22459
                2020-12-16, 6108 240 42787 16401, 5739 606 42789 16402, 267 53 42773 22443, 199 53 42771 22513
                2022-07-18, 6136 243 42756 16401, 5750 625 42758 16403, 275 53 42742 22466, 199 53 42740 22544
                2024-04-30, 6143 249 42743 16401, 5754 634 42745 16403, 277 53 42729 22477, 199 53 42727 22557
                2025-03-28, 6148 251 42736 16401, 5755 640 42738 16403, 278 53 42722 22483, 199 53 42720 22564
                2026-02-13, 6149 257 42729 16401, 5755 647 42731 16403, 278 53 42715 22490, 199 53 42713 22571
                """)
        void areCountedAmongTheOthers(String name, String tcp, String udp, String sctp, String dccp) {
            PortRegistry registry = ScannedEdition.official(name).registry();
            assertThat(Stream.of(TCP, UDP, SCTP, DCCP).map(transport -> sizes(registry, transport)))
                    .containsExactly(tcp, udp, sctp, dccp);
        }

        private static String sizes(PortRegistry registry, TransportProtocol transport) {
            return Stream.of(ASSIGNED, RESERVED, UNASSIGNED, UNLISTED)
                    .map(status -> registry.ports(status, transport).size())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }
    }

    @Nested
    class Aliases {

        @EveryOfficialEdition
        void areStatedBy184RowsAndDuplicatesByFour(ScannedEdition edition) {
            assertThat(edition.count(row -> row.assignmentNotes().contains("This entry is an alias to \"")))
                    .isEqualTo(184);
            assertThat(edition.count(row -> row.assignmentNotes().contains("This is a duplicate of the \"")))
                    .isEqualTo(4);
            assertThat(count(edition, row -> row.aliasOf() != null)).isEqualTo(188);
        }

        @EveryEdition
        void haveTheirTargetOnTheSamePortAndTransport(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            assertThat(registry.assignments())
                    .filteredOn(row -> row.aliasOf() != null)
                    .isNotEmpty()
                    .allSatisfy(alias -> assertThat(registry.query()
                                    .serviceName(String.valueOf(alias.aliasOf()))
                                    .where(row -> row.ports() != null
                                            && row.ports().equals(alias.ports())
                                            && row.transport() == alias.transport()
                                            && row.aliasOf() == null)
                                    .list())
                            .hasSize(1));
        }

        @EveryEdition
        void areNotAlwaysInTheFirstSentenceOfTheNotes(ScannedEdition edition) {
            assertThat(edition.registry().findByName("EtherNet/IP-1"))
                    .extracting(PortAssignment::aliasOf)
                    .containsExactly("EtherNet-IP-1", "EtherNet-IP-1");
        }

        @EveryEdition
        void areNotThereForOtherNamesOfAPort(ScannedEdition edition) {
            assertThat(edition.registry().findByPort(666, TCP))
                    .extracting(row -> row.serviceName() + " " + row.aliasOf())
                    .containsExactly("mdqs null", "doom null");
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    names, againstRfc6335, withBlanks, withHyphens, withADigitFirst
                2018-02-12, 7074,  99,             2,          3243,        33
                2020-12-16, 7185,  99,             2,          3299,        35
                2022-07-18, 7236,  99,             2,          3319,        35
                2024-04-30, 7281,  99,             2,          3348,        36
                2025-03-28, 7294,  97,             0,          3355,        36
                2026-02-13, 7305,  97,             0,          3356,        36
                """)
        void areAllAccepted(
                String edition, int names, int againstRfc6335, int withBlanks, int withHyphens, int withADigitFirst) {
            List<String> all = namesOf(ScannedEdition.official(edition));
            assertThat(all).hasSize(names);
            assertThat(all)
                    .filteredOn(name -> !name.matches("(?=.{1,15}$)(?=.*[A-Za-z])[A-Za-z0-9]+(-[A-Za-z0-9]+)*"))
                    .hasSize(againstRfc6335)
                    .contains("whois++", "cl/1", "sql*net");
            assertThat(all).filteredOn(name -> name.contains(" ")).hasSize(withBlanks);
            assertThat(all)
                    .filteredOn(name -> name.contains("-"))
                    .hasSize(withHyphens)
                    .contains("fcp-udp", "http-alt");
            assertThat(all)
                    .filteredOn(name -> name.matches("[0-9].*"))
                    .hasSize(withADigitFirst)
                    .contains("9pfs", "802-11-iapp", "914c/g");
        }

        @EveryEdition
        void areNeverEqualButForCase(ScannedEdition edition) {
            assertThat(namesOf(edition).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }

        @EveryEdition
        void areNeverNumbersOrIntervalsAndHaveNoComma(ScannedEdition edition) {
            assertThat(namesOf(edition)).isNotEmpty().noneMatch(name -> name.matches("[0-9-]+") || name.contains(","));
        }

        @ParameterizedTest
        @CsvSource({"2018-02-12, 1", "2020-12-16, 1", "2022-07-18, 1", "2024-04-30, 1", "2025-03-28, 0", "2026-02-13, 0"
        })
        void hadBlanksUntil2024(String edition, int each) {
            PortRegistry registry = ScannedEdition.official(edition).registry();
            for (String name : List.of("Apple Remote Desktop (Net Assistant)", "Escale (Newton Dock)")) {
                assertThat(registry.findByName(name, TCP)).hasSize(each);
                assertThatExceptionOfType(PortSpecException.class)
                        .isThrownBy(() -> registry.resolve(name, TCP))
                        .withMessageContaining("is not a registered service name, port number or interval");
            }
        }

        private static List<String> namesOf(ScannedEdition edition) {
            return edition.registry().query().serviceNames();
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    months, days
                2018-02-12, 2623,   2113
                2020-12-16, 2625,   2337
                2022-07-18, 2620,   2470
                2024-04-30, 2620,   2574
                2025-03-28, 2620,   2613
                2026-02-13, 2620,   2651
                """)
        void areMonthsOrDays(String name, int months, int days) {
            List<RegistryDate> dates = ScannedEdition.official(name).registry().assignments().stream()
                    .flatMap(row -> Stream.of(row.registrationDate(), row.modificationDate()))
                    .filter(date -> date != null)
                    .toList();
            assertThat(dates).filteredOn(date -> date.day() == null).hasSize(months);
            assertThat(dates).filteredOn(date -> date.day() != null).hasSize(days);
        }
    }

    @Nested
    class References {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    references, severalInARow
                2018-02-12, 339,        18
                2020-12-16, 368,        21
                2022-07-18, 387,        22
                2024-04-30, 392,        23
                2025-03-28, 402,        23
                2026-02-13, 403,        26
                """)
        void areRare(String name, int references, int severalInARow) {
            ScannedEdition edition = ScannedEdition.official(name);
            assertThat(edition.registry().query().withReference().count()).isEqualTo(references);
            assertThat(edition.registry().query().withoutReference().count())
                    .isEqualTo(edition.rows().size() - references);
            assertThat(count(edition, row -> row.references().size() > 1)).isEqualTo(severalInARow);
        }

        /** Of services that everyone uses, and of one that may be a ghost: a row without a reference tells nothing. */
        @ParameterizedTest
        @ValueSource(strings = {"domain", "ldap", "snmp", "x11", "mysql", "postgresql", "ms-wbt-server", "wimsic"})
        void areMissingWhetherOrNotAServiceIsInUse(String serviceName) {
            ScannedEdition.official()
                    .map(ScannedEdition::registry)
                    .forEach(registry -> assertThat(registry.findByName(serviceName))
                            .hasSize(2)
                            .noneMatch(PortAssignment::hasReference));
        }

        @EveryEdition
        void areBracketedLists(ScannedEdition edition) {
            assertThat(edition.registry().query().withReference().list())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.references().stream()
                                    .map(reference -> "[" + reference + "]")
                                    .collect(Collectors.joining()))
                            .isEqualTo(row.reference()));
        }

        @EveryEdition
        void mayHaveBlanksInsideTheBrackets(ScannedEdition edition) {
            assertThat(edition.registry()
                            .query()
                            .reference("ISO/IEC 13818-6 MPEG-2 DSM-CC")
                            .list())
                    .isNotEmpty();
        }

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    assignees, contacts
                2018-02-12, 10728,     10726
                2020-12-16, 10869,     10867
                2022-07-18, 10947,     10945
                2024-04-30, 11002,     11000
                2025-03-28, 11012,     11010
                2026-02-13, 11023,     11021
                """)
        void areWrittenAsAssigneesAndContactsAre(String name, int assignees, int contacts) {
            List<PortAssignment> rows = ScannedEdition.official(name).registry().assignments();
            assertThat(rows)
                    .extracting(PortAssignment::assignee)
                    .filteredOn(text -> !text.isEmpty())
                    .hasSize(assignees)
                    .allSatisfy(text -> assertThat(text).matches("(\\[[^\\]]+\\])+"));
            assertThat(rows)
                    .extracting(PortAssignment::contact)
                    .filteredOn(text -> !text.isEmpty())
                    .hasSize(contacts)
                    .allSatisfy(text -> assertThat(text).matches("(\\[[^\\]]+\\])+"));
        }
    }

    /** All that the registry knows, which is not whether anyone uses a service. */
    @Nested
    class AssignedRowsWithAPort {

        @ParameterizedTest
        @CsvSource(useHeadersInDisplayName = true, textBlock = """
                edition,    rows,  ports, portsOfNoReference, undated, neverModified, ofOnePerson
                2018-02-12, 11613, 6250,  6073,               7527,    11352,         9255
                2020-12-16, 11671, 6302,  6115,               7518,    11330,         9220
                2022-07-18, 11718, 6331,  6141,               7521,    11330,         9205
                2024-04-30, 11731, 6341,  6148,               7519,    11304,         9183
                2025-03-28, 11738, 6346,  6153,               7515,    11305,         9180
                2026-02-13, 11739, 6350,  6156,               7509,    11285,         9175
                """)
        void mostlyCiteNoDocumentAndHaveNoDate(
                String name,
                int rows,
                int ports,
                int portsOfNoReference,
                int undated,
                int neverModified,
                int ofOnePerson) {
            PortQuery assigned = ScannedEdition.official(name)
                    .registry()
                    .query()
                    .status(ASSIGNED)
                    .withPort();
            assertThat(assigned.count()).isEqualTo(rows);
            assertThat(assigned.ports().size()).isEqualTo(ports);
            assertThat(assigned.ports()
                            .difference(assigned.withReference().ports())
                            .size())
                    .isEqualTo(portsOfNoReference);
            assertThat(assigned.undated().count()).isEqualTo(undated);
            assertThat(assigned.where(row -> row.modificationDate() == null).count())
                    .isEqualTo(neverModified);
            assertThat(assigned.where(row -> row.assignee().matches("\\[[^\\[]+")
                                    && row.assignee().equals(row.contact()))
                            .count())
                    .isEqualTo(ofOnePerson);
        }
    }

    @Nested
    class ServiceCodes {

        @EveryOfficialEdition
        void areFourOf32Bits(ScannedEdition edition) {
            assertThat(edition.registry()
                            .query()
                            .where(row -> row.serviceCode() != null)
                            .list())
                    .extracting(row -> row.serviceName() + " " + row.transport() + " " + row.serviceCode())
                    .containsExactlyInAnyOrder(
                            "discard DCCP 1145656131",
                            "ltp-deepspace DCCP 7107696",
                            "dtn-bundle DCCP 1685351985",
                            "dccp-ping DCCP 1885957735");
        }
    }

    @Nested
    class IpProtocols {

        @EveryEdition
        void haveNoPorts(ScannedEdition edition) {
            PortQuery protocols = edition.registry()
                    .query()
                    .where(row ->
                            Set.of("esp", "gre", "ah", "icmp", "ospf", "vrrp").contains(row.serviceName()));
            assertThat(protocols.serviceNames()).containsExactlyInAnyOrder("esp", "icmp", "ospf");
            assertThat(protocols.ports()).isEqualTo(PortSet.empty());
        }
    }

    @Nested
    class SpecEverydayNames {

        @ParameterizedTest
        @CsvSource({
            "whois, nicname",
            "dns, domain",
            "dhcp, bootps",
            "smtps, submissions",
            "vnc, rfb",
            "postgres, postgresql"
        })
        void areNotIanas(String everyday, String registered) {
            ScannedEdition.all().map(ScannedEdition::registry).forEach(registry -> {
                assertThat(registry.findByName(everyday)).isEmpty();
                assertThat(registry.findByName(registered)).isNotEmpty();
            });
        }

        @EveryEdition
        void mayMeanSomethingElseThere(ScannedEdition edition) {
            assertThat(edition.registry().findByName("oracle"))
                    .singleElement()
                    .returns(PortInterval.of(2005), PortAssignment::ports)
                    .returns(UDP, PortAssignment::transport);
            assertThat(edition.registry().query().serviceName("cifs").ports()).isEqualTo(PortSet.of(3020));
        }
    }

    private static long count(ScannedEdition edition, Predicate<PortAssignment> condition) {
        return edition.registry().assignments().stream().filter(condition).count();
    }
}
