package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.OverlayPolicy.MUST_NOT_SHADOW;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of one's own beside IANA's: {@code withOverlay} and {@code origin}. */
class OverlayTest {

    private static final PortRegistry OFFICIAL_ONLY = PortRegistry.bundled();

    /** Port 50000 is dynamic, so nobody's. */
    private static final PortAssignment BILLING = service("billing-local", "50000", TCP);

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        53               | its name breaks RFC 6335, section 5.1: it has no letter
                        80-90            | its name breaks RFC 6335, section 5.1: it has no letter
                        1-2-3            | its name breaks RFC 6335, section 5.1: it has no letter
                        _x               | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        a b              | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        a/tcp            | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        a,b              | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        größe            | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        abcdefghijklmnop | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        ''               | its name breaks RFC 6335, section 5.1: it is not 1 to 15 letters, digits and hyphens
                        -x               | its name breaks RFC 6335, section 5.1: a hyphen is its first or last character, or next to another
                        x-               | its name breaks RFC 6335, section 5.1: a hyphen is its first or last character, or next to another
                        a--b             | its name breaks RFC 6335, section 5.1: a hyphen is its first or last character, or next to another
                        tcp              | its name is a transport's
                        UDP              | its name is a transport's
                        sctp             | its name is a transport's
                        dccp             | its name is a transport's
                        """)
        void aNameThatASpecificationCouldNotHold(String name, String reason) {
            PortAssignment assignment = service(name, "50000", TCP);
            assertRefused(OFFICIAL_ONLY, assignment, MUST_NOT_SHADOW, reason);
            assertRefused(OFFICIAL_ONLY, assignment, MAY_SHADOW, reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ssh", "SSH", "www", "https", "rdp", "x11"})
        void aNameThatTheRegistryHas(String name) {
            PortAssignment assignment = service(name, "50000", TCP);
            assertRefused(OFFICIAL_ONLY, assignment, MUST_NOT_SHADOW, "the registry has a service of that name");
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
        void aPortThatAnOfficialServiceHas(String ports, @Nullable String transport, String reason) {
            PortAssignment assignment =
                    service("our-own", ports, transport == null ? null : TransportProtocol.parse(transport));
            assertRefused(OFFICIAL_ONLY, assignment, MUST_NOT_SHADOW, reason);
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(assignment), MAY_SHADOW)
                            .findByName("our-own"))
                    .containsExactly(assignment);
        }

        @ParameterizedTest
        @EnumSource(OverlayPolicy.class)
        void theVeryAssignmentThatTheRegistryHas(OverlayPolicy policy) {
            PortAssignment ssh = OFFICIAL_ONLY.findByName("ssh", TCP).get(0);
            assertRefused(OFFICIAL_ONLY, ssh, policy, "the very same assignment is there already");
        }

        @Test
        void theSameAssignmentTwice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(List.of(BILLING, BILLING)))
                    .withMessage("site-local service \"billing-local\" is refused,"
                            + " the very same assignment is there already");
        }

        @Test
        void theWholeOverlayForOneOfItsServices() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OFFICIAL_ONLY.withOverlay(List.of(BILLING, service("ssh", "50001", TCP))))
                    .withMessage("site-local service \"ssh\" is refused, the registry has a service of that name");
        }

        @Test
        void whatIsNull() {
            assertRejectsNull("assignments", () -> OFFICIAL_ONLY.withOverlay(null));
            assertRejectsNull("assignment", () -> OFFICIAL_ONLY.withOverlay(Collections.singletonList(null)));
            assertRejectsNull("policy", () -> OFFICIAL_ONLY.withOverlay(List.of(), null));
            assertRejectsNull("assignment", () -> OFFICIAL_ONLY.isSiteLocal(null));
        }

        private static void assertRefused(
                PortRegistry registry, PortAssignment assignment, OverlayPolicy policy, String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> registry.withOverlay(List.of(assignment), policy))
                    .withMessage("site-local service \"" + assignment.serviceName() + "\" is refused, " + reason);
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
            assertThat(registry.resolve("domain billing-local")).hasToString("tcp 53,50000; udp 53");
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
            assertThat(registry).isEqualTo(PortRegistry.of(all));
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
        void asItWasWhenItWasGiven() {
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
        void aPortThatIsUnassignedReservedOrUnlisted() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(
                    service("own-unassigned", "26", TCP),
                    service("own-reserved", "6667", UDP),
                    service("own-unlisted", "80-82", DCCP)));
            assertThat(registry.status(26, TCP)).isEqualTo(ASSIGNED);
            assertThat(registry.status(26, UDP)).isEqualTo(UNASSIGNED);
            assertThat(registry.ports(UNASSIGNED, TCP).contains(26)).isFalse();
            assertThat(registry.names().label(6667, UDP)).isEqualTo("6667/udp own-reserved");
            assertThat(registry.names().label(80, DCCP)).isEqualTo("80/dccp own-unlisted");
        }

        @Test
        void aServiceWithoutATransport() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(service("own-any", "50000-50009", null)));
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThat(registry.resolve("own-any", transport)).hasToString("50000-50009");
                assertThat(registry.status(50009, transport)).isEqualTo(ASSIGNED);
            }
            assertThat(registry.resolve("own-any/sctp")).isEqualTo(registry.resolve("50000-50009/sctp"));
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("own-any"))
                    .withMessageStartingWith("\"own-any\" stands for no transport");
        }

        @Test
        void aServiceWithoutAPort() {
            PortRegistry registry =
                    OFFICIAL_ONLY.withOverlay(List.of(PortAssignment.of("own-portless", null, TCP, "")));
            assertThat(registry.findByName("own-portless")).hasSize(1);
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("own-portless"))
                    .withMessageStartingWith("service own-portless has no port");
        }

        @Test
        void severalPortsOfOneName() {
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(
                    service("own-many", "50000", TCP),
                    service("own-many", "50010-50019", TCP),
                    service("own-many", "50000", UDP)));
            assertThat(registry.resolve("own-many")).hasToString("tcp 50000,50010-50019; udp 50000");
        }

        @Test
        void theLongestAndTheShortestName() {
            assertThat(OFFICIAL_ONLY
                            .withOverlay(List.of(service("abcdefghijklmno", "50000", TCP), service("q", "50001", TCP)))
                            .resolve("ABCDEFGHIJKLMNO q", TCP))
                    .hasToString("50000-50001");
        }

        @Test
        void theLayoutOfIanasFile() throws IOException {
            String csv = """
                    Service Name,Port Number,Transport Protocol,Description
                    own-billing,50000,tcp,Billing
                    own-metrics,50100-50109,udp,"Metrics,
                    of all machines"
                    """;
            List<PortAssignment> own = PortRegistry.parse(new StringReader(csv)).assignments();
            PortRegistry registry = OFFICIAL_ONLY.withOverlay(own);
            assertThat(registry.resolve("own-billing own-metrics")).hasToString("tcp 50000; udp 50100-50109");
            assertThat(own).hasSize(2).allMatch(row -> registry.isSiteLocal(row));
        }
    }

    @Nested
    class ThatMayShadow {

        private final PortAssignment ssh = service("ssh", "50022", TCP);
        private final PortRegistry registry = OFFICIAL_ONLY.withOverlay(List.of(ssh), MAY_SHADOW);

        @Test
        void isWhatASpecificationMeansByItsName() {
            assertThat(registry.resolve("SSH", TCP)).hasToString("50022");
            assertThat(registry.resolve("ssh, domain")).hasToString("tcp 53,50022; udp 53");
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> registry.resolve("ssh/udp"))
                    .withMessageStartingWith("ssh is registered for tcp 50022 only, not for udp");
            assertThat(OFFICIAL_ONLY.resolve("ssh", TCP)).hasToString("22");
        }

        @Test
        void standsBesideTheOfficialRows() {
            List<PortAssignment> official = OFFICIAL_ONLY.findByName("ssh");
            assertThat(registry.findByName("ssh"))
                    .containsExactlyElementsOf(
                            Stream.concat(official.stream(), Stream.of(ssh)).toList());
            assertThat(official).isNotEmpty().allMatch(row -> !registry.isSiteLocal(row));
            assertThat(registry.isSiteLocal(ssh)).isTrue();
        }

        @Test
        void leavesWhatTheOfficialNamesOfItsPortMean() {
            PortRegistry shared = OFFICIAL_ONLY.withOverlay(List.of(service("own-web", "80", TCP)), MAY_SHADOW);
            assertThat(shared.resolve("http own-web", TCP)).hasToString("80");
            assertThat(shared.names().label(80, TCP)).isEqualTo("80/tcp http, www, www-http, own-web");
            assertThat(shared.names().label(80, UDP)).isEqualTo("80/udp http");
        }

        @Test
        void isTheOneNameOfAPortThatItSharesWithTheOfficialOne() {
            PortAssignment own = service("ssh", "22", TCP);
            PortRegistry shared = OFFICIAL_ONLY.withOverlay(List.of(own), MAY_SHADOW);
            assertThat(shared.findByPort(22, TCP)).hasSize(2);
            assertThat(shared.findCanonical(22, TCP)).contains(own);
            assertThat(shared.names().label(22, TCP)).isEqualTo("22/tcp ssh");
        }

        @Test
        void leavesThePortOfTheOfficialOneWithoutAName() {
            assertThat(registry.findCanonical(22, TCP)).isEmpty();
            assertThat(registry.names().label(22, TCP)).isEqualTo("22/tcp (shadowed: ssh)");
            assertThat(registry.names().label(50022, TCP)).isEqualTo("50022/tcp ssh");
            assertThat(registry.names().exactServices(PortSet.of(22), TCP)).isEmpty();
            assertThat(registry.names().exactServices(PortSet.of(50022), TCP)).containsExactly("ssh");
        }

        @Test
        void isOneServiceInWhateverLetterCase() {
            PortRegistry twice = OFFICIAL_ONLY.withOverlay(
                    List.of(service("Own-Web", "50080", TCP), service("own-web", "50443", TCP)));
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
        void mayNotShadowTheFirstWithoutPermission() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(service("billing-local", "50001", TCP))))
                    .withMessage(
                            "site-local service \"billing-local\" is refused, the registry has a service of that name");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(service("own-metrics", "49999-50001", null))))
                    .withMessage("site-local service \"own-metrics\" is refused, the registry has 50000/tcp"
                            + " billing-local");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> first.withOverlay(List.of(BILLING), MAY_SHADOW))
                    .withMessage(
                            "site-local service \"billing-local\" is refused, the very same assignment is there already");
        }

        @Test
        void takesItsNamesWithPermission() {
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
}
