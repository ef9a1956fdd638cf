package io.github.portregistry;

import static io.github.portregistry.BruteForce.combined;
import static io.github.portregistry.Rejections.assertRefused;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.portregistry.PortSpecException.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortSetTest {

    private static final PortSet WEB = PortSet.parse("80,443,8080-8083");

    @Nested
    class Algebra {

        /** Sets of few and of many ports, at both ends of the port space and all over it. */
        @Test
        void agreesWithBitSets() {
            Random random = new Random(7);
            for (int i = 0; i < 10_000; i++) {
                BitSet a = bits(random);
                BitSet b = i % 10 == 0 ? neighbours(a) : bits(random);
                PortSet setOfA = set(a);
                PortSet setOfB = set(b);
                assertHasExactly(a, setOfA);
                assertHasExactly(combined(a, b, BitSet::or), setOfA.union(setOfB));
                assertHasExactly(combined(a, b, BitSet::and), setOfA.intersection(setOfB));
                assertHasExactly(combined(a, b, BitSet::andNot), setOfA.difference(setOfB));
                assertHasExactly(combined(all(), a, BitSet::andNot), setOfA.complement());
                assertThat(setOfA.containsAll(setOfB))
                        .isEqualTo(combined(b, a, BitSet::andNot).isEmpty());
                assertThat(setOfA.intersects(setOfB)).isEqualTo(a.intersects(b));
                assertThat(setOfA.equals(setOfB)).isEqualTo(a.equals(b));
                assertThat(setOfA.hashCode() == setOfB.hashCode()).isEqualTo(a.equals(b));
                int port = random.nextInt(ScannedEdition.PORTS);
                assertThat(setOfA.contains(port)).isEqualTo(a.get(port));
            }
        }

        @Test
        void agreesWithBitSetsOnEveryPort() {
            Random random = new Random(9);
            for (int i = 0; i < 20; i++) {
                BitSet bits = bits(random);
                PortSet set = set(bits);
                assertThat(IntStream.range(0, ScannedEdition.PORTS).filter(set::contains))
                        .containsExactlyElementsOf(bits.stream().boxed().toList());
                assertThat(set.ports())
                        .containsExactlyElementsOf(bits.stream().boxed().toList());
            }
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("other", () -> WEB.union(null));
            assertRejectsNull("other", () -> WEB.intersection(null));
            assertRejectsNull("other", () -> WEB.difference(null));
            assertRejectsNull("other", () -> WEB.containsAll(null));
            assertRejectsNull("other", () -> WEB.intersects(null));
        }

        private static BitSet all() {
            BitSet all = new BitSet();
            all.set(0, ScannedEdition.PORTS);
            return all;
        }

        /** Returns the ports beside the ends of a set's intervals, where sets touch. */
        private static BitSet neighbours(BitSet bits) {
            BitSet result = new BitSet();
            bits.stream()
                    .flatMap(port -> IntStream.of(port - 1, port + 1))
                    .filter(port -> port >= 0 && port < ScannedEdition.PORTS && !bits.get(port))
                    .forEach(result::set);
            return result;
        }
    }

    @Nested
    class FirstAndLast {

        @Test
        void agreeWithBitSets() {
            Random random = new Random(14);
            for (int i = 0; i < 1000; i++) {
                BitSet bits = bits(random);
                bits.set(random.nextInt(ScannedEdition.PORTS));
                assertThat(set(bits).first()).isEqualTo(bits.nextSetBit(0));
                assertThat(set(bits).last()).isEqualTo(bits.length() - 1);
            }
        }

        @Test
        void failForTheEmptySet() {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> PortSet.empty().first())
                    .withMessage("the empty set has no first port");
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> PortSet.empty().last())
                    .withMessage("the empty set has no last port");
        }
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        int within = random.nextBoolean() ? 24 : ScannedEdition.PORTS;
        int offset = random.nextBoolean() ? 0 : ScannedEdition.PORTS - within;
        for (int i = random.nextInt(9); i > 0; i--) {
            int first = random.nextInt(within);
            int last = first + random.nextInt(1 + Math.min(within - 1 - first, 1 << random.nextInt(12)));
            bits.set(offset + first, offset + last + 1);
        }
        return bits;
    }

    private static PortSet set(BitSet bits) {
        return PortSet.of(intervals(bits));
    }

    /** Returns the fewest intervals that cover the set bits. */
    private static List<PortInterval> intervals(BitSet bits) {
        List<PortInterval> intervals = new ArrayList<>();
        for (int first = bits.nextSetBit(0); first >= 0; first = bits.nextSetBit(bits.nextClearBit(first))) {
            intervals.add(PortInterval.of(first, bits.nextClearBit(first) - 1));
        }
        return intervals;
    }

    private static void assertHasExactly(BitSet bits, PortSet set) {
        assertThat(set.intervals()).isEqualTo(intervals(bits));
        assertThat(set.size()).isEqualTo(bits.cardinality());
        assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
    }

    @Nested
    class CanonicalForm {

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                53,53-60              | 53-60
                10-20,20-30           | 10-30
                10-19,20-30           | 10-30
                50000,50001           | 50000-50001
                80,80                 | 80
                80-80                 | 80
                443,80,22             | 22,80,443
                1-9,3-4               | 1-9
                5,4,3,2,1             | 1-5
                1,3,2                 | 1-3
                0-65535,80            | 0-65535
                65535,0               | 0,65535
                0-32767,32768-65535   | 0-65535
                ''                    | ''
                """)
        void isTheSameForEqualSets(String text, String canonical) {
            PortSet set = PortSet.parse(text);
            assertThat(set).hasToString(canonical);
            assertThat(PortSet.parse(canonical)).isEqualTo(set).hasSameHashCodeAs(set);
            assertThat(set).doesNotHaveSameHashCodeAs(set.complement());
            assertThat(PortSet.of(set.ports().toArray())).isEqualTo(set);
            List<PortInterval> shuffled = new ArrayList<>(set.intervals());
            Collections.shuffle(shuffled, new Random(10));
            assertThat(PortSet.of(shuffled)).isEqualTo(set);
            assertThat(PortSet.of(shuffled.toArray(new PortInterval[0]))).isEqualTo(set);
            assertThat(shuffled.stream().collect(PortSet.collector())).isEqualTo(set);
        }

        @Test
        void countsEachPortOnce() {
            assertThat(PortSet.parse("1000-65000")
                            .union(PortSet.parse("1-65535"))
                            .size())
                    .isEqualTo(65535);
            assertThat(PortSet.all().size()).isEqualTo(65536);
            assertThat(PortSet.all()).isEqualTo(PortSet.parse("0-65535"));
            assertThat(PortSet.empty()).isEqualTo(PortSet.of(List.of())).isEqualTo(PortSet.of(new int[0]));
        }

        @Test
        void isReadBackFromText() {
            Random random = new Random(11);
            for (int i = 0; i < 1000; i++) {
                PortSet set = set(bits(random));
                assertThat(PortSet.parse(set.toString())).isEqualTo(set);
            }
        }

        @Test
        void differsFromOthers() {
            assertThat(WEB)
                    .isEqualTo(WEB)
                    .isNotEqualTo(PortSet.parse("80,443,8080-8084"))
                    .isNotEqualTo(PortSet.empty())
                    .isNotEqualTo(null)
                    .isNotEqualTo("80,443,8080-8083");
        }
    }

    @Nested
    class Of {

        @Test
        void acceptsNoPorts() {
            assertThat(PortSet.of()).isEqualTo(PortSet.empty());
            assertThat(PortSet.of(new PortInterval[0])).isEqualTo(PortSet.empty());
        }

        @Test
        void rejectsPortsOutOfRange() {
            assertRejectsPortsOutOfRange(port -> PortSet.of(80, port));
            assertRejectsPortsOutOfRange(WEB::contains);
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("ports", () -> PortSet.of((int[]) null));
            assertRejectsNull("intervals", () -> PortSet.of((PortInterval[]) null));
            assertRejectsNull("intervals", () -> PortSet.of((Collection<PortInterval>) null));
            assertRejectsNull("interval", () -> PortSet.of(Arrays.asList(PortInterval.of(80), null)));
        }

        @Test
        void copiesItsSource() {
            int[] ports = {80, 443};
            PortSet set = PortSet.of(ports);
            ports[0] = 22;
            assertThat(set).hasToString("80,443");
        }
    }

    @Nested
    class Parse {

        @ParameterizedTest
        @ValueSource(
                strings = {"80,443", "80, 443", " 80 443 ", "80 ,443", "443\t80", "\r\n80\r\n443\r\n", "80 443,80-80"})
        void separatesByCommasAndBlanks(String text) {
            assertThat(PortSet.parse(text)).isEqualTo(PortSet.of(80, 443));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t\r\n "})
        void readsBlankTextAsTheEmptySet(String text) {
            assertThat(PortSet.parse(text)).isEqualTo(PortSet.empty());
        }

        @Test
        void readsPartOfALongerText() {
            Faults faults = new Faults("tcp 22,x; 80");
            assertThat(PortSet.parse("tcp 22, 80; x", 3, 10, faults)).isEqualTo(PortSet.of(22, 80));
            assertThat(PortSet.parse("tcp 22", 3, 4, faults)).isEqualTo(PortSet.empty());
            assertThat(PortSet.parse("tcp 22,x; 80", 3, 8, faults)).isEqualTo(PortSet.of(22));
            assertThatExceptionOfType(PortSpecException.class)
                    .isThrownBy(faults::throwIfAny)
                    .withMessage("\"x\" is not a port number, 0 to 65535, or an interval such as 6000-6063"
                            + " (at index 7 of \"tcp 22,x; 80\")");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
                ,|0|a token is empty
                80,|3|a token is empty
                ,80|0|a token is empty
                80,,443|3|a token is empty
                80 , , 443|5|a token is empty
                80 - 90|3|"-" is not a port number, 0 to 65535, or an interval such as 6000-6063
                 80 -90|4|"-90" is not a port number, 0 to 65535, or an interval such as 6000-6063
                80 443|0|"80\\u00a0443" is not a port number, 0 to 65535, or an interval such as 6000-6063
                80;443|0|"80;443" is not a port number, 0 to 65535, or an interval such as 6000-6063
                22,80-65536,x|6|port 65536 is outside 0 to 65535
                """)
        void rejectsInvalidPartsWithTheirIndex(String text, int index, String reason) {
            assertRefused(() -> PortSet.parse(text), text, index, reason);
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("text", () -> PortSet.parse(null));
        }
    }

    @Nested
    class Intervals {

        @Test
        void areListedLargestFirst() {
            assertThat(PortSet.parse("1,5-6,10-19,30-39,50").intervalsLargestFirst())
                    .extracting(PortInterval::toString)
                    .containsExactly("10-19", "30-39", "5-6", "1", "50");
            assertThat(PortSet.empty().intervalsLargestFirst()).isEmpty();
        }

        @Test
        void areUnmodifiable() {
            for (List<PortInterval> intervals : List.of(
                    WEB.intervals(),
                    WEB.intervalsLargestFirst(),
                    PortSet.empty().intervals())) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> intervals.add(PortInterval.of(1)));
            }
            List<PortSet> groups = WEB.split(9, interval -> 1);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(groups::clear);
        }
    }

    @Nested
    class Split {

        private static final ToIntFunction<PortInterval> MULTIPORT = interval -> interval.size() == 1 ? 1 : 2;

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                ''                                            | ''
                80                                            | 80
                1,3,5,7,9,11,13,15,17,19,21,23,25,27,29       | 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29
                1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31    | 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; 31
                1-2,4-5,7-8,10-11,13-14,16-17,19-20,30,40     | 1-2,4-5,7-8,10-11,13-14,16-17,19-20,30; 40
                1,3,10-11,13-14,16-17,20-21,23-24,26-27,29-30 | 1,3,10-11,13-14,16-17,20-21,23-24,26-27; 29-30
                1-2,4-5,7-8,10-11,13-14,16-17,19-20,30-31     | 1-2,4-5,7-8,10-11,13-14,16-17,19-20; 30-31
                """)
        void fillsEachGroupToTheLimit(String text, String groups) {
            assertThat(PortSet.parse(text).split(15, MULTIPORT))
                    .extracting(PortSet::toString)
                    .isEqualTo(groups.isEmpty() ? List.of() : List.of(groups.split("; ")));
        }

        @Test
        void keepsAllPortsWithinTheLimit() {
            Random random = new Random(12);
            for (int i = 0; i < 1000; i++) {
                PortSet set = set(bits(random)).union(set(bits(random)));
                int limit = 2 + random.nextInt(6);
                List<PortSet> groups = set.split(limit, MULTIPORT);
                assertThat(groups.stream().flatMap(group -> group.intervals().stream()))
                        .isEqualTo(set.intervals());
                List<Integer> weights = groups.stream()
                        .map(group ->
                                group.intervals().stream().mapToInt(MULTIPORT).sum())
                        .toList();
                assertThat(weights).allMatch(weight -> weight > 0 && weight <= limit);
                for (int group = 1; group < groups.size(); group++) {
                    int next =
                            MULTIPORT.applyAsInt(groups.get(group).intervals().get(0));
                    assertThat(weights.get(group - 1) + next).isGreaterThan(limit);
                }
            }
        }

        @Test
        void acceptsWeightsFromZeroToTheLimit() {
            assertThat(WEB.split(1, interval -> 0)).containsExactly(WEB);
            assertThat(WEB.split(Integer.MAX_VALUE, interval -> Integer.MAX_VALUE))
                    .containsExactly(PortSet.of(80), PortSet.of(443), PortSet.parse("8080-8083"));
        }

        @ParameterizedTest
        @CsvSource({
            "0,  1,  limit 0 is below 1",
            "-1, 1,  limit -1 is below 1",
            "1,  2,  weight 2 of interval 80 is outside 0 to 1",
            "15, -1, weight -1 of interval 80 is outside 0 to 15"
        })
        void rejectsInvalidLimitsAndWeights(int limit, int weight, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WEB.split(limit, interval -> weight))
                    .withMessage(message);
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("weight", () -> WEB.split(15, null));
        }
    }
}
