package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowListTest {

    private static final PortAssignment[] ROWS = {
        PortAssignment.of("http", PortInterval.of(80), TCP, ""),
        PortAssignment.of("www", PortInterval.of(80), TCP, ""),
        PortAssignment.of("www-http", PortInterval.of(80), TCP, "")
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void equalsListOfItsRows(int size) {
        List<PortAssignment> rows = RowList.of(Arrays.copyOf(ROWS, size));
        List<PortAssignment> expected = Arrays.asList(ROWS).subList(0, size);
        assertThat(rows).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(rows.isEmpty()).isEqualTo(size == 0);
        assertThat(rows.contains(null)).isFalse();
        for (int i = 0; i < size; i++) {
            assertThat(rows.get(i)).isSameAs(ROWS[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void rejectsOtherIndexes(int size) {
        List<PortAssignment> rows = RowList.of(Arrays.copyOf(ROWS, size));
        for (int index : new int[] {-1, size, size + 1}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> rows.get(index));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void isUnmodifiable(int size) {
        List<PortAssignment> rows = RowList.of(Arrays.copyOf(ROWS, size));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.add(ROWS[0]));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.set(0, ROWS[1]));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.addAll(List.of(ROWS[2])));
    }
}
