package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.OverlayPolicy.MAY_SHARE_PORTS;
import static io.github.portregistry.OverlayPolicy.MUST_NOT_OVERLAP;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Your own services beside IANA's: {@code withOverlay}, {@code overlay} and {@code isSiteLocal}. */
class OverlayTest {

    private static final PortRegistry OFFICIAL_ONLY = PortRegistry.bundled();

    /** Port 50000 is dynamic, so nobody's. */
    private static final PortAssignment BILLING = service("billing-local", "50000", TCP);

    @Nested
    class Rejects {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        1.2              | its name has no letter
                        _-_              | its name has no letter
                        a b              | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                        a/tcp            | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                        a,b              | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                        größe            | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                        ''               | its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots
                        tcp              | its name is that of a transport protocol
                        UDP              | its name is that of a transport protocol
                        sctp             | its name is that of a transport protocol
                        dccp             | its name is that of a transport protocol
                        """)
        void namesThatCannotBeSpecified(String name, String reason) {
            PortAssignment assignment = service(name, "50000", TCP);
            assertRefused(OFFICIAL_ONLY, assignment, MUST_NOT_OVERLAP, reason);
            assertRefused(OFFICIAL_ONLY, assignment, MAY_SHADOW, reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ssh", "SSH", "www", "https", "rdp", "x11"})
        void namesOfTheRegistry(String name) {
            PortAssignment assignment = service(name, "50000", TCP);
            assertRefused(
                    OFFICIAL_ONLY,
                    assignment,
                    MUST_NOT_OVERLAP,
                    "the registry has " + OFFICIAL_ONLY.findByName(name).get(0));
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(assignment), MAY_SHADOW)
                            .findByPort(50000))
                    .containsExactly(assignment);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        22          | tcp  | the registry has 22/tcp ssh
                        80          | sctp | the registry has 80/sctp http
                        514         | udp  | the registry has 514/udp syslog
                        514         |      | the registry has 514/tcp shell
                        465         | tcp  | the registry has 465/tcp urd, submissions
                        24          | tcp  | the registry has 24/tcp (unnamed: any private mail system)
                        6063        | udp  | the registry has 6063/udp x11
                        6010-6020   | tcp  | the registry has 6010/tcp x11
                        27000       | dccp | the registry has 27000/dccp flex-lm
                        49000-65535 | tcp  | the registry has 49000/tcp matahari
                        """)
        void portsOfOfficialServices(String ports, @Nullable String transport, String reason) {
            PortAssignment assignment =
                    service("our-own", ports, transport == null ? null : TransportProtocol.parse(transport));
            assertRefused(OFFICIAL_ONLY, assignment, MUST_NOT_OVERLAP, reason);
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(assignment), MAY_SHADOW)
                            .findByName("our-own"))
                    .containsExactly(assignment);
        }

        @ParameterizedTest
        @EnumSource(OverlayPolicy.class)
        void assignmentsOfTheRegistry(OverlayPolicy policy) {
            PortAssignment ssh = OFFICIAL_ONLY.findByName("ssh", TCP).get(0);
            assertRefused(OFFICIAL_ONLY, ssh, policy, "an identical assignment already exists");
        }

        @Test
        void repeatedAssignments() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(List.of(BILLING, BILLING)))
                    .withMessage(
                            "the overlay is refused; assignment 2, billing-local 50000/tcp: an identical assignment already exists");
        }

        @Test
        void theWholeOverlayForOneFault() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(List.of(BILLING, service("ssh", "50001", TCP))))
                    .withMessage("the overlay is refused; assignment 2, ssh 50001/tcp: the registry has ssh 22/tcp");
        }

        @Test
        void portsAtTheirEnds() {
            PortRegistry registry = PortRegistry.of(List.of(service("zero", "0", TCP), service("nine", "9", TCP)));
            assertRefused(registry, service("own", "0-5", TCP), MUST_NOT_OVERLAP, "the registry has 0/tcp zero");
            assertRefused(registry, service("own", "5-9", TCP), MUST_NOT_OVERLAP, "the registry has 9/tcp nine");
            assertThat(registry.withOverlay(List.of(service("own", "1-8", TCP))).overlay())
                    .hasSize(1);
        }

        @Test
        void reservedPorts() {
            PortAssignment own = service("own-reserved", "6667", UDP);
            assertRefused(OFFICIAL_ONLY, own, MUST_NOT_OVERLAP, "the registry has 6667/udp (reserved)");
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(own), MAY_SHARE_PORTS)
                            .names()
                            .label(6667, UDP))
                    .isEqualTo("6667/udp own-reserved");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        50000       | 50000
                        50000-50009 | 50005
                        50005       | 50000-50009
                        50000-50005 | 50005-50009
                        """)
        void portsOfTwoServices(String first, String second) {
            List<PortAssignment> overlay = List.of(
                    service("own-a", first, TCP), service("own-x", "49999", UDP), service("own-b", second, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay))
                    .withMessage("the overlay is refused; assignment 3, own-b " + second + ": the overlay has own-a "
                            + first + "/tcp as well");
            assertThat(OFFICIAL_ONLY.withOverlay(overlay, MAY_SHARE_PORTS).overlay())
                    .isEqualTo(overlay);
        }

        /** Held against all pairs, on random overlays. An alias and its target are one service. */
        @Test
        void overlaysThatShareAPortAndNoOthers() {
            Random random = new Random(5);
            int refused = 0;
            for (int round = 0; round < 600; round++) {
                List<PortAssignment> overlay = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    int first = 50000 + random.nextInt(60);
                    PortAssignment own = service("own-" + i, first + "-" + (first + random.nextInt(12)), TCP);
                    overlay.add(i > 0 && random.nextInt(3) > 0 ? alias(own, "own-0") : own);
                }
                boolean isShared = overlay.stream()
                        .anyMatch(a -> overlay.stream()
                                .anyMatch(b -> a != b
                                        && a.ports().intersects(b.ports())
                                        && !Objects.requireNonNullElse(a.aliasOf(), a.serviceName())
                                                .equals(Objects.requireNonNullElse(b.aliasOf(), b.serviceName()))));
                refused += isShared ? 1 : 0;
                if (isShared) {
                    assertThatIllegalArgumentException().isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay));
                } else {
                    assertThat(OFFICIAL_ONLY.withOverlay(overlay).overlay()).isEqualTo(overlay);
                }
            }
            assertThat(refused).isBetween(100, 500);
        }

        @Test
        void everyServiceThatSharesAPort() {
            List<PortAssignment> overlay = List.of(
                    service("own-0", "50000-50100", TCP),
                    service("own-1", "50010-50011", TCP),
                    service("own-2", "50020-50030", TCP),
                    alias(service("own-3", "50025", TCP), "own-0"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay))
                    .withMessage("the overlay is refused;"
                            + " assignment 2, own-1 50010-50011/tcp: the overlay has own-0 50000-50100/tcp as well;"
                            + " assignment 3, own-2 50020-50030/tcp: the overlay has own-0 50000-50100/tcp as well;"
                            + " assignment 4, own-3 50025/tcp: the overlay has own-2 50020-50030/tcp as well");
        }

        @ParameterizedTest
        @EnumSource(
                value = OverlayPolicy.class,
                names = {"MUST_NOT_OVERLAP", "MAY_SHARE_PORTS"})
        void namesOnSeveralPorts(OverlayPolicy policy) {
            List<PortAssignment> overlay = List.of(
                    service("own-many", "50000", TCP),
                    service("own-many", "50000", UDP),
                    service("Own-Many", "50010-50019", TCP));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay, policy))
                    .withMessage("the overlay is refused; assignment 3, Own-Many 50010-50019/tcp:"
                            + " the overlay has that name on 50000/tcp as well");
            assertThat(OFFICIAL_ONLY.withOverlay(overlay, MAY_SHADOW).resolve("own-many", TCP))
                    .hasToString("50000,50010-50019");
        }

        @Test
        void takenNamesEvenIfPortsMayBeShared() {
            assertRefused(OFFICIAL_ONLY, service("ssh", "22", DCCP), MAY_SHARE_PORTS, "the registry has ssh 22/tcp");
        }

        @Test
        void allFaultsAtOnce() {
            List<PortAssignment> overlay = List.of(
                    service("ssh", "50001", TCP), BILLING, service("own-web", "80", TCP), service("udp", "50002", TCP));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay))
                    .withMessage("the overlay is refused; assignment 1, ssh 50001/tcp: the registry has ssh 22/tcp;"
                            + " assignment 3, own-web 80/tcp: the registry has 80/tcp http;"
                            + " assignment 4, udp 50002/tcp: its name is that of a transport protocol");
        }

        @Test
        void manyFaultsBriefly() {
            List<PortAssignment> overlay = IntStream.range(0, 100)
                    .mapToObj(i -> service("ssh", Integer.toString(50000 + i), TCP))
                    .toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(overlay))
                    .withMessageEndingWith("; assignment 20, ssh 50019/tcp: the registry has ssh 22/tcp; and 80 more");
        }

        @Test
        void nullArguments() {
            assertRejectsNull("assignments", () -> OFFICIAL_ONLY.withOverlay((List<PortAssignment>) null));
            assertRejectsNull("assignment", () -> OFFICIAL_ONLY.withOverlay(Collections.singletonList(null)));
            assertRejectsNull("policy", () -> OFFICIAL_ONLY.withOverlay(List.of(), null));
            assertRejectsNull("assignment", () -> OFFICIAL_ONLY.isSiteLocal(null));
        }

        private static void assertRefused(
                PortRegistry registry, PortAssignment assignment, OverlayPolicy policy, String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> registry.withOverlay(List.of(assignment), policy))
                    .withMessage("the overlay is refused; assignment 1, " + assignment + ": " + reason);
        }
    }

    @Nested
    class IsSeen {

        private final PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(BILLING));

        @Test
        void byLookups() {
            assertThat(registry.findByName("BILLING-LOCAL")).containsExactly(BILLING);
            assertThat(registry.findByName("billing-local", UDP)).isEmpty();
            assertThat(registry.findByPort(50000)).containsExactly(BILLING);
            assertThat(registry.findByPort(50000, TCP)).containsExactly(BILLING);
            assertThat(registry.findByPort(50000, UDP)).isEmpty();
            assertThat(registry.findCanonical(50000, TCP)).contains(BILLING);
        }

        @Test
        void byStatusAndFreePorts() {
            assertThat(registry.status(50000, TCP)).isEqualTo(ASSIGNED);
            assertThat(registry.status(50000, UDP)).isEqualTo(UNLISTED);
            assertThat(registry.ports(ASSIGNED, TCP))
                    .isEqualTo(OFFICIAL_ONLY.ports(ASSIGNED, TCP).union(PortSet.of(50000)));
            assertThat(registry.ports(ASSIGNED, UDP)).isEqualTo(OFFICIAL_ONLY.ports(ASSIGNED, UDP));
        }

        @Test
        void byQueries() {
            assertThat(registry.query().serviceName("billing-local").list()).containsExactly(BILLING);
            assertThat(registry.query().port(50000).list()).containsExactly(BILLING);
        }

        @Test
        void bySpecificationsLabelsAndServices() {
            assertThat(registry.resolve("https, billing-local", TCP)).hasToString("443,50000");
            assertThat(registry.resolve("domain/udp billing-local")).hasToString("tcp 50000; udp 53");
            assertThat(registry.resolvePort("billing-local", TCP)).isEqualTo(50000);
            assertThat(registry.names().label(50000, TCP)).isEqualTo("50000/tcp billing-local");
            assertThat(registry.names().label(50000, UDP)).isEqualTo("50000/udp (dynamic)");
            assertThat(registry.names().exactServices(PortSet.of(50000), TCP)).containsExactly("billing-local");
        }

        @Test
        void afterTheOfficialRows() {
            List<PortAssignment> all = Stream.concat(OFFICIAL_ONLY.assignments().stream(), Stream.of(BILLING))
                    .toList();
            assertThat(registry.assignments()).isEqualTo(all);
            assertThat(registry).isNotEqualTo(PortRegistry.of(all));
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> registry.assignments().add(BILLING));
        }

        @Test
        void notByTheRegistryBelow() {
            assertThat(OFFICIAL_ONLY.findByName("billing-local")).isEmpty();
            assertThat(OFFICIAL_ONLY.findByPort(50000)).isEmpty();
            assertThat(OFFICIAL_ONLY.status(50000, TCP)).isEqualTo(UNLISTED);
            assertThat(OFFICIAL_ONLY.isSiteLocal(BILLING)).isFalse();
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> OFFICIAL_ONLY.resolve("billing-local", TCP));
        }

        @Test
        void byItsOrigin() {
            assertThat(registry.isSiteLocal(BILLING)).isTrue();
            assertThat(OFFICIAL_ONLY.assignments()).isNotEmpty().allMatch(row -> !registry.isSiteLocal(row));
        }

        @Test
        void unaffectedByLaterChanges() {
            List<PortAssignment> given = new ArrayList<>(List.of(BILLING));
            PortRegistry copied = OFFICIAL_ONLY.withOverlay(given);
            given.clear();
            assertThat(copied.findByName("billing-local")).containsExactly(BILLING);
        }

        @Test
        void inPlaceOfAnEverydayName() {
            PortRegistry withDns =
                    OFFICIAL_ONLY.withOverlay(List.of(service("dns", "50053", UDP), service("rdpx", "50054", TCP)));
            assertThat(withDns.resolve("dns rdpx")).hasToString("tcp 50054; udp 50053");
        }
    }

    @Nested
    class MayHave {

        @Test
        void noServices() {
            assertThat(OFFICIAL_ONLY.withOverlay(List.of())).isEqualTo(OFFICIAL_ONLY);
        }

        @Test
        void unassignedAndUnlistedPorts() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(
                    List.of(service("own-unassigned", "26", TCP), service("own-unlisted", "80-82", DCCP)));
            assertThat(registry.status(26, TCP)).isEqualTo(ASSIGNED);
            assertThat(registry.status(26, UDP)).isEqualTo(UNASSIGNED);
            assertThat(registry.ports(UNASSIGNED, TCP).contains(26)).isFalse();
            assertThat(registry.names().label(80, DCCP)).isEqualTo("80/dccp own-unlisted");
        }

        @Test
        void servicesWithoutATransport() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(service("own-any", "50000-50009", null)));
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(registry.resolve("own-any", transport)).hasToString("50000-50009");
                assertThat(registry.status(50009, transport)).isEqualTo(ASSIGNED);
            }
            assertThat(registry.resolve("own-any/sctp")).isEqualTo(registry.resolve("50000-50009/sctp"));
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("own-any"))
                    .withMessageStartingWith("own-any is registered for tcp, udp, sctp and dccp; write own-any/tcp");
        }

        @Test
        void servicesWithoutAPort() {
            PortRegistry registry =
                    OFFICIAL_ONLY.withOverlay(List.of(PortAssignment.of("own-portless", null, TCP, "")));
            assertThat(registry.findByName("own-portless")).hasSize(1);
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("own-portless"))
                    .withMessageStartingWith("service own-portless has no port");
        }

        @Test
        void onePortOverSeveralTransports() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(
                    List.of(service("own-many", "50000", TCP), service("own-many", "50000", UDP)));
            assertThat(registry.resolve("own-many/tcp own-many/udp")).hasToString("tcp 50000; udp 50000");
        }

        @Test
        void oneServicePerTransportOnAPort() {
            List<PortAssignment> overlay = List.of(
                    service("own-a", "50000", TCP), service("own-b", "50000", UDP), service("own-c", "50001", null));
            assertThat(OFFICIAL_ONLY.withOverlay(overlay).overlay()).isEqualTo(overlay);
        }

        @Test
        void aliasesOnThePortOfTheirTarget() {
            PortAssignment alias = alias(service("own-web2", "50080", TCP), "own-web");
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(service("own-web", "50080", TCP), alias));
            assertThat(registry.names().serviceNames(50080, TCP)).containsExactly("own-web");
        }

        @Test
        void longestAndShortestNames() {
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(
                                    service("x".repeat(63), "50000", TCP),
                                    service("q", "50001", TCP),
                                    service("_our.web-2", "50002", TCP)))
                            .resolve("X".repeat(63) + " q _our.web-2", TCP))
                    .hasToString("50000-50002");
        }
    }

    @Nested
    class OfAFile {

        @TempDir
        private Path folder;

        @Test
        void needsTheFirstColumnsOnly() throws IOException {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(file("""
                    Service Name,Port Number,Transport Protocol,Description
                    own-billing,50000,tcp,Billing
                    own-metrics,50100-50109,udp,"Metrics,
                    of all machines"
                    """));
            assertThat(registry.resolve("own-billing own-metrics")).hasToString("tcp 50000; udp 50100-50109");
            assertThat(registry.overlay()).hasSize(2).allMatch(registry::isSiteLocal);
        }

        @Test
        void mayHaveNoRows() throws IOException {
            Path file = file("Service Name,Port Number,Transport Protocol,Description\n");
            assertThat(OFFICIAL_ONLY.withOverlay(file)).isEqualTo(OFFICIAL_ONLY);
            assertThat(OFFICIAL_ONLY.withOverlay(file, MAY_SHADOW).overlay()).isEmpty();
        }

        @Test
        void roundTrips() throws IOException {
            List<PortAssignment> own = List.of(
                    BILLING.withAssignee("[Jo]").withReference("[https://wiki.example/billing]"),
                    service("own-metrics", "50001", UDP));
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(own);
            Path file = folder.resolve("site.csv");
            try (Writer out = Files.newBufferedWriter(file)) {
                IanaCsvWriter.write(registry.overlay(), out);
            }
            assertThat(OFFICIAL_ONLY.withOverlay(file).overlay()).isEqualTo(own);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        own-a,50000,quic,     | site.csv, line 2, unknown transport "quic"
                        own-a,cp,tcp,         | site.csv, line 2, "cp" is not a port number
                        own-a,50000,tcp       | site.csv, line 2, the number of fields is 3, but the header has 4
                        """)
        void isRejectedWithFileNameAndLine(String row, String message) throws IOException {
            Path file = file("Service Name,Port Number,Transport Protocol,Description\n" + row + "\n");
            assertThatExceptionOfType(OverlayException.class)
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(file))
                    .withMessageStartingWith("the overlay is refused; " + message)
                    .satisfies(refused ->
                            assertThat(refused.problems()).singleElement().returns(2L, ParseProblem::line));
        }

        @Test
        void isRejectedWithAllFaultsAtOnce() throws IOException {
            Path file = file("""
                    Service Name,Port Number,Transport Protocol,Description,Registration Date
                    own-a,cp,tcp,,
                    own-b,50000,quic,,
                    ssh,50001,tcp,,
                    own-c,443,tcp,,
                    own-d,50002,tcp,,31/07/2012
                    own-e,50003-50005,tcp,,
                    own-f,50005,,,
                    https,443,udp,,
                    """);
            OverlayException refused =
                    catchThrowableOfType(OverlayException.class, () -> OFFICIAL_ONLY.withOverlay(file));
            assertThat(refused.problems())
                    .allMatch(problem -> problem.severity() == ParseProblem.Severity.ERROR)
                    .map(problem -> problem.line() + " " + problem.column() + " " + problem.value())
                    .containsExactly(
                            "2 Port Number cp",
                            "3 Transport Protocol quic",
                            "4 Service Name ssh",
                            "5 Port Number 443",
                            "6 Registration Date 31/07/2012",
                            "8 Port Number 50005",
                            "9 Service Name https",
                            "9 Port Number 443");
            assertThat(refused)
                    .hasMessageStartingWith("the overlay is refused; site.csv, line 2, \"cp\" is not a port number")
                    .hasMessageContaining("; site.csv, line 5, own-c 443/tcp: the registry has 443/tcp https;")
                    .hasMessageContaining(
                            "; site.csv, line 8, own-f 50005: the overlay has own-e 50003-50005/tcp as well;");
        }

        @Test
        void isRejectedWithLineOfEachFault() throws IOException {
            Path file = file("""
                    Service Name,Port Number,Transport Protocol,Description
                    ssh,50000,tcp,"two
                    lines"
                    own-web,80,tcp,
                    """);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(file))
                    .withMessage("the overlay is refused;"
                            + " site.csv, line 2, ssh 50000/tcp: the registry has ssh 22/tcp;"
                            + " site.csv, line 4, own-web 80/tcp: the registry has 80/tcp http");
            assertThat(OFFICIAL_ONLY.withOverlay(file, MAY_SHADOW).overlay()).hasSize(2);
        }

        @Test
        void isRejectedIfItIsNotARegistry() throws IOException {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(file("")))
                    .withMessage("site.csv, not a registry: the file is empty");
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(folder.resolve("absent.csv")));
            assertRejectsNull("csv", () -> OFFICIAL_ONLY.withOverlay((Path) null));
            assertRejectsNull("policy", () -> OFFICIAL_ONLY.withOverlay(file(""), null));
        }

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("site.csv"), text);
        }
    }

    @Nested
    class ThatMayShadow {

        private final PortAssignment ssh = service("ssh", "50022", TCP);
        private final PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(ssh), MAY_SHADOW);

        @Test
        void redefinesItsNameInSpecifications() {
            assertThat(registry.resolve("SSH", TCP)).hasToString("50022");
            assertThat(registry.resolve("ssh, domain/udp")).hasToString("tcp 50022; udp 53");
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("ssh/udp"))
                    .withMessageStartingWith("ssh is registered for tcp 50022 only, not for udp");
            assertThat(OFFICIAL_ONLY.resolve("ssh", TCP)).hasToString("22");
        }

        @Test
        void keepsOfficialRows() {
            List<PortAssignment> official = OFFICIAL_ONLY.findByName("ssh");
            assertThat(registry.findByName("ssh"))
                    .containsExactlyElementsOf(
                            Stream.concat(official.stream(), Stream.of(ssh)).toList());
            assertThat(official).isNotEmpty().allMatch(row -> !registry.isSiteLocal(row));
            assertThat(registry.isSiteLocal(ssh)).isTrue();
        }

        @Test
        void keepsOtherNamesOfItsPort() {
            PortRegistry shared = OFFICIAL_ONLY.withOverlay(List.of(service("own-web", "80", TCP)), MAY_SHADOW);
            assertThat(shared.resolve("http own-web", TCP)).hasToString("80");
            assertThat(shared.names().label(80, TCP)).isEqualTo("80/tcp own-web");
            assertThat(shared.names().serviceNames(80, TCP)).containsExactly("own-web");
            assertThat(shared.findByPort(80, TCP)).hasSize(4);
            assertThat(shared.names().label(80, UDP)).isEqualTo("80/udp http");
        }

        @Test
        void isCanonicalOnASharedPort() {
            PortAssignment own = service("ssh", "22", TCP);
            PortRegistry shared = OFFICIAL_ONLY.withOverlay(List.of(own), MAY_SHADOW);
            assertThat(shared.findByPort(22, TCP)).hasSize(2);
            assertThat(shared.findCanonical(22, TCP)).contains(own);
            assertThat(shared.names().label(22, TCP)).isEqualTo("22/tcp ssh");
        }

        @Test
        void leavesOfficialPortUnnamed() {
            assertThat(registry.findCanonical(22, TCP)).isEmpty();
            assertThat(registry.names().label(22, TCP)).isEqualTo("22/tcp (shadowed: ssh)");
            assertThat(registry.names().label(50022, TCP)).isEqualTo("50022/tcp ssh");
            assertThat(registry.names().exactServices(PortSet.of(22), TCP)).isEmpty();
            assertThat(registry.names().exactServices(PortSet.of(50022), TCP)).containsExactly("ssh");
        }

        @Test
        void ignoresCase() {
            PortRegistry twice = OFFICIAL_ONLY.withOverlay(
                    List.of(service("Own-Web", "50080", TCP), service("own-web", "50443", TCP)), MAY_SHADOW);
            assertThat(twice.resolve("OWN-WEB", TCP)).hasToString("50080,50443");
            assertThat(twice.names().exactServices(PortSet.of(50080), TCP)).isEmpty();
            assertThat(twice.names().coveredServices(PortSet.parse("50000-50999"), TCP))
                    .containsExactly("Own-Web");
        }
    }

    @Nested
    class OverAnOverlay {

        private final PortRegistry first = OFFICIAL_ONLY.withOverlay(List.of(BILLING));
        private final PortAssignment metrics = service("own-metrics", "50001", UDP);

        @Test
        void keepsBoth() {
            PortRegistry second = first.withOverlay(List.of(metrics));
            assertThat(second.resolve("billing-local own-metrics")).hasToString("tcp 50000; udp 50001");
            assertThat(second.isSiteLocal(BILLING)).isTrue();
            assertThat(second.isSiteLocal(metrics)).isTrue();
            assertThat(first.findByName("own-metrics")).isEmpty();
            assertThat(second).isEqualTo(OFFICIAL_ONLY.withOverlay(List.of(BILLING, metrics)));
        }

        @Test
        void mayNotShadowWithoutPermission() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(service("billing-local", "50001", TCP))))
                    .withMessage(
                            "the overlay is refused; assignment 1, billing-local 50001/tcp: the registry has billing-local 50000/tcp");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(service("own-metrics", "49999-50001", null))))
                    .withMessage(
                            "the overlay is refused; assignment 1, own-metrics 49999-50001: the registry has 50000/tcp billing-local");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(BILLING), MAY_SHADOW))
                    .withMessage(
                            "the overlay is refused; assignment 1, billing-local 50000/tcp: an identical assignment already exists");
        }

        @Test
        void mayShadowWithPermission() {
            PortRegistry second = first.withOverlay(List.of(service("Billing-Local", "50001", TCP)), MAY_SHADOW);
            assertThat(second.resolve("billing-local", TCP)).hasToString("50001");
            assertThat(second.names().coveredServices(PortSet.parse("50000"), TCP))
                    .isEmpty();
            PortRegistry third = second.withOverlay(List.of(service("billing-local", "50002", UDP)), MAY_SHADOW);
            assertThat(third.resolve("billing-local")).hasToString("udp 50002");
            assertThat(third.findByName("billing-local")).hasSize(3);
        }
    }

    private static PortAssignment service(String name, String ports, @Nullable TransportProtocol transport) {
        return PortAssignment.of(name, PortInterval.parse(ports), transport, "a service of our own");
    }

    private static PortAssignment alias(PortAssignment row, String target) {
        String notes = "This entry is an alias to \"" + target + "\".";
        return new PortAssignment(
                row.serviceName(), row.ports(), row.transport(), "", "", "", null, null, "", null, "", notes);
    }
}
