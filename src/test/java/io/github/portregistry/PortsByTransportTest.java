package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortsByTransportTest {

    private static final PortSet WEB = PortSet.of(80, 443);

    @Nested
    class Of {

        @Test
        void dropsEmptySets() {
            PortsByTransport ports = PortsByTransport.of(Map.of(TCP, WEB, UDP, PortSet.empty()));
            assertThat(ports.asMap()).containsExactly(Map.entry(TCP, WEB));
            assertThat(PortsByTransport.of(Map.of(UDP, PortSet.empty()))).isEqualTo(PortsByTransport.empty());
        }

        @Test
        void copiesTheMap() {
            Map<TransportProtocol, PortSet> map = new HashMap<>(Map.of(TCP, WEB));
            PortsByTransport ports = PortsByTransport.of(map);
            map.put(UDP, WEB);
            assertThat(ports).hasToString("tcp 80,443");
        }

        @Test
        void refusesNull() {
            Map<TransportProtocol, PortSet> nullSet = new HashMap<>();
            nullSet.put(TCP, null);
            Map<TransportProtocol, PortSet> nullTransport = new HashMap<>();
            nullTransport.put(null, WEB);
            assertRejectsNull("sets", () -> PortsByTransport.of(null));
            assertRejectsNull("set", () -> PortsByTransport.of(nullSet));
            assertRejectsNull("transport", () -> PortsByTransport.of(nullTransport));
        }
    }

    @Nested
    class Ports {

        @Test
        void isTheEmptySetForATransportThatIsAbsent() {
            PortsByTransport ports = PortsByTransport.of(Map.of(TCP, WEB));
            assertThat(ports.ports(TCP)).isEqualTo(WEB);
            assertThat(ports.ports(SCTP)).isEqualTo(PortSet.empty());
        }

        @Test
        void refusesNull() {
            assertRejectsNull("transport", () -> PortsByTransport.empty().ports(null));
        }
    }

    @Nested
    class AsMap {

        @Test
        void isInTheOrderOfTheTransports() {
            Map<TransportProtocol, PortSet> reversed = new LinkedHashMap<>();
            reversed.put(DCCP, WEB);
            reversed.put(SCTP, WEB);
            reversed.put(UDP, WEB);
            reversed.put(TCP, WEB);
            assertThat(PortsByTransport.of(reversed).asMap()).containsOnlyKeys(TCP, UDP, SCTP, DCCP);
            assertThat(PortsByTransport.of(reversed).asMap().keySet()).containsExactly(TCP, UDP, SCTP, DCCP);
        }

        @Test
        void cannotBeModified() {
            for (PortsByTransport ports : new PortsByTransport[] {
                PortsByTransport.empty(),
                PortsByTransport.of(Map.of(TCP, WEB)),
                PortsByTransport.empty().union(PortsByTransport.of(Map.of(TCP, WEB)))
            }) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> ports.asMap().put(UDP, WEB));
            }
        }
    }

    @Nested
    class Union {

        @Test
        void joinsTransportByTransport() {
            PortsByTransport tcp = PortsByTransport.of(Map.of(TCP, PortSet.of(10123)));
            PortsByTransport udp = PortsByTransport.of(Map.of(UDP, PortSet.of(10456), TCP, PortSet.of(10124)));
            assertThat(tcp.union(udp)).hasToString("tcp 10123-10124; udp 10456");
            assertThat(tcp).hasToString("tcp 10123");
        }

        @Test
        void isThatOfTheSetsOnRandomInput() {
            Random random = new Random(11);
            for (int round = 0; round < 500; round++) {
                PortsByTransport a = random(random);
                PortsByTransport b = random(random);
                PortsByTransport union = a.union(b);
                for (TransportProtocol transport : TransportProtocol.values()) {
                    assertThat(union.ports(transport))
                            .isEqualTo(a.ports(transport).union(b.ports(transport)));
                }
                assertThat(union).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
                assertThat(a.union(PortsByTransport.empty())).isEqualTo(a);
                assertThat(union.isEmpty()).isEqualTo(a.isEmpty() && b.isEmpty());
            }
        }

        @Test
        void refusesNull() {
            assertRejectsNull("other", () -> PortsByTransport.empty().union(null));
        }

        private static PortsByTransport random(Random random) {
            Map<TransportProtocol, PortSet> sets = new HashMap<>();
            for (TransportProtocol transport : TransportProtocol.values()) {
                sets.put(
                        transport,
                        PortSet.of(random.ints(random.nextInt(4), 0, 8).toArray()));
            }
            return PortsByTransport.of(sets);
        }
    }

    @Nested
    class Equality {

        @Test
        void isThatOfTheSets() {
            PortsByTransport tcp = PortsByTransport.of(Map.of(TCP, WEB));
            assertThat(tcp).isEqualTo(PortsByTransport.of(Map.of(TCP, PortSet.parse("443,80"))));
            assertThat(tcp).isNotEqualTo(PortsByTransport.of(Map.of(UDP, WEB)));
            assertThat(tcp).isNotEqualTo(PortsByTransport.empty());
            assertThat(tcp).isNotEqualTo(tcp.asMap());
        }

        @Test
        void goesWithTheText() {
            assertThat(PortsByTransport.empty()).hasToString("");
            assertThat(PortsByTransport.of(Map.of(SCTP, PortSet.parse("80-90"), UDP, WEB)))
                    .hasToString("udp 80,443; sctp 80-90");
        }
    }
}
