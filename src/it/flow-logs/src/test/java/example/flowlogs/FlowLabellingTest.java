package example.flowlogs;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowLabellingTest {

    private final FlowLabelling labelling = new FlowLabelling(PortRegistry.bundled());

    @ParameterizedTest(name = "{0}: {1} and {2} over {3}")
    @CsvSource(delimiter = '|', textBlock = """
            the destination is registered     | 51000 | 443   | 6   | 443
            the source is, this is an answer  | 443   | 51000 | 6   | 443
            the higher one is registered      | 26    | 3389  | 6   | 3389
            both are                          | 3306  | 443   | 6   | 443
            neither is                        | 51000 | 26    | 6   | 26
            reserved for udp, not for tcp     | 6697  | 26    | 17  | 26
            registered without a transport    | 27001 | 26    | 132 | 27001
            dccp                              | 51000 | 5004  | 33  | 5004
            no destination                    | 443   | -1    | 6   | 443
            no source                         | -1    | 50000 | 6   | 50000
            icmp has no ports                 | 443   | 443   | 1   | -1
            no protocol                       | 443   | 443   | -1  | -1
            """)
    void choosesTheServiceSide(String why, int source, int destination, int protocol, int port) {
        assertThat(labelling.servicePort(new FlowRecord(protocol, source, destination, 0, 0)))
                .as(why)
                .isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            443   | 6   | https 443 tcp system assigned true
            465   | 6   | urd, submissions 465 tcp system assigned true
            514   | 17  | syslog 514 udp system assigned true
            514   | 6   | shell 514 tcp system assigned false
            26    | 6   | (unassigned) 26 tcp system unassigned null
            27001 | 132 | flex-lm 27001 sctp user assigned false
            0     | 6   | (reserved) 0 tcp system reserved null
            80    | 33  | (unlisted) 80 dccp system unlisted null
            50000 | 6   | (dynamic) 50000 tcp dynamic unlisted null
            """)
    void saysWhatTheRegistrySays(int port, int protocol, String label) {
        assertThat(labelling.label(protocol, port).mkString(" ")).isEqualTo(label);
    }

    @Test
    void isSentAsItsRowsOrAsNothing() {
        FlowLabelling own = SerializationUtils.roundtrip(new FlowLabelling(withBilling()));

        assertThat(own.registry().assignments()).isEqualTo(withBilling().assignments());
        assertThat(SerializationUtils.roundtrip(labelling).registry()).isSameAs(PortRegistry.bundled());
    }

    /** Returns the registry with a site-local service on a dynamic port. */
    static PortRegistry withBilling() {
        return PortRegistry.bundled()
                .withOverlay(List.of(PortAssignment.of("billing", PortInterval.of(50123), TCP, "Billing")));
    }
}
