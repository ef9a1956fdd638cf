package example.flowlogs;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryLabellingTest {

    private static final int ABSENT = FlowRecord.ABSENT;

    private final Labelling labelling = new RegistryLabelling(PortRegistry.bundled());

    @ParameterizedTest(name = "{0}: {1} and {2} over {3}")
    @CsvSource(delimiter = '|', textBlock = """
            the destination is registered          | 51000 | 443   | 6   | tcp  | 443
            the source is, this is an answer       | 443   | 51000 | 6   | tcp  | 443
            the one that is registered is higher   | 26    | 3389  | 6   | tcp  | 3389
            the same of an answer                  | 3389  | 26    | 6   | tcp  | 3389
            both are, the lower one                | 3306  | 443   | 6   | tcp  | 443
            both are, the lower one is the source  | 443   | 3306  | 6   | tcp  | 443
            neither is, the lower one              | 51000 | 26    | 6   | tcp  | 26
            neither is, the lower one is the source| 26    | 51000 | 6   | tcp  | 26
            peers on dynamic ports                 | 60000 | 50000 | 17  | udp  | 50000
            one port twice                         | 53    | 53    | 17  | udp  | 53
            reserved is not registered             | 0     | 443   | 6   | tcp  | 443
            registered for tcp                     | 6697  | 26    | 6   | tcp  | 6697
            and reserved for udp                   | 6697  | 26    | 17  | udp  | 26
            registered without a transport         | 27001 | 26    | 132 | sctp | 27001
            sctp                                   | 51000 | 3868  | 132 | sctp | 3868
            dccp                                   | 51000 | 5004  | 33  | dccp | 5004
            no destination                         | 443   | -1    | 6   | tcp  | 443
            no source                              | -1    | 50000 | 6   | tcp  | 50000
            """)
    void choosesTheServiceSide(String why, int source, int destination, int protocol, String transport, int port) {
        FlowLabel label = label(source, destination, protocol);
        assertThat(label.transport()).as(why).isEqualTo(transport);
        assertThat(label.port()).as(why).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            443   | 6  | https                            | system  | assigned   | -
            80    | 6  | http                             | system  | assigned   | -
            465   | 6  | urd, submissions                 | system  | assigned   | -
            514   | 6  | shell                            | system  | assigned   | no-reference
            514   | 17 | syslog                           | system  | assigned   | -
            24    | 6  | (unnamed) | system | assigned  | no-reference
            26    | 6  | (unassigned)                     | system  | unassigned | unassigned
            1326  | 6  | wimsic                           | user    | assigned   | no-reference
            27001 | 6  | flex-lm                          | user    | assigned   | no-reference
            0     | 6  | (reserved)                       | system  | reserved   | -
            80    | 33 | (unlisted)                       | system  | unlisted   | -
            50000 | 6  | (dynamic)                        | dynamic | unlisted   | dynamic
            """)
    void saysWhatTheRegistrySays(int port, int protocol, String service, String range, String state, String finding) {
        FlowLabel label = label(port, ABSENT, protocol);
        assertThat(label).isEqualTo(new FlowLabel(label.transport(), port, service, range, state, finding));
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "47", "58", "255", "-1"})
    void otherProtocolsHaveNoPorts(int protocol) {
        assertThat(labelling.servicePort(flow(443, 443, protocol))).isEqualTo(ABSENT);
    }

    @Test
    void aFlowWithoutPortsHasNoServiceSide() {
        assertThat(labelling.servicePort(flow(ABSENT, ABSENT, 6))).isEqualTo(ABSENT);
    }

    @Test
    void yourOwnRegistryDecides() {
        assertThat(PlainPass.label(flow(49200, 50123, 6), new RegistryLabelling(withBilling())))
                .isEqualTo(new FlowLabel("tcp", 50123, "billing", "dynamic", "assigned", "dynamic"));
    }

    /** Returns the registry with a site-local service on a dynamic port. */
    static PortRegistry withBilling() {
        return PortRegistry.bundled()
                .withOverlay(List.of(PortAssignment.of("billing", PortInterval.of(50123), TCP, "Billing")));
    }

    private FlowLabel label(int source, int destination, int protocol) {
        return PlainPass.label(flow(source, destination, protocol), labelling);
    }

    private static FlowRecord flow(int source, int destination, int protocol) {
        return new FlowRecord(FlowRecord.Status.OK, protocol, source, destination, 1, 40);
    }
}
