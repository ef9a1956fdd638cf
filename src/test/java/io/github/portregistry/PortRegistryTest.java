package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static io.github.portregistry.Rows.names;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRegistryTest {

    private static final String EVERY_EDITION = "io.github.portregistry.ScannedEdition#all";

    private static final PortRegistry BUNDLED = PortRegistry.bundled();

    private static final PortAssignment HTTP = PortAssignment.of("http", PortInterval.of(80), TCP, "Web");
    private static final PortAssignment X11 = PortAssignment.of("x11", PortInterval.of(6000, 6063), TCP, "X");
    private static final PortAssignment FREE = PortAssignment.of("", PortInterval.of(26), null, "Unassigned");

    @Nested
    class Assignments {

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void haveAllTwelveFields(ScannedEdition edition) {
            List<PortAssignment> assignments = edition.registry().assignments();
            assertThat(assignments).hasSameSizeAs(edition.rows());
            for (ScannedEdition.Row row : edition.rows()) {
                assertThat(fields(assignments.get(row.number())))
                        .isEqualTo(withOnePortWhereTheEndsAreEqual(row).fields());
            }
        }

        private static ScannedEdition.Row withOnePortWhereTheEndsAreEqual(ScannedEdition.Row row) {
            if (!row.hasPort() || row.first() != row.last()) {
                return row;
            }
            List<String> fields = new ArrayList<>(row.fields());
            fields.set(1, String.valueOf(row.first()));
            return new ScannedEdition.Row(row.number(), row.line(), fields);
        }

        private static List<String> fields(PortAssignment row) {
            return Stream.of(
                            row.serviceName(),
                            row.ports(),
                            row.transport() == null ? "" : row.transport().keyword(),
                            row.description(),
                            row.assignee(),
                            row.contact(),
                            row.registrationDate(),
                            row.modificationDate(),
                            row.reference(),
                            row.serviceCode(),
                            row.unauthorizedUse(),
                            row.assignmentNotes())
                    .map(field -> field == null ? "" : field.toString())
                    .toList();
        }
    }

    @Nested
    class LookUpsByPort {

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void agreeWithAScanOfEveryPortAndTransport(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            for (TransportProtocol transport : TransportProtocol.values()) {
                List<List<PortAssignment>> expected = edition.assignedByPort(row -> row.isOver(transport));
                assertThat(portsWithADifference(expected, port -> registry.findByPort(port, transport)))
                        .as(transport.toString())
                        .isEmpty();
            }
        }

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void agreeWithAScanOfEveryPort(ScannedEdition edition) {
            assertThat(portsWithADifference(
                            edition.assignedByPort(row -> true),
                            port -> edition.registry().findByPort(port)))
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void agreeWithAScanOfEveryStatus(ScannedEdition edition) {
            for (TransportProtocol transport : TransportProtocol.values()) {
                AssignmentStatus[] expected = edition.statusByPort(transport);
                assertThat(portsWithADifference(
                                Arrays.asList(expected),
                                port -> edition.registry().status(port, transport)))
                        .as(transport.toString())
                        .isEmpty();
                for (AssignmentStatus status : AssignmentStatus.values()) {
                    BitSet ports = new BitSet();
                    for (int port = 0; port < expected.length; port++) {
                        ports.set(port, expected[port] == status);
                    }
                    assertThat(edition.registry().ports(status, transport))
                            .as("%s %s", status, transport)
                            .isEqualTo(BruteForce.ports(ports));
                }
            }
        }

        @Test
        void returnWholeRows() {
            assertThat(BUNDLED.findByPort(1326, TCP))
                    .singleElement()
                    .returns("wimsic", PortAssignment::serviceName)
                    .returns("WIMSIC", PortAssignment::description)
                    .returns("[James_Brown]", PortAssignment::assignee)
                    .returns(false, PortAssignment::hasReference);
        }

        @Test
        void excludeReservedAndUnassignedRows() {
            PortAssignment reserved = PortAssignment.of("", PortInterval.of(0, 65535), null, "Reserved");
            PortAssignment unassigned = PortAssignment.of("", PortInterval.of(70, 90), TCP, "Unassigned");
            for (List<PortAssignment> rows :
                    List.of(List.of(HTTP, reserved, unassigned), List.of(unassigned, reserved, HTTP))) {
                PortRegistry registry = PortRegistry.of(rows);
                assertThat(registry.findByPort(80)).containsExactly(HTTP);
                assertThat(registry.status(80, TCP)).isEqualTo(ASSIGNED);
                assertThat(registry.status(79, TCP)).isEqualTo(RESERVED);
                assertThat(registry.status(80, DCCP)).isEqualTo(RESERVED);
                assertThat(registry.status(0, UDP)).isEqualTo(RESERVED);
                assertThat(registry.status(65535, UDP)).isEqualTo(RESERVED);
            }
        }

        @Test
        void rejectPortsOutOfRange() {
            assertRejectsPortsOutOfRange(BUNDLED::findByPort);
            assertRejectsPortsOutOfRange(port -> BUNDLED.findByPort(port, TCP));
            assertRejectsPortsOutOfRange(port -> BUNDLED.status(port, TCP));
            assertRejectsPortsOutOfRange(port -> BUNDLED.findCanonical(port, TCP));
        }

        private static <T> List<Integer> portsWithADifference(List<T> expected, IntFunction<T> call) {
            List<Integer> different = new ArrayList<>();
            for (int port = 0; port < ScannedEdition.PORTS; port++) {
                if (!expected.get(port).equals(call.apply(port))) {
                    different.add(port);
                }
            }
            return different;
        }
    }

    @Nested
    class LookUpsByName {

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void findEveryNameInAnyCase(ScannedEdition edition) {
            assertFindsEveryNameInAnyCase(edition);
        }

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        @DefaultLocale("tr")
        void ignoreTheDefaultLocale(ScannedEdition edition) {
            assertThat("i".toUpperCase(Locale.getDefault())).isEqualTo("İ");
            assertFindsEveryNameInAnyCase(edition);
        }

        private static void assertFindsEveryNameInAnyCase(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            List<String> names = registry.query().serviceNames();
            for (String name : names) {
                List<PortAssignment> rows = registry.findByName(name);
                assertThat(rows)
                        .isNotEmpty()
                        .extracting(PortAssignment::serviceName)
                        .containsOnly(name);
                for (String spelt :
                        List.of(name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), mixedCase(name))) {
                    assertThat(registry.findByName(spelt)).isEqualTo(rows);
                    assertThat(registry.query().serviceName(spelt).list()).isEqualTo(rows);
                }
                assertThat(registry.findByName(name, UDP))
                        .isEqualTo(rows.stream()
                                .filter(row -> row.transport() == UDP || row.transport() == null)
                                .toList());
            }
            // no row is left over, so each name has all of its own
            assertThat(names.stream()
                            .mapToInt(name -> registry.findByName(name).size())
                            .sum())
                    .isEqualTo((int) edition.count(row -> !row.serviceName().isEmpty()));
        }

        private static String mixedCase(String name) {
            StringBuilder mixed = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                String letter = name.substring(i, i + 1);
                mixed.append(i % 2 == 0 ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
            }
            return mixed.toString();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "nosuchservice", "http ", " http", "80", "80/tcp", "http/tcp", "İgmpv3lite", "ſsh"})
        void findNothingElse(String name) {
            assertThat(BUNDLED.findByName(name)).isEmpty();
            assertThat(BUNDLED.findByName(name, TCP)).isEmpty();
        }

        @Test
        void foldCaseOfNonAsciiLetters() {
            PortRegistry registry = PortRegistry.of(List.of(
                    PortAssignment.of("\u00e9lan", null, TCP, ""), PortAssignment.of("\u00f6lan", null, TCP, "")));
            assertThat(registry.findByName("\u00c9LAN"))
                    .containsExactly(registry.assignments().get(0));
            assertThat(registry.findByName("\u00d6lan"))
                    .containsExactly(registry.assignments().get(1));
            assertThat(registry.findByName("\u00e0lan")).isEmpty();
        }

        @Test
        void findRowsWithoutTransportForEveryTransport() {
            PortAssignment everywhere = PortAssignment.of("boe-cms", PortInterval.of(6400), null, "");
            PortRegistry registry = PortRegistry.of(List.of(everywhere));
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(registry.findByName("BOE-CMS", transport)).containsExactly(everywhere);
            }
        }
    }

    @Nested
    class CanonicalNames {

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void areTheOnlyRowsThatAreNotAliases(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            for (TransportProtocol transport : TransportProtocol.values()) {
                List<List<PortAssignment>> candidates =
                        edition.assignedByPort(row -> row.isOver(transport) && !statesAnAlias(row));
                for (int port = 0; port < ScannedEdition.PORTS; port++) {
                    List<PortAssignment> left = candidates.get(port);
                    assertThat(registry.findCanonical(port, transport)
                                    .map(List::of)
                                    .orElse(List.of()))
                            .isEqualTo(left.size() == 1 ? left : List.of());
                }
            }
        }

        private static boolean statesAnAlias(ScannedEdition.Row row) {
            return row.assignmentNotes().contains("This entry is an alias to \"")
                    || row.assignmentNotes().contains("This is a duplicate of the \"");
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "none",
                value = {
                    "80,   TCP,  http",
                    "63,   TCP,  whoispp",
                    "2222, UDP,  EtherNet-IP-1",
                    "443,  SCTP, https",
                    "465,  TCP,  none",
                    "465,  UDP,  igmpv3lite",
                    "666,  TCP,  none",
                    "26,   TCP,  none",
                    "6667, UDP,  none",
                    "80,   DCCP, none"
                })
        void areNotGuessed(int port, TransportProtocol transport, String canonical) {
            assertThat(BUNDLED.findCanonical(port, transport)
                            .map(PortAssignment::serviceName)
                            .orElse(null))
                    .isEqualTo(canonical);
        }
    }

    @Nested
    class Aliases {

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void areStatedInTheNotes(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            List<PortAssignment> found = new ArrayList<>();
            for (PortAssignment row : registry.assignments()) {
                for (PortAssignment alias : registry.findAliases(row)) {
                    assertThat(alias.aliasOf()).isEqualToIgnoringCase(row.serviceName());
                    assertThat(alias.ports()).isEqualTo(row.ports());
                    assertThat(alias.transport()).isEqualTo(row.transport());
                    found.add(alias);
                }
            }
            assertThat(found)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            registry.query().where(row -> row.aliasOf() != null).list());
        }

        @ParameterizedTest
        @CsvSource({
            "http,          TCP, www www-http",
            "whoispp,       UDP, whois++",
            "EtherNet-IP-1, TCP, EtherNet/IP-1",
            "www,           TCP, ''",
            "doom,          TCP, ''",
            "submissions,   TCP, ''",
            "rdp,           TCP, ''"
        })
        void areListedInFileOrder(String serviceName, TransportProtocol transport, String aliases) {
            PortAssignment row = BUNDLED.findByName(serviceName, transport).get(0);
            assertThat(String.join(" ", names(BUNDLED.findAliases(row)))).isEqualTo(aliases);
        }

        @Test
        void mayBelongToUnknownRows() {
            assertThat(names(BUNDLED.findAliases(HTTP))).containsExactly("www", "www-http");
        }
    }

    @Nested
    class NullArguments {

        @Test
        void areRejectedByName() {
            assertRejectsNull("transport", () -> BUNDLED.findByPort(443, null));
            assertRejectsNull("transport", () -> BUNDLED.findByName("http", null));
            assertRejectsNull("transport", () -> BUNDLED.status(443, null));
            assertRejectsNull("transport", () -> BUNDLED.findCanonical(443, null));
            assertRejectsNull("transport", () -> BUNDLED.ports(ASSIGNED, null));
            assertRejectsNull("status", () -> BUNDLED.ports(null, TCP));
            assertRejectsNull("serviceName", () -> BUNDLED.findByName(null));
            assertRejectsNull("serviceName", () -> BUNDLED.findByName(null, TCP));
            assertRejectsNull("assignment", () -> BUNDLED.findAliases(null));
            assertRejectsNull("csv", () -> PortRegistry.parse((Path) null));
            assertRejectsNull("csv", () -> PortRegistry.parse((InputStream) null));
            assertRejectsNull("csv", () -> PortRegistry.parse((Reader) null));
            assertRejectsNull("assignments", () -> PortRegistry.of(null));
            assertRejectsNull("assignment", () -> PortRegistry.of(Arrays.asList(HTTP, null)));
        }
    }

    @Nested
    class Parsing {

        @Test
        void acceptsPathStreamAndReader(@TempDir Path folder) throws IOException {
            String csv = "Service Name,Port Number,Transport Protocol,Description\nhttp,80,tcp,Web\n";
            PortRegistry expected = PortRegistry.of(List.of(HTTP));
            assertThat(PortRegistry.parse(new StringReader(csv))).isEqualTo(expected);
            Path file = Files.writeString(folder.resolve("registry.csv"), csv);
            assertThat(PortRegistry.parse(file)).isEqualTo(expected);
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(PortRegistry.parse(in)).isEqualTo(expected);
                assertThat(in.read()).as("left open, at its end").isEqualTo(-1);
            }
        }

        @Test
        void isStrict() {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> PortRegistry.parse(new StringReader(
                            "Service Name,Port Number,Transport Protocol\nhttp,80,tcp\ntcpmux,cp,tcp\n")))
                    .returns(3L, PortRegistryParseException::line)
                    .returns("Port Number", PortRegistryParseException::column)
                    .returns("cp", PortRegistryParseException::value);
        }

        @Test
        void failsIfTheFileIsMissing() {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> PortRegistry.parse(Path.of("no-such-file.csv")));
        }
    }

    @Nested
    class OfAssignments {

        @Test
        void mayBeEmpty() {
            PortRegistry empty = PortRegistry.of(List.of());
            assertThat(empty.assignments()).isEmpty();
            assertThat(empty.findByPort(80)).isEmpty();
            assertThat(empty.findByPort(80, TCP)).isEmpty();
            assertThat(empty.findByName("http")).isEmpty();
            assertThat(empty.findCanonical(80, TCP)).isEmpty();
            assertThat(empty.findAliases(HTTP)).isEmpty();
            assertThat(empty.query().findFirst()).isEmpty();
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(empty.status(80, transport)).isEqualTo(UNLISTED);
                assertThat(empty.ports(UNLISTED, transport)).isEqualTo(PortSet.all());
                assertThat(empty.ports(ASSIGNED, transport)).isEqualTo(PortSet.empty());
            }
        }

        @Test
        void keepsOrderAndRepeatedRows() {
            List<PortAssignment> rows = List.of(X11, HTTP, X11, FREE);
            assertThat(PortRegistry.of(rows).assignments()).isEqualTo(rows);
            assertThat(PortRegistry.of(rows).findByPort(6010, TCP)).containsExactly(X11, X11);
            assertThat(PortRegistry.of(rows).findByName("x11")).containsExactly(X11, X11);
        }

        @Test
        void copiesItsSource() {
            List<PortAssignment> rows = new ArrayList<>(List.of(HTTP));
            PortRegistry registry = PortRegistry.of(rows);
            rows.set(0, X11);
            assertThat(registry.assignments()).containsExactly(HTTP);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 1023, 1024, 49151, 49152, 65534, 65535})
        void findsBothEndsOfIntervals(int end) {
            PortAssignment upTo = PortAssignment.of("up-to", PortInterval.of(0, end), TCP, "");
            PortAssignment from = PortAssignment.of("from", PortInterval.of(end, 65535), UDP, "");
            PortRegistry registry = PortRegistry.of(List.of(upTo, from));
            for (int port = 0; port < ScannedEdition.PORTS; port += port == end - 2 ? 1 : 13) {
                assertThat(registry.findByPort(port, TCP)).isEqualTo(port <= end ? List.of(upTo) : List.of());
                assertThat(registry.findByPort(port, UDP)).isEqualTo(port >= end ? List.of(from) : List.of());
            }
            assertThat(registry.findByPort(end)).containsExactly(upTo, from);
            assertThat(registry.ports(ASSIGNED, TCP)).isEqualTo(PortSet.of(PortInterval.of(0, end)));
            assertThat(registry.ports(ASSIGNED, UDP)).isEqualTo(PortSet.of(PortInterval.of(end, 65535)));
        }
    }

    @Nested
    class ReturnedLists {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void areUnmodifiable(boolean isParsed) {
            PortRegistry registry = isParsed
                    ? Editions.registry(Editions.bundled())
                    : PortRegistry.of(
                            BUNDLED.query().within(PortInterval.of(0, 100)).list());
            PortAssignment http = registry.findCanonical(80, TCP).orElseThrow();
            for (Collection<PortAssignment> rows : List.of(
                    registry.assignments(),
                    registry.findByPort(80),
                    registry.findByPort(80, TCP),
                    registry.findByPort(26),
                    registry.findByName("http"),
                    registry.findByName("http", TCP),
                    registry.findByName("nosuchservice"),
                    registry.findAliases(http),
                    registry.findAliases(X11),
                    registry.query().port(80).list(),
                    registry.query().serviceName("http").list(),
                    registry.query().list())) {
                assertCannotBeChanged(rows, HTTP);
            }
            assertCannotBeChanged(registry.query().port(80).serviceNames(), "http");
            assertCannotBeChanged(registry.query().port(80).ports().ports(TCP).intervals(), PortInterval.of(80));
            assertCannotBeChanged(http.references(), "RFC9110");
        }

        private static <T> void assertCannotBeChanged(Collection<T> values, T value) {
            List<ThrowingCallable> changes =
                    new ArrayList<>(List.of(() -> values.add(value), () -> values.addAll(List.of(value))));
            if (!values.isEmpty()) {
                changes.addAll(List.of(values::clear, () -> values.removeIf(any -> true), () -> {
                    var iterator = values.iterator();
                    iterator.next();
                    iterator.remove();
                }));
            }
            assertThat(changes)
                    .allSatisfy(change -> assertThatExceptionOfType(UnsupportedOperationException.class)
                            .isThrownBy(change));
        }
    }

    @Nested
    class Equality {

        @Test
        void dependsOnAssignmentsAndTheirOrder() {
            PortRegistry registry = PortRegistry.of(List.of(HTTP, X11));
            assertThat(registry)
                    .isEqualTo(registry)
                    .isEqualTo(PortRegistry.of(List.of(HTTP, X11)))
                    .hasSameHashCodeAs(PortRegistry.of(List.of(HTTP, X11)))
                    .doesNotHaveSameHashCodeAs(PortRegistry.of(List.of(X11, HTTP)))
                    .isNotEqualTo(PortRegistry.of(List.of(X11, HTTP)))
                    .isNotEqualTo(PortRegistry.of(List.of(HTTP)))
                    .isNotEqualTo(PortRegistry.of(List.of(HTTP, X11, X11)))
                    .isNotEqualTo(null)
                    .isNotEqualTo(registry.assignments());
        }

        @ParameterizedTest
        @MethodSource(EVERY_EDITION)
        void holdsIfAnEditionIsReadTwice(ScannedEdition edition) throws IOException {
            PortRegistry again = PortRegistry.parse(new StringReader(edition.text()));
            assertThat(again).isEqualTo(edition.registry()).hasSameHashCodeAs(edition.registry());
            assertThat(again.equals(BUNDLED)).isEqualTo(again.assignments().equals(BUNDLED.assignments()));
        }

        @Test
        void printsBriefly() {
            assertThat(BUNDLED)
                    .hasToString("PortRegistry of " + BUNDLED.assignments().size() + " assignments");
        }
    }

    @Nested
    class Threads {

        private static final int COUNT = 8;

        /** In a class loader of its own, where nobody has asked for it yet. */
        @Test
        void shareOneBundledRegistry() throws Exception {
            URL[] classes = {
                PortRegistry.class.getProtectionDomain().getCodeSource().getLocation()
            };
            try (URLClassLoader fresh = new URLClassLoader(classes, null)) {
                Class<?> type = fresh.loadClass(PortRegistry.class.getName());
                assertThat(type).isNotSameAs(PortRegistry.class);
                List<Object> loaded = atOnce(() -> type.getMethod("bundled").invoke(null));
                assertThat(loaded).hasSize(COUNT).allMatch(registry -> registry == loaded.get(0));
            }
            assertThat(PortRegistry.bundled()).isSameAs(BUNDLED);
        }

        @ParameterizedTest
        @EnumSource(TransportProtocol.class)
        void getEqualFirstAnswers(TransportProtocol transport) throws Exception {
            PortRegistry fresh = PortRegistry.of(BUNDLED.assignments());
            List<String> names = BUNDLED.query().serviceNames();
            BiFunction<PortRegistry, String, List<PortAssignment>> byName =
                    (registry, name) -> registry.findByName(name, transport);
            List<Object> answers = new ArrayList<>();
            names.forEach(name -> answers.add(byName.apply(BUNDLED, name)));
            for (int port = 0; port < 10_000; port++) {
                answers.add(BUNDLED.findByPort(port, transport));
            }
            List<Object> all = atOnce(() -> {
                List<Object> own = new ArrayList<>();
                names.forEach(name -> own.add(byName.apply(fresh, name)));
                for (int port = 0; port < 10_000; port++) {
                    own.add(fresh.findByPort(port, transport));
                }
                return own;
            });
            assertThat(all).hasSize(COUNT).allMatch(answers::equals);
        }

        private static List<Object> atOnce(Callable<Object> call) throws Exception {
            CyclicBarrier start = new CyclicBarrier(COUNT);
            ExecutorService threads = Executors.newFixedThreadPool(COUNT);
            try {
                List<Object> results = new ArrayList<>();
                for (Future<Object> result : threads.invokeAll(Collections.nCopies(COUNT, () -> {
                    start.await();
                    return call.call();
                }))) {
                    results.add(result.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Nested
    class FindByPorts {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.ScannedEdition#all")
        void agreesWithAScan(ScannedEdition edition) {
            PortRegistry registry = edition.registry();
            List<PortAssignment> assigned =
                    registry.query().status(ASSIGNED).withPort().list();
            Random random = new Random(31);
            for (int round = 0; round < 60; round++) {
                BitSet bits = new BitSet();
                for (int parts = random.nextInt(4); parts >= 0; parts--) {
                    int first = random.nextInt(65536);
                    bits.set(first, Math.min(65536, first + 1 + random.nextInt(1 << random.nextInt(15))));
                }
                PortSet ports = BruteForce.ports(bits);
                for (TransportProtocol transport : TransportProtocol.values()) {
                    List<PortAssignment> expected = assigned.stream()
                            .filter(row -> row.appliesTo(transport))
                            .filter(row -> bits.nextSetBit(row.ports().first()) >= 0
                                    && bits.nextSetBit(row.ports().first())
                                            <= row.ports().last())
                            .toList();
                    assertThat(registry.findByPorts(ports, transport)).isEqualTo(expected);
                    assertThat(registry.query()
                                    .intersecting(ports)
                                    .transport(transport)
                                    .status(ASSIGNED)
                                    .list())
                            .isEqualTo(expected);
                }
            }
        }

        @Test
        void findsServicesOfSeveralPortsInFileOrder() {
            PortRegistry unsorted = PortRegistry.of(List.of(
                    PortAssignment.of("last", PortInterval.of(30), TCP, ""),
                    PortAssignment.of("middle", PortInterval.of(20, 29), TCP, ""),
                    PortAssignment.of("first", PortInterval.of(10), TCP, "")));
            assertThat(unsorted.findByPorts(PortSet.parse("10,25-30"), TCP)).isEqualTo(unsorted.assignments());
            assertThat(unsorted.names().affectedServices(PortSet.parse("10,25-30"), TCP))
                    .containsExactly("last", "middle", "first");
            assertThat(unsorted.names().coveredServices(PortSet.parse("10,25-30"), TCP))
                    .containsExactly("last", "first");
        }

        @Test
        void findsServicesInPart() {
            assertThat(BUNDLED.findByPorts(PortSet.of(8080), TCP))
                    .extracting(PortAssignment::serviceName)
                    .containsExactly("http-alt");
            assertThat(BUNDLED.names().coveredServices(PortSet.of(8080), TCP)).isEmpty();
            assertThat(BUNDLED.findByPorts(PortSet.empty(), TCP)).isEmpty();
            assertThat(BUNDLED.findByPorts(PortSet.all(), TCP)).hasSize((int)
                    BUNDLED.query().transport(TCP).withPort().status(ASSIGNED).count());
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> BUNDLED.findByPorts(null, TCP));
            assertRejectsNull("transport", () -> BUNDLED.findByPorts(PortSet.of(80), null));
        }
    }
}
