package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.Rows.names;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.portregistry.ParseProblem.Severity;
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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is so in every edition of the registry, and how often in IANA's: the facts that force the library's design.
 * Nothing is counted in the bundled edition, which a renewal replaces.
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
    class Counts {

        private static final List<String> EDITIONS =
                List.of("2018-02-12", "2020-12-16", "2022-07-18", "2024-04-30", "2025-03-28", "2026-02-13");

        private static final String ALIAS = "This entry is an alias to \"";
        private static final String DUPLICATE = "This is a duplicate of the \"";

        private final SoftAssertions counts = new SoftAssertions();
        private int index;

        /** What each edition has, in the order above; a single number holds for all. */
        @ParameterizedTest
        @FieldSource("EDITIONS")
        void matchTheEdition(String date) {
            index = EDITIONS.indexOf(date);
            ScannedEdition edition = ScannedEdition.official(date);
            PortRegistry registry = edition.registry();
            PortQuery all = registry.query();
            List<PortAssignment> rows = registry.assignments();
            List<ScannedEdition.Row> scanned = edition.rows();
            List<Integer> characters = keptText(edition).chars().boxed().toList();
            List<RegistryDate> dates = dates(registry);

            expect("rows", "14058 14268 14373 14447 14474 14499", rows.size());
            expect("line feeds in rows", "851 640 634 649 868 868", characters, c -> c == '\n');
            expect("characters that are not ASCII", "20 20 26 31 31 35", characters, c -> c > 127);
            expect("intervals", "726 742 751 756 758 762", scanned, ScannedEdition.Row::isInterval);
            expect("intervals of one port", "6", scanned, row -> row.isInterval() && row.first() == row.last());

            PortQuery withPort = all.withPort();
            PortQuery withoutPort = all.withoutPort();
            PortQuery withoutTransport = all.where(row -> row.transport() == null);
            expect("rows without port", "907 973 999 1039 1048 1055", withoutPort);
            expect(
                    "names with and without port",
                    "15 16 16 16 16 16",
                    common(withoutPort, withPort).size());
            expect("rows without transport", "1410 1437 1447 1453 1456 1464", withoutTransport);
            expect("rows with neither", "576 577 577 577 577 581", withoutTransport.withoutPort());
            expect(
                    "named rows for every transport",
                    "16",
                    withoutTransport.withPort().list(),
                    Counts::isNamed);

            PortQuery nameless = all.serviceName("");
            expect("nameless rows, unassigned", "838 863 873 879 882 886", nameless.status(UNASSIGNED));
            expect("nameless rows, reserved", "700 761 783 798 806 819", nameless.status(RESERVED));
            expect("nameless rows, assigned", "15", nameless.status(ASSIGNED));
            expect("ports of several states", "13 2 2 2 2 2", portsOfSeveralStates(registry));

            expect("tcp, assigned", "6070 6108 6136 6143 6148 6149", registry.ports(ASSIGNED, TCP));
            expect("tcp, reserved", "221 240 243 249 251 257", registry.ports(RESERVED, TCP));
            expect("tcp, unassigned", "42833 42787 42756 42743 42736 42729", registry.ports(UNASSIGNED, TCP));
            expect("udp, assigned", "5725 5739 5750 5754 5755 5755", registry.ports(ASSIGNED, UDP));
            expect("udp, reserved", "563 606 625 634 640 647", registry.ports(RESERVED, UDP));
            expect("udp, unassigned", "42834 42789 42758 42745 42738 42731", registry.ports(UNASSIGNED, UDP));
            expect("sctp, assigned", "263 267 275 277 278 278", registry.ports(ASSIGNED, SCTP));
            expect("sctp, reserved", "52 53 53 53 53 53", registry.ports(RESERVED, SCTP));
            expect("sctp, unassigned", "42829 42773 42742 42729 42722 42715", registry.ports(UNASSIGNED, SCTP));
            expect("dccp, assigned", "198 199 199 199 199 199", registry.ports(ASSIGNED, DCCP));
            expect("dccp, reserved", "52 53 53 53 53 53", registry.ports(RESERVED, DCCP));
            expect("dccp, unassigned", "42827 42771 42740 42727 42720 42713", registry.ports(UNASSIGNED, DCCP));

            PortSet reservedOverUdp = registry.ports(ASSIGNED, TCP).intersection(registry.ports(RESERVED, UDP));
            int services = withPort.serviceNames().size();
            Set<String> servicesOverBoth = common(withPort.transport(TCP), withPort.transport(UDP));
            expect("ports with two rows", "219 220 220 220 220 220", portsOfRows(registry, 2, 2));
            expect("ports with three rows", "6", portsOfRows(registry, 3, 3));
            expect("ports with more rows", "0", portsOfRows(registry, 4, 99));
            expect("names with several ports", "61 62 62 62 60 60", namesOfSeveralPorts(registry));
            expect("ports with other services over udp", "131 132 132 133 133 133", portsOfOtherNames(registry));
            expect("ports reserved over udp alone", "491 528 545 551 555 559", reservedOverUdp);
            expect("services", "6225 6278 6307 6322 6328 6332", services);
            expect("services over both", "5276 5277 5287 5287 5289 5286", servicesOverBoth.size());

            List<String> names = all.serviceNames();
            expect("names", "7074 7185 7236 7281 7294 7305", names.size());
            expect(
                    "names against RFC 6335",
                    "99 99 99 99 97 97",
                    names,
                    name -> ServiceNames.fault(name).isPresent());
            expect("names with blanks", "2 2 2 2 0 0", names, name -> name.contains(" "));
            expect("names with hyphens", "3243 3299 3319 3348 3355 3356", names, name -> name.contains("-"));
            expect("names with a digit first", "33 35 35 36 36 36", names, name -> name.charAt(0) <= '9');

            expect("aliases", "184", scanned, row -> row.assignmentNotes().contains(ALIAS));
            expect(
                    "aliases after other notes",
                    "4",
                    scanned,
                    row -> row.assignmentNotes().indexOf(ALIAS) > 0);
            expect("duplicates", "4", scanned, row -> row.assignmentNotes().contains(DUPLICATE));
            expect("aliases and duplicates", "188", rows, row -> row.aliasOf() != null);

            expect("months", "2623 2625 2620 2620 2620 2620", dates, each -> each.day() == null);
            expect("days", "2113 2337 2470 2574 2613 2651", dates, each -> each.day() != null);
            expect("references", "339 368 387 392 402 403", all.withReference());
            expect(
                    "several references",
                    "18 21 22 23 23 26",
                    rows,
                    row -> row.references().size() > 1);
            expect(
                    "assignees",
                    "10728 10869 10947 11002 11012 11023",
                    rows,
                    row -> !row.assignee().isEmpty());
            expect(
                    "contacts",
                    "10726 10867 10945 11000 11010 11021",
                    rows,
                    row -> !row.contact().isEmpty());
            expect("unauthorized uses", "102 105 110 111 112 112", all.unauthorizedUseReported());

            // All that the registry knows of ghosts, which is not whether anyone uses a service.
            PortQuery assigned = withPort.status(ASSIGNED);
            PortSet ports = overAny(assigned);
            PortSet cited = overAny(assigned.withReference());
            expect("assigned rows", "11613 11671 11718 11731 11738 11739", assigned);
            expect("assigned ports", "6250 6302 6331 6341 6346 6350", ports);
            expect("ports without a document", "6073 6115 6141 6148 6153 6156", ports.difference(cited));
            expect("undated rows", "7527 7518 7521 7519 7515 7509", assigned.withoutRegistrationDate());
            expect(
                    "unmodified rows",
                    "11352 11330 11330 11304 11305 11285",
                    assigned.where(row -> row.modificationDate() == null));
            expect("rows of one person", "9255 9220 9205 9183 9180 9175", assigned.where(Counts::isOfOnePerson));
            counts.assertAll();
        }

        private <T> void expect(String what, String expected, List<T> all, Predicate<T> counted) {
            expect(what, expected, all.stream().filter(counted).count());
        }

        private void expect(String what, String expected, PortQuery counted) {
            expect(what, expected, counted.count());
        }

        private void expect(String what, String expected, PortSet counted) {
            expect(what, expected, counted.size());
        }

        private void expect(String what, String expected, long counted) {
            String[] each = expected.split(" ");
            counts.assertThat(counted).as(what).isEqualTo(Long.parseLong(each[index % each.length]));
        }

        /** Counts each port once a transport. */
        private static long portsOfRows(PortRegistry registry, int least, int most) {
            return Stream.of(TransportProtocol.values())
                    .flatMap(transport -> PortSet.all().ports().mapToObj(port -> registry.findByPort(port, transport)))
                    .filter(rows -> rows.size() >= least && rows.size() <= most)
                    .count();
        }

        /** Counts each name once a transport, or the lack of one. */
        private static long namesOfSeveralPorts(PortRegistry registry) {
            Map<String, Long> rows = registry.query().withPort().where(Counts::isNamed).stream()
                    .map(row -> row.serviceName() + " " + row.transport())
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
            return rows.values().stream().filter(count -> count > 1).count();
        }

        private static long portsOfOtherNames(PortRegistry registry) {
            PortSet both = registry.ports(ASSIGNED, TCP).intersection(registry.ports(ASSIGNED, UDP));
            return both.ports()
                    .filter(port -> Collections.disjoint(
                            names(registry.findByPort(port, TCP)), names(registry.findByPort(port, UDP))))
                    .count();
        }

        private static boolean isNamed(PortAssignment row) {
            return !row.serviceName().isEmpty();
        }

        private static boolean isOfOnePerson(PortAssignment row) {
            return row.assignee().matches("\\[[^\\[]+") && row.assignee().equals(row.contact());
        }
    }

    @Nested
    class Rows {

        @EveryEdition
        void areAllKept(ScannedEdition edition) {
            String kept = keptText(edition);
            long rows = edition.rows().size();
            assertThat(edition.registry().assignments()).hasSameSizeAs(edition.rows());
            assertThat(kept).doesNotContain("\r", "\ufffd");
            assertThat(edition.text().chars().filter(c -> c == '\n')).hasSize((int)
                    (1 + rows + kept.chars().filter(c -> c == '\n').count()));
            assertThat(edition.text().chars().filter(c -> c == '\r').count()).isIn(0L, 1 + rows);
        }

        @EveryEdition
        void areReportedByTheirFirstLine(ScannedEdition edition) {
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
        void loseTheirDaysInASpreadsheet(ScannedEdition edition) throws IOException {
            String saved = '\ufeff'
                    + rewritten(
                            edition,
                            fields -> fields.stream()
                                    .map(field -> field.replaceFirst("^(\\d{4})-(\\d\\d)-(\\d\\d)$", "$3/$2/$1"))
                                    .toList());
            List<ParseProblem> problems = new ArrayList<>();
            List<PortAssignment> rows = IanaCsvParser.lenient(problems::add).parse(new StringReader(saved));
            assertThat(rows).hasSameSizeAs(edition.rows());
            assertThat(dates(edition.registry()))
                    .filteredOn(date -> date.day() != null)
                    .hasSameSizeAs(problems);
            assertThat(problems)
                    .allMatch(problem -> problem.severity() == Severity.WARNING
                            && problem.column().endsWith(" Date")
                            && problem.value().matches("\\d\\d/\\d\\d/\\d{4}"));
        }
    }

    @Nested
    class Columns {

        @EveryOfficialEdition
        void haveARenamedEleventh(ScannedEdition edition) {
            boolean isOld = edition.toString().equals("2018-02-12");
            assertThat(edition.header())
                    .hasSize(12)
                    .element(10)
                    .isEqualTo(isOld ? "Known Unauthorized Uses" : "Unauthorized Use Reported");
        }

        @EveryEdition
        void mayBeInAnyOrder(ScannedEdition edition) throws IOException {
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
        void areNamedIfOneOfTheFirstThreeIsMissing(ScannedEdition edition) {
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
            return PortRegistry.parse(new StringReader(rewritten(
                    edition, fields -> columns.stream().map(fields::get).toList())));
        }
    }

    @Nested
    class Ports {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                80    | TCP  | http www www-http
                465   | TCP  | urd submissions
                465   | UDP  | igmpv3lite
                2049  | TCP  | shilp nfs
                2049  | UDP  | shilp nfs
                514   | TCP  | shell
                514   | UDP  | syslog
                666   | TCP  | mdqs doom
                6063  | TCP  | x11
                6064  | TCP  | ndl-ahp-svc
                6400  | SCTP | boe-cms
                6667  | UDP  | ''
                27000 | TCP  | flex-lm
                27009 | DCCP | flex-lm
                """)
        void listServicesInFileOrder(int port, TransportProtocol transport, String services) {
            everyEdition(registry -> assertThat(String.join(" ", names(registry.findByPort(port, transport))))
                    .isEqualTo(services));
        }

        @ParameterizedTest
        @CsvSource({
            "7775, TCP, ASSIGNED",
            "7997, TCP, ASSIGNED",
            "6400, SCTP, ASSIGNED",
            "0, TCP, RESERVED",
            "6667, UDP, RESERVED",
            "49151, TCP, RESERVED",
            "26, TCP, UNASSIGNED",
            "4748, DCCP, UNASSIGNED",
            "49152, TCP, UNLISTED",
            "80, DCCP, UNLISTED"
        })
        void haveTheirStrongestState(int port, TransportProtocol transport, AssignmentStatus status) {
            everyEdition(
                    registry -> assertThat(registry.status(port, transport)).isEqualTo(status));
        }

        @EveryOfficialEdition
        void areAssignedInsideUnassignedBlocks(ScannedEdition edition) {
            assertThat(portsOfSeveralStates(edition.registry()).containsAll(PortSet.of(7775, 7997)))
                    .isTrue();
        }

        @EveryEdition
        void areUnlistedAbove49151(ScannedEdition edition) {
            assertThat(overAny(edition.registry().query()).last()).isEqualTo(PortRange.USER.last());
        }

        @EveryOfficialEdition
        void areNamedIntervalsInEightRows(ScannedEdition edition) {
            assertThat(edition.registry().assignments())
                    .filteredOn(row -> row.ports() != null
                            && row.ports().size() > 1
                            && !row.serviceName().isEmpty())
                    .extracting(row -> row.serviceName() + " " + row.ports())
                    .containsExactly(
                            "active-net 3322-3325",
                            "satvid-datalnk 3367-3371",
                            "vrml-multi-use 4200-4299",
                            "x11 6000-6063",
                            "x11 6000-6063",
                            "ircu 6665-6669",
                            "swx 7300-7359",
                            "flex-lm 27000-27009");
        }

        @EveryOfficialEdition
        void areWrittenWithoutEqualEnds(ScannedEdition edition) {
            assertThat(edition.assignments(row -> row.isInterval() && row.first() == row.last()))
                    .extracting(IanaColumn.PORT_NUMBER::text)
                    .containsExactly("4748", "6345", "6512", "8203", "9989", "20047");
        }
    }

    @Nested
    class States {

        @EveryEdition
        void useKnownWordsOnly(ScannedEdition edition) {
            for (ScannedEdition.Row row : edition.rows()) {
                assertThat(edition.registry().assignments().get(row.number()).status())
                        .as(row.toString())
                        .isEqualTo(row.status());
            }
        }

        @EveryOfficialEdition
        void areReservedForDeassignedPorts(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceName("").status(RESERVED).stream()
                            .map(PortAssignment::description)
                            .filter(description -> !description.contains("Reserved"))
                            .collect(Collectors.groupingBy(description -> description, Collectors.counting())))
                    .isEqualTo(Map.of(
                            "De-registered", 5L,
                            "Removed", 3L,
                            "Deprecated", 1L,
                            "De-Commissioned Port", 1L,
                            "Decomissioned Port 04/14/00, ms", 1L));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                24   | ''             | any private mail system
                1008 | ''             | Possibly used by Sun Solaris????
                5349 | stun-behaviors | Reserved for a future enhancement of STUN-BEHAVIOR
                2999 | remoteware-un  | RemoteWare Unassigned
                """)
        void areAssignedDespiteTheDescription(int port, String serviceName, String description) {
            everyEdition(registry -> assertThat(registry.findByPort(port, UDP))
                    .filteredOn(row -> row.serviceName().equals(serviceName))
                    .extracting(PortAssignment::description)
                    .containsExactly(description));
        }

        /** The registry has 16 services for every transport; all else without a transport is a block. */
        @EveryEdition
        void coverEveryTransportInBlocks(ScannedEdition edition) {
            assertThat(edition.registry().assignments())
                    .filteredOn(
                            row -> row.transport() == null && row.serviceName().isEmpty())
                    .extracting(PortAssignment::status)
                    .containsOnly(RESERVED, UNASSIGNED);
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                http-alt | tcp 591,8008,8080; udp 591,8008,8080
                ssh      | tcp 22; udp 22; sctp 22
                https    | tcp 443; udp 443; sctp 443
                mqtt     | tcp 1883; udp 1883
                boe-cms  | tcp 6400; udp 6400; sctp 6400; dccp 6400
                oracle   | udp 2005
                cifs     | tcp 3020; udp 3020
                """)
        void resolveToAllTheirPorts(String serviceName, String ports) {
            everyEdition(registry ->
                    assertThat(registry.resolve(serviceName, EVERY_TRANSPORT)).hasToString(ports));
        }

        @EveryEdition
        void haveALetter(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceNames()).allMatch(ServiceNames::hasLetter);
        }

        @EveryEdition
        void resolveWithoutRowsThatHaveNoPort(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            Map<String, PortsByTransport> ports = BruteForce.portsByName(registry);
            assertThat(common(registry.query().withoutPort(), registry.query().withPort()))
                    .contains("https", "ssh", "mqtt")
                    .allSatisfy(name ->
                            assertThat(registry.resolve(name, EVERY_TRANSPORT)).isEqualTo(ports.get(name)));
        }

        @EveryOfficialEdition
        void mayHaveNoPort(ScannedEdition edition) {
            for (String name : List.of("rdp", "smb", "ospf", "esp", "icmp")) {
                assertThat(edition.registry().findByName(name)).isNotEmpty().allMatch(row -> row.ports() == null);
            }
            assertThat(edition.registry().findByName("rdp"))
                    .extracting(PortAssignment::assignmentNotes)
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }

        @EveryEdition
        void mayBreakRfc6335(ScannedEdition edition) {
            assertThat(edition.registry().query().withPort().serviceNames())
                    .contains("whois++", "cl/1", "sql*net", "fcp-udp", "9pfs", "802-11-iapp", "914c/g");
        }

        @EveryEdition
        void areNotAlwaysTheEverydayOnes(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceNames())
                    .contains("nicname", "domain", "bootps", "submissions", "rfb", "postgresql")
                    .doesNotContain("whois", "dns", "dhcp", "smtps", "vnc", "postgres", "gre", "ah", "vrrp");
        }

        @EveryEdition
        void differInMoreThanCase(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceNames().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }

        @EveryEdition
        void areNeitherNumericNorContainCommas(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceNames())
                    .isNotEmpty()
                    .noneMatch(name -> name.matches("[0-9-]+") || name.contains(","));
        }

        @EveryEdition
        void cannotBeSpecifiedIfTheyContainBlanks(ScannedEdition edition) {
            assertThat(edition.registry().query().serviceNames())
                    .filteredOn(name -> name.contains(" "))
                    .isSubsetOf("Apple Remote Desktop (Net Assistant)", "Escale (Newton Dock)")
                    .allSatisfy(name -> assertThatExceptionOfType(PortSpecException.class)
                            .isThrownBy(() -> edition.registry().resolve(name, TCP))
                            .withMessageContaining("is not a registered service name, port number or interval"));
        }
    }

    @Nested
    class Aliases {

        @EveryEdition
        void haveOneTargetOnTheSamePort(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            assertThat(registry.assignments())
                    .filteredOn(row -> row.aliasOf() != null)
                    .isNotEmpty()
                    .allSatisfy(alias -> assertThat(registry.findByName(String.valueOf(alias.aliasOf())))
                            .filteredOn(row -> row.ports() != null
                                    && row.ports().equals(alias.ports())
                                    && row.transport() == alias.transport()
                                    && row.aliasOf() == null)
                            .hasSize(1));
        }

        @ParameterizedTest
        @CsvSource({
            "www, http http",
            "whois++, whoispp whoispp",
            "EtherNet/IP-1, EtherNet-IP-1 EtherNet-IP-1",
            "mdqs, null null",
            "doom, null null"
        })
        void areStatedInTheNotes(String name, String targets) {
            everyEdition(registry -> assertThat(registry.findByName(name))
                    .extracting(row -> String.valueOf(row.aliasOf()))
                    .containsExactly(targets.split(" ")));
        }
    }

    @Nested
    class References {

        /** As assignees and contacts are. */
        @EveryEdition
        void areBracketed(ScannedEdition edition) {
            assertThat(edition.registry().assignments())
                    .flatExtracting(PortAssignment::assignee, PortAssignment::contact, PortAssignment::reference)
                    .allSatisfy(text -> assertThat((String) text).matches("(\\[[^\\]]+\\])*"));
            assertThat(edition.registry().query().withReference().list())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.references().stream()
                                    .map(reference -> "[" + reference + "]")
                                    .collect(Collectors.joining()))
                            .isEqualTo(row.reference()));
        }

        /** Of services that everyone uses, and of one that may be a ghost: a row without a reference tells nothing. */
        @EveryOfficialEdition
        void areMissingForCommonServices(ScannedEdition edition) {
            for (String name :
                    List.of("domain", "ldap", "snmp", "x11", "mysql", "postgresql", "ms-wbt-server", "wimsic")) {
                assertThat(edition.registry().findByName(name)).hasSize(2).noneMatch(PortAssignment::hasReference);
            }
        }

        @EveryEdition
        void mayContainBlanks(ScannedEdition edition) {
            assertThat(edition.registry()
                            .query()
                            .reference("ISO/IEC 13818-6 MPEG-2 DSM-CC")
                            .list())
                    .isNotEmpty();
        }
    }

    @EveryOfficialEdition
    void fourRowsHaveServiceCodes(ScannedEdition edition) {
        assertThat(edition.registry().assignments())
                .filteredOn(row -> row.serviceCode() != null)
                .extracting(row -> row.serviceName() + " " + row.transport() + " " + row.serviceCode())
                .containsExactlyInAnyOrder(
                        "discard DCCP 1145656131",
                        "ltp-deepspace DCCP 7107696",
                        "dtn-bundle DCCP 1685351985",
                        "dccp-ping DCCP 1885957735");
    }

    @Test
    void newerEditionsKeepTheLastTenRows() {
        List<PortRegistry> editions =
                ScannedEdition.official().map(ScannedEdition::registry).toList();
        assertThat(editions).hasSizeGreaterThan(1);
        for (int later = 1; later < editions.size(); later++) {
            for (PortRegistry earlier : editions.subList(0, later)) {
                List<PortAssignment> rows = earlier.assignments();
                assertThat(keys(editions.get(later).assignments()))
                        .containsAll(keys(rows.subList(rows.size() - 10, rows.size())));
                assertThat(editions.get(later).assignments()).hasSizeGreaterThan(rows.size());
            }
        }
    }

    private static Set<String> keys(List<PortAssignment> rows) {
        return rows.stream()
                .map(row -> row.serviceName() + " " + row.ports() + " " + row.transport())
                .collect(Collectors.toSet());
    }

    private static void everyEdition(Consumer<PortRegistry> assertion) {
        ScannedEdition.all().map(ScannedEdition::registry).forEach(assertion);
    }

    private static Set<String> common(PortQuery one, PortQuery other) {
        Set<String> both = new HashSet<>(one.serviceNames());
        both.retainAll(other.serviceNames());
        return both;
    }

    /** Returns the ports of rows over any transport. */
    private static PortSet overAny(PortQuery query) {
        return query.ports().asMap().values().stream().reduce(PortSet.empty(), PortSet::union);
    }

    private static PortSet portsOfSeveralStates(PortRegistry registry) {
        PortSet several = PortSet.empty();
        for (TransportProtocol transport : TransportProtocol.values()) {
            PortSet seen = PortSet.empty();
            for (AssignmentStatus status : AssignmentStatus.values()) {
                PortSet own = registry.query().status(status).ports().ports(transport);
                several = several.union(own.intersection(seen));
                seen = seen.union(own);
            }
        }
        return several;
    }

    private static List<RegistryDate> dates(PortRegistry registry) {
        return registry.assignments().stream()
                .flatMap(row -> Stream.of(row.registrationDate(), row.modificationDate()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the text of all fields. */
    private static String keptText(ScannedEdition edition) {
        return edition.registry().assignments().stream()
                .flatMap(row -> Stream.of(IanaColumn.values()).map(column -> column.text(row)))
                .collect(Collectors.joining());
    }

    /** Returns an edition's text with other fields in each row and in the header. */
    private static String rewritten(ScannedEdition edition, UnaryOperator<List<String>> change) {
        return Stream.concat(
                        Stream.of(edition.header()), edition.rows().stream().map(ScannedEdition.Row::fields))
                .map(fields -> change.apply(fields).stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }
}
