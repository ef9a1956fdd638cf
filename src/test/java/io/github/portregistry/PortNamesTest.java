package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsNumbersThatAreNoPort;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortNamesTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final PortNames REVERSE = REGISTRY.names();
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
        void saysNumberAndTransportThenTheServiceOrWhyThereIsNone(int port, TransportProtocol transport, String label) {
            assertThat(REVERSE.label(port, transport)).isEqualTo(label);
        }

        @Test
        void isOneLineThatBeginsWithNumberAndTransportForEveryPort() {
            Pattern printable = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
            List<String> wrong = new ArrayList<>();
            for (int port = 0; port <= 65535; port++) {
                for (TransportProtocol transport : List.of(TCP, UDP)) {
                    String label = REVERSE.label(port, transport);
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
        void putsControlCharactersAndLineEndsAsBlanks() {
            PortRegistry hostile = PortRegistry.of(List.of(
                    PortAssignment.of("drop\ntable\r\n\tx", PortInterval.of(1), TCP, ""),
                    PortAssignment.of("", PortInterval.of(2), TCP, "two\nlines\u0000\u001b[31m\u0085end"),
                    PortAssignment.of("line\u2028paragraph\u2029end", PortInterval.of(3), TCP, ""),
                    PortAssignment.of("right\u202eleft\u200bnone\ufeff.", PortInterval.of(4), TCP, "")));
            assertThat(hostile.names().label(1, TCP)).isEqualTo("1/tcp drop table x");
            assertThat(hostile.names().label(2, TCP)).isEqualTo("2/tcp (unnamed: two lines [31m end)");
            assertThat(hostile.names().label(3, TCP)).isEqualTo("3/tcp line paragraph end");
            assertThat(hostile.names().label(4, TCP)).isEqualTo("4/tcp right left none .");
        }

        @Test
        @DefaultLocale("tr")
        void isTheSameUnderATurkishDefaultLocale() {
            assertThat(REVERSE.label(26, TCP)).isEqualTo("26/tcp (unassigned)");
            assertThat(REVERSE.label(50000, UDP)).isEqualTo("50000/udp (dynamic)");
            assertThat(REVERSE.label(80, DCCP)).isEqualTo("80/dccp (unlisted)");
        }

        @Test
        void refusesAPortOutsideTheBounds() {
            assertRejectsNumbersThatAreNoPort(port -> REVERSE.label(port, TCP));
        }

        @Test
        void refusesNull() {
            assertRejectsNull("transport", () -> REVERSE.label(80, null));
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
        void areTheNamesThatMeanTheSet(String ports, TransportProtocol transport, String names) {
            assertThat(REVERSE.exactServices(PortSet.parse(ports), transport)).containsExactly(names.split(","));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "26", "24", "591", "6000-6062", "6000-6064", "80,443", "0-65535"})
        void areNoneWhereNoNameMeansTheSet(String ports) {
            assertThat(REVERSE.exactServices(PortSet.parse(ports), TCP)).isEmpty();
        }

        @Test
        void areThoseOfABruteForceScan() {
            Random random = new Random(19);
            List<PortsByTransport> some = List.copyOf(PORTS_BY_NAME.values());
            for (int round = 0; round < 40; round++) {
                PortSet ports = some.get(random.nextInt(some.size())).ports(round % 2 == 0 ? TCP : UDP);
                assertThat(REVERSE.exactServices(ports, TCP))
                        .containsExactlyInAnyOrderElementsOf(PORTS_BY_NAME.entrySet().stream()
                                .filter(entry -> !ports.isEmpty()
                                        && entry.getValue().ports(TCP).equals(ports))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }

        @Test
        void refuseNull() {
            assertRejectsNull("ports", () -> REVERSE.exactServices(null, TCP));
            assertRejectsNull("transport", () -> REVERSE.exactServices(PortSet.all(), null));
        }
    }

    @Nested
    class CoveredServices {

        @Test
        void areTheNamesAllOfWhosePortsLieInTheSet() {
            assertThat(REVERSE.coveredServices(PortSet.parse("79-80,591,8008"), TCP))
                    .containsExactly("finger", "http", "www", "www-http");
            assertThat(REVERSE.coveredServices(PortSet.parse("591,8008,8080"), TCP))
                    .containsExactly("http-alt");
        }

        @Test
        void areNoneOfTheEmptySetAndAllOfTheFull() {
            assertThat(REVERSE.coveredServices(PortSet.empty(), TCP)).isEmpty();
            assertThat(REVERSE.coveredServices(PortSet.all(), TCP))
                    .containsExactlyElementsOf(
                            REGISTRY.query().transport(TCP).withPort().serviceNames());
        }

        @Test
        void areThoseOfABruteForceScan() {
            Random random = new Random(23);
            for (int round = 0; round < 40; round++) {
                List<PortInterval> intervals = new ArrayList<>();
                for (int i = random.nextInt(6); i >= 0; i--) {
                    int first = random.nextInt(50000);
                    intervals.add(PortInterval.of(first, first + random.nextInt(3000)));
                }
                PortSet ports = PortSet.of(intervals);
                assertThat(REVERSE.coveredServices(ports, UDP))
                        .containsExactlyInAnyOrderElementsOf(PORTS_BY_NAME.entrySet().stream()
                                .filter(entry -> !entry.getValue().ports(UDP).isEmpty())
                                .filter(entry ->
                                        entry.getValue().ports(UDP).ports().allMatch(ports::contains))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }

        @Test
        void areInTheOrderOfTheirFirstRowAndUnmodifiable() {
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
        void refuseNull() {
            assertRejectsNull("ports", () -> REVERSE.coveredServices(null, TCP));
            assertRejectsNull("transport", () -> REVERSE.coveredServices(PortSet.all(), null));
        }
    }
}
