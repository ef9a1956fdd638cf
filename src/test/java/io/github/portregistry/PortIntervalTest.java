package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRefused;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.portregistry.PortSpecException.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortIntervalTest {

    private static final PortInterval X11 = PortInterval.of(6000, 6063);

    @Nested
    class Of {

        @ParameterizedTest
        @CsvSource({"0, 0", "0, 65535", "1023, 1024", "6000, 6063", "65535, 65535"})
        void keepsBothEnds(int first, int last) {
            assertThat(PortInterval.of(first, last))
                    .returns(first, PortInterval::first)
                    .returns(last, PortInterval::last)
                    .isEqualTo(new PortInterval(first, last));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1023, 1024, 49151, 49152, 65535})
        void acceptsEqualEnds(int port) {
            assertThat(PortInterval.of(port)).isEqualTo(PortInterval.of(port, port));
        }

        @ParameterizedTest
        @CsvSource({
            "-1,    80,    -1",
            "80,    65536, 65536",
            "65536, 80,    65536",
            "-1,    -1,    -1",
            "-2147483648, 2147483647, -2147483648"
        })
        void rejectsEndsOutOfRange(int first, int last, int bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortInterval.of(first, last))
                    .withMessage("port " + bad + " is outside 0 to 65535");
        }

        @Test
        void rejectsSinglePortOutOfRange() {
            assertRejectsPortsOutOfRange(PortInterval::of);
        }

        @ParameterizedTest
        @CsvSource({"80, 70", "1, 0", "65535, 0"})
        void rejectsReversedEnds(int first, int last) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PortInterval(first, last))
                    .withMessage("interval " + first + "-" + last + " is reversed");
        }
    }

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource({
            "0,         0,    0",
            "443,       443,  443",
            "65535,     65535, 65535",
            "6000-6063, 6000, 6063",
            "0-65535,   0,    65535",
            "4748-4748, 4748, 4748"
        })
        void readsNumbersAndIntervals(String text, int first, int last) {
            assertThat(PortInterval.parse(text)).isEqualTo(PortInterval.of(first, last));
            assertThat(PortInterval.find("1-" + text + "-9", 2, 2 + text.length()))
                    .isEqualTo(PortInterval.of(first, last));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "cp",
                    "http",
                    "+80",
                    "-80",
                    "-",
                    "--",
                    "80-",
                    "80--90",
                    "1-2-3",
                    "80 ",
                    " 80",
                    "8 0",
                    "80\n",
                    "80\u00a0",
                    "80,90",
                    "80/tcp",
                    "0x50",
                    "80.0",
                    "1e3",
                    "٨٠",
                    "８０",
                    "²",
                    "80–90",
                    "80-x",
                    "80 - 90",
                    "80-٩٠",
                    "http-alt",
                    "x-80",
                    "65536-x"
                })
        void rejectsOtherText(String text) {
            String reason = Texts.quoted(text) + " is not a port number, 0 to 65535, or an interval such as 6000-6063";
            assertRefused(() -> PortInterval.parse(text), text, 0, reason);
            String longer = "1-2," + text + ",4-3";
            assertThat(PortInterval.find(longer, 4, 4 + text.length())).isNull();
            assertThat(PortInterval.fault(longer, 4, 4 + text.length())).isEqualTo(new Fault(4, text, reason));
        }

        @ParameterizedTest
        @CsvSource({
            "65536,        0, port 65536 is outside 0 to 65535",
            "99999,        0, port 99999 is outside 0 to 65535",
            "2147483728,   0, port 2147483728 is outside 0 to 65535",
            "4294967376,   0, port 4294967376 is outside 0 to 65535",
            "18446744073709551696, 0, port 18446744073709551696 is outside 0 to 65535",
            "65536-70000,  0, port 65536 is outside 0 to 65535",
            "80-65536,     3, port 65536 is outside 0 to 65535",
            "080,          0, port 080 has a leading zero",
            "00,           0, port 00 has a leading zero",
            "0080-90,      0, port 0080 has a leading zero",
            "80-090,       3, port 090 has a leading zero",
            "80-70,        0, interval 80-70 is reversed",
            "1-0,          0, interval 1-0 is reversed"
        })
        void rejectsPortsOutOfRange(String text, int index, String reason) {
            assertRefused(() -> PortInterval.parse(text), text, index, reason);
            String longer = "1-2," + text + ",4-3";
            assertThat(PortInterval.find(longer, 4, 4 + text.length())).isNull();
            assertThat(PortInterval.fault(longer, 4, 4 + text.length())).isEqualTo(new Fault(4 + index, text, reason));
        }

        @Test
        void keepsMessagesShort() {
            String text = "9".repeat(1_000_000);
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(() -> PortInterval.parse(text))
                    .satisfies(e -> assertThat(e.getMessage())
                            .hasSizeLessThan(250)
                            .startsWith("port 999")
                            .contains("9... is outside 0 to 65535"))
                    .returns(text, PortSpecException::text);
        }

        @Test
        void readsBackToString() {
            IntStream.range(0, ScannedEdition.PORTS)
                    .mapToObj(port -> PortInterval.of(port, Math.min(65535, port + port % 5)))
                    .forEach(interval ->
                            assertThat(PortInterval.parse(interval.toString())).isEqualTo(interval));
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("text", () -> PortInterval.parse(null));
        }
    }

    @Test
    void printsOnePortWithoutAHyphen() {
        assertThat(PortInterval.of(443)).hasToString("443");
        assertThat(X11).hasToString("6000-6063");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "6000, 6063, 64", "0, 65535, 65536", "65535, 65535, 1"})
    void countsPorts(int first, int last, int size) {
        assertThat(PortInterval.of(first, last).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"5999, false", "6000, true", "6010, true", "6063, true", "6064, false", "0, false", "65535, false"})
    void containsBothEnds(int port, boolean isInside) {
        assertThat(X11.contains(port)).isEqualTo(isInside);
    }

    @Test
    void containsNothingOutOfRange() {
        assertRejectsPortsOutOfRange(X11::contains);
    }

    /** All pairs of intervals of eight ports, against the ports themselves; at both ends of the port space. */
    @ParameterizedTest
    @ValueSource(ints = {0, 65528})
    void agreesWithPortSets(int start) {
        for (PortInterval a : intervals(start)) {
            for (PortInterval b : intervals(start)) {
                List<Integer> portsOfA = ports(a);
                List<Integer> portsOfB = ports(b);
                assertThat(a.contains(b)).isEqualTo(portsOfA.containsAll(portsOfB));
                assertThat(a.intersects(b)).isEqualTo(portsOfA.stream().anyMatch(portsOfB::contains));
                int order = a.first() != b.first() ? a.first() - b.first() : a.last() - b.last();
                assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(order));
                assertThat(a.equals(b)).isEqualTo(portsOfA.equals(portsOfB));
            }
        }
    }

    private static List<PortInterval> intervals(int start) {
        return IntStream.range(start, start + 8)
                .boxed()
                .flatMap(first -> IntStream.range(first, start + 8).mapToObj(last -> PortInterval.of(first, last)))
                .toList();
    }

    private static List<Integer> ports(PortInterval interval) {
        return IntStream.rangeClosed(interval.first(), interval.last()).boxed().toList();
    }

    @Test
    void rejectsNullIntervals() {
        assertRejectsNull("other", () -> X11.contains(null));
        assertRejectsNull("other", () -> X11.intersects(null));
    }
}
