package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every label promises, whatever the names and descriptions of a file are. */
class PortLabelsTest {

    private static final int PORTS = 8;
    private static final int[] LENGTHS = {1, 2, 15, 27, 71, 80, 81, 300};
    private static final String EVIL = "\u001b[31m\n\u2028\u202e\u0085\u200b\ufeff";

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]+");

    /** The longest name that an overlay may have; half of the registries have it shadowed. */
    private static final String SHADOWED = "Z".repeat(63);

    /** Each other name, and each description, repeats an ideograph. */
    private static final Pattern REPEATED = Pattern.compile("([Z\\p{IsIdeographic}])\\1*(\\.\\.\\.)?");

    private final Random random = new Random(24);

    @Test
    void keepsEveryLabelShortAndPrintable() {
        for (int round = 0; round < 400; round++) {
            PortRegistry registry = hostileRegistry();
            List<String> texts = registry.assignments().stream()
                    .map(row -> row.serviceName() + row.description().replace(EVIL, ""))
                    .toList();
            labels(registry.names()).forEach(label -> {
                assertThat(label).hasSizeLessThanOrEqualTo(128).matches(PRINTABLE);
                assertThat(REPEATED.matcher(label).results().map(MatchResult::group))
                        .as(label)
                        .allMatch(text -> text.endsWith("...") || texts.contains(text));
            });
        }
    }

    private static Stream<String> labels(PortNames names) {
        return IntStream.range(0, PORTS)
                .boxed()
                .flatMap(first -> Stream.concat(
                        Stream.of(names.label(first, TCP)),
                        IntStream.range(first, PORTS)
                                .mapToObj(last -> names.label(PortInterval.of(first, last), TCP))));
    }

    private PortRegistry hostileRegistry() {
        List<PortAssignment> rows = new ArrayList<>(List.of(row(SHADOWED, "")));
        for (int row = random.nextInt(12); row >= 0; row--) {
            String text = Character.toString((random.nextBoolean() ? 0x4e00 : 0x20000) + row)
                    .repeat(LENGTHS[random.nextInt(LENGTHS.length)]);
            rows.add(random.nextInt(4) == 0 ? row("", EVIL + text + EVIL) : row(text, ""));
        }
        PortRegistry registry = PortRegistry.of(rows);
        return random.nextBoolean()
                ? registry
                : registry.withOverlay(List.of(row(SHADOWED, "own")), OverlayPolicy.MAY_SHADOW);
    }

    private PortAssignment row(String name, String description) {
        int first = random.nextInt(PORTS);
        PortInterval ports = PortInterval.of(first, first + random.nextInt(3));
        return PortAssignment.of(name, ports, random.nextBoolean() ? TCP : null, description);
    }
}
