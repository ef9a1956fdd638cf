package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortInterval;
import io.github.portregistry.RegistryDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesObjectsListsNumbersIntervalsAndNulls() {
        assertThat(Json.text(
                        Json.object("a", Arrays.asList(1, null, List.of(), Json.object(), List.of("b", "c")), "d", 2)))
                .isEqualTo("{\"a\":[1,null,[],{},[\"b\",\"c\"]],\"d\":2}");
        assertThat(Json.text(List.of(PortInterval.of(6000, 6063), RegistryDate.parse("2007-06"))))
                .isEqualTo("[{\"first\":6000,\"last\":6063},\"2007-06\"]");
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertThat(Json.text(Json.object("b", 1, "a", 2, "c", 3))).isEqualTo("{\"b\":1,\"a\":2,\"c\":3}");
    }

    @Test
    void writesOnlyOrderedMapsAsObjects() {
        assertThat(Json.text(Map.of("a", 1))).isEqualTo("\"{a=1}\"");
    }

    @Test
    void escapesUnsafeCharacters() {
        assertThat(Json.text("a\"b\\ \u001b\n\u0000\u2028\u202e\u007f\ud800x\ude00 \udb40\udc41 \ud83d\ude00\u00e9"))
                .isEqualTo("\"a\\\"b\\\\ \\u001b\\u000a\\u0000\\u2028\\u202e\\u007f\\ud800x\\ude00 \\udb40\\udc41"
                        + " \ud83d\ude00\u00e9\"");
    }
}
