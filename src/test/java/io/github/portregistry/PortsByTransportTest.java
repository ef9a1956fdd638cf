package io.github.portregistry;

import static io.github.portregistry.BruteForce.combined;
import static io.github.portregistry.Rejections.assertRefused;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsByTransportTest {

    private static final int PORTS = ScannedEdition.PORTS;
    private static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();
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
        void rejectsNull() {
            Map<TransportProtocol, PortSet> nullSet = new HashMap<>();
            nullSet.put(TCP, null);
            Map<TransportProtocol, PortSet> nullTransport = new HashMap<>();
            nullTransport.put(null, WEB);
            assertRejectsNull("sets", () -> PortsByTransport.of(null));
            assertRejectsNull("set", () -> PortsByTransport.of(nullSet));
            assertRejectsNull("transport", () -> PortsByTransport.of(nullTransport));
        }

        @Test
        void acceptsOneTransport() {
            assertThat(PortsByTransport.of(TCP, WEB)).isEqualTo(PortsByTransport.of(Map.of(TCP, WEB)));
            assertThat(PortsByTransport.of(DCCP, PortSet.empty())).isEqualTo(PortsByTransport.empty());
        }

        @Test
        void rejectsNullForOneTransport() {
            assertRejectsNull("transport", () -> PortsByTransport.of(null, WEB));
            assertRejectsNull("set", () -> PortsByTransport.of(TCP, null));
        }
    }

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                ''|''
                '   '|''
                tcp 22,53; udp 53|tcp 22,53; udp 53
                tcp 22,53;udp 53|tcp 22,53; udp 53
                  tcp   53 , 22  ;  udp 53  |tcp 22,53; udp 53
                udp 53;tcp 22 53|tcp 22,53; udp 53
                TCP 80;Dccp 5;sCtP 1-2,3|tcp 80; sctp 1-3; dccp 5
                tcp 0-65535|tcp 0-65535
                """)
        void acceptsAnyOrderCaseAndBlanks(String text, String expected) {
            assertThat(PortsByTransport.parse(text)).hasToString(expected);
        }

        @Test
        void acceptsTabsAndLineEnds() {
            assertThat(PortsByTransport.parse("\r\n\ttcp\t22,\n53\r\n;\nudp\n53\n"))
                    .hasToString("tcp 22,53; udp 53");
            assertThat(PortsByTransport.parse(" \t\r\n")).isEqualTo(PortsByTransport.empty());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
                tcp 22; tcp 53|8|tcp is given twice
                tcp 22;udp 53;TCP 22|14|tcp is given twice
                tcp 22; icmp 8|8|unknown transport "icmp"; it must be tcp, udp, sctp or dccp
                22,53|0|unknown transport "22"; it must be tcp, udp, sctp or dccp
                tcp22|0|unknown transport "tcp22"; it must be tcp, udp, sctp or dccp
                tcp: 22|0|unknown transport "tcp:"; it must be tcp, udp, sctp or dccp
                tcp/22|0|unknown transport "tcp/22"; it must be tcp, udp, sctp or dccp
                tcp|0|tcp has no ports
                 tcp |1|tcp has no ports
                udp 53; TCP ; sctp 1|8|tcp has no ports
                tcp 22;|7|a transport and its ports are missing
                tcp 22; |8|a transport and its ports are missing
                ;|0|a transport and its ports are missing
                 ; tcp 22|1|a transport and its ports are missing
                tcp 22; ; udp 53|8|a transport and its ports are missing
                tcp,22|3|a token is empty
                tcp 22,|7|a token is empty
                ,tcp 22|0|a token is empty
                tcp 22,,53; udp 53|7|a token is empty
                udp 53; tcp 22,; sctp 1|15|a token is empty
                tcp 22,http|7|"http" is not a port number, 0 to 65535, or an interval such as 6000-6063
                tcp 22 udp 53|7|"udp" is not a port number, 0 to 65535, or an interval such as 6000-6063
                tcp 22; udp 53/udp|12|"53/udp" is not a port number, 0 to 65535, or an interval such as 6000-6063
                tcp 22; udp 53,65536|15|port 65536 is outside 0 to 65535
                tcp 22; udp 9-1|12|interval 9-1 is reversed
                tcp 22; udp 053|12|port 053 has a leading zero
                """)
        void rejectsInvalidTextWithItsIndex(String text, int index, String reason) {
            assertRefused(() -> PortsByTransport.parse(text), text, index, reason);
        }

        @Test
        void truncatesLongTextInMessages() {
            String text = "x".repeat(1000) + " 22";
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> PortsByTransport.parse(text))
                    .withMessage("unknown transport \"" + "x".repeat(77) + "...\"; it must be tcp, udp, sctp or dccp"
                            + " (at index 0 of \"" + "x".repeat(77) + "...\")");
        }

        @Test
        void readsBackToString() {
            Random random = new Random(16);
            for (int round = 0; round < 2000; round++) {
                PortsByTransport ports = ports(bits(random));
                assertThat(PortsByTransport.parse(ports.toString())).isEqualTo(ports);
            }
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("text", () -> PortsByTransport.parse(null));
        }
    }

    @Nested
    class Contains {

        private final PortsByTransport ports = PortsByTransport.parse("tcp 22,443; udp 443");

        @Test
        void isTrueForPortsOfTheTransport() {
            assertThat(ports.contains(22, TCP)).isTrue();
            assertThat(ports.contains(22, UDP)).isFalse();
            assertThat(ports.contains(443, UDP)).isTrue();
            assertThat(ports.contains(443, SCTP)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 65536})
        void rejectsPortsOutOfRange(int port) {
            for (TransportProtocol transport : TransportProtocol.values()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ports.contains(port, transport))
                        .withMessage("port " + port + " is outside 0 to 65535");
            }
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("transport", () -> ports.contains(22, null));
        }
    }

    @Nested
    class Algebra {

        /** One bit for each port of each transport. */
        @Test
        void agreesWithBitSets() {
            Random random = new Random(17);
            for (int round = 0; round < 2000; round++) {
                BitSet a = bits(random);
                BitSet b = bits(random);
                PortsByTransport portsOfA = ports(a);
                PortsByTransport portsOfB = ports(b);
                assertThat(portsOfA.union(portsOfB)).isEqualTo(ports(combined(a, b, BitSet::or)));
                assertThat(portsOfA.intersection(portsOfB)).isEqualTo(ports(combined(a, b, BitSet::and)));
                assertThat(portsOfA.difference(portsOfB)).isEqualTo(ports(combined(a, b, BitSet::andNot)));
                assertThat(portsOfA.containsAll(portsOfB))
                        .isEqualTo(combined(b, a, BitSet::andNot).isEmpty());
                assertThat(portsOfA.isEmpty()).isEqualTo(a.isEmpty());
                assertThat(portsOfA.hashCode() == portsOfB.hashCode()).isEqualTo(a.equals(b));
                int bit = random.nextInt(PORTS * TRANSPORTS.length);
                assertThat(portsOfA.contains(bit % PORTS, TRANSPORTS[bit / PORTS]))
                        .isEqualTo(a.get(bit));
            }
        }

        @Test
        void rejectsNull() {
            PortsByTransport ports = PortsByTransport.empty();
            assertRejectsNull("other", () -> ports.union(null));
            assertRejectsNull("other", () -> ports.intersection(null));
            assertRejectsNull("other", () -> ports.difference(null));
            assertRejectsNull("other", () -> ports.containsAll(null));
        }
    }

    /** Returns ports of some transports, a bit each: few and often the same ones, at both ends of the port space. */
    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        for (int n = random.nextInt(8); n > 0; n--) {
            int first = random.nextBoolean() ? random.nextInt(8) : PORTS - 8 + random.nextInt(8);
            int last = Math.min(first + random.nextInt(4), PORTS - 1);
            int space = random.nextInt(TRANSPORTS.length) * PORTS;
            bits.set(space + first, space + last + 1);
        }
        return bits;
    }

    private static PortsByTransport ports(BitSet bits) {
        Map<TransportProtocol, PortSet> sets = new HashMap<>();
        for (TransportProtocol transport : TRANSPORTS) {
            int space = transport.ordinal() * PORTS;
            sets.put(transport, BruteForce.ports(bits.get(space, space + PORTS)));
        }
        return PortsByTransport.of(sets);
    }

    @Nested
    class Ports {

        @Test
        void areEmptyForAbsentTransports() {
            PortsByTransport ports = PortsByTransport.of(Map.of(TCP, WEB));
            assertThat(ports.ports(TCP)).isEqualTo(WEB);
            assertThat(ports.ports(SCTP)).isEqualTo(PortSet.empty());
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("transport", () -> PortsByTransport.empty().ports(null));
        }
    }

    @Nested
    class AsMap {

        @Test
        void isInTransportOrder() {
            Map<TransportProtocol, PortSet> reversed = new LinkedHashMap<>();
            reversed.put(DCCP, WEB);
            reversed.put(SCTP, WEB);
            reversed.put(UDP, WEB);
            reversed.put(TCP, WEB);
            assertThat(PortsByTransport.of(reversed).asMap()).containsOnlyKeys(TCP, UDP, SCTP, DCCP);
            assertThat(PortsByTransport.of(reversed).asMap().keySet()).containsExactly(TCP, UDP, SCTP, DCCP);
        }

        @Test
        void isUnmodifiable() {
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
    class Equality {

        @Test
        void dependsOnTheSets() {
            PortsByTransport tcp = PortsByTransport.of(Map.of(TCP, WEB));
            assertThat(tcp).isEqualTo(PortsByTransport.of(Map.of(TCP, PortSet.parse("443,80"))));
            assertThat(tcp).isNotEqualTo(PortsByTransport.of(Map.of(UDP, WEB)));
            assertThat(tcp).isNotEqualTo(PortsByTransport.empty());
            assertThat(tcp).isNotEqualTo(tcp.asMap());
        }

        @Test
        void agreesWithToString() {
            assertThat(PortsByTransport.empty()).hasToString("");
            assertThat(PortsByTransport.of(Map.of(SCTP, PortSet.parse("80-90"), UDP, WEB)))
                    .hasToString("udp 80,443; sctp 80-90");
        }
    }
}
