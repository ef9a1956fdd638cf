package io.github.portregistry;

import static io.github.portregistry.PortRange.DYNAMIC;
import static io.github.portregistry.PortRange.SYSTEM;
import static io.github.portregistry.PortRange.USER;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

    @Nested
    class Of {

        @Test
        void agreesWithTheBoundsForEveryPort() {
            for (int port = 0; port < ScannedEdition.PORTS; port++) {
                assertThat(PortRange.of(port)).isEqualTo(port < 1024 ? SYSTEM : port < 49152 ? USER : DYNAMIC);
            }
        }

        @Test
        void rejectsPortsOutOfRange() {
            assertRejectsPortsOutOfRange(PortRange::of);
        }
    }

    @Nested
    class Bounds {

        @ParameterizedTest
        @CsvSource({"SYSTEM, 0, 1023", "USER, 1024, 49151", "DYNAMIC, 49152, 65535"})
        void areInclusive(PortRange range, int first, int last) {
            assertThat(range.first()).isEqualTo(first);
            assertThat(range.last()).isEqualTo(last);
            assertThat(range.interval()).isEqualTo(PortInterval.of(first, last));
        }

        @Test
        void coverAllPorts() {
            assertThat(PortSet.of(Arrays.stream(PortRange.values())
                            .map(PortRange::interval)
                            .toList()))
                    .isEqualTo(PortSet.all());
        }
    }

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource({
            "System Ports,                 SYSTEM",
            "Well Known Ports,             SYSTEM",
            "well-known ports,             SYSTEM",
            "WELL_KNOWN,                   SYSTEM",
            "system,                       SYSTEM",
            "User Ports,                   USER",
            "Registered Ports,             USER",
            "registered,                   USER",
            "USER,                         USER",
            "Dynamic Ports,                DYNAMIC",
            "Private Ports,                DYNAMIC",
            "Ephemeral Ports,              DYNAMIC",
            "ephemeral,                    DYNAMIC",
            "Dynamic and/or Private Ports, DYNAMIC"
        })
        void readsNamesOfRfc6335AndIana(String name, PortRange range) {
            assertThat(PortRange.parse(name)).isEqualTo(range);
        }

        @ParameterizedTest
        @EnumSource
        @DefaultLocale("tr")
        void readsNamesInAnyCase(PortRange range) {
            assertThat(range.names()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(PortRange.parse(range.name())).isEqualTo(range);
            for (String name : range.names()) {
                assertThat(PortRange.parse(name)).isEqualTo(range);
                assertThat(PortRange.parse(name.toUpperCase(Locale.ROOT))).isEqualTo(range);
                assertThat(PortRange.parse(name.toLowerCase(Locale.ROOT))).isEqualTo(range);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "ports", "systems", "System Port", " System Ports", "System  Ports", "1024", "well"})
        void rejectsOtherNamesAndListsKnownOnes(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortRange.parse(name))
                    .withMessage("unknown port range \"" + name
                            + "\"; it must be one of [System Ports, Well Known Ports, User Ports, Registered Ports,"
                            + " Dynamic Ports, Private Ports, Ephemeral Ports, Dynamic and/or Private Ports]");
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("name", () -> PortRange.parse(null));
        }
    }

    @Test
    void returnsUnmodifiableNames() {
        List<String> names = SYSTEM.names();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> names.add("Ports"));
    }
}
