package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mappers and binders look for by reflection; {@code src/it/mappers} has real ones. */
class MapperConventionsTest {

    private static final List<Object> VALUES = List.of(
            PortInterval.of(443),
            PortInterval.of(6000, 6063),
            PortSet.empty(),
            PortSet.parse("22,80,6000-6063"),
            PortsByTransport.empty(),
            PortsByTransport.parse("tcp 22,53; udp 53"),
            RegistryDate.parse("2007-06"),
            RegistryDate.parse("2011-10-12"));

    @ParameterizedTest
    @FieldSource("VALUES")
    void createsValuesFromText(Object value) throws Exception {
        assertThat(valueOf(value.getClass()).invoke(null, value.toString())).isEqualTo(value);
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void rejectsInvalidText(Object value) throws Exception {
        Method valueOf = valueOf(value.getClass());
        assertThatThrownBy(() -> valueOf.invoke(null, "twenty-two"))
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"twenty-two\"");
        assertThatThrownBy(() -> valueOf.invoke(null, new Object[1]))
                .cause()
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("text");
    }

    private static Method valueOf(Class<?> type) throws NoSuchMethodException {
        return type.getMethod("valueOf", String.class);
    }

    /** Jackson 2 writes what such a method returns as a property, and refuses to read it. */
    @ParameterizedTest
    @ValueSource(classes = {PortAssignment.class, PortInterval.class, RegistryDate.class})
    void hasNoGettersBesideComponents(Class<?> type) {
        assertThat(Stream.of(type.getMethods()).map(Method::getName))
                .filteredOn(name -> name.matches("(get|is)[A-Z].*"))
                .containsExactly("getClass");
    }
}
