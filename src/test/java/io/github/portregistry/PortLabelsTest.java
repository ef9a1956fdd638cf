package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.SCTP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every label promises, whatever the names and descriptions of a file are. */
class PortLabelsTest {

    private static final int PORTS = 8;
    private static final int[] LENGTHS = {1, 2, 15, 27, 71, 80, 81, 300};
    private static final String[] ENDS = {"", "", "", ", ssh", "; 1/tcp x", " (in part)", "\\\"".repeat(60)};
    private static final String EVIL = "\u001b[31m\n\u2028\u202e\u0085\u200b\ufeff";

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]+");

    /** The longest name that an overlay may have; half of the registries have it shadowed. */
    private static final String SHADOWED = "Z".repeat(63);

    /** What each other name, and each description, begins with is an ideograph, repeated. */
    private static final Pattern REPEATED = Pattern.compile("([Z\\p{IsIdeographic}])\\1*(\\.\\.\\.)?");

    private final Random random = new Random(24);

    @Test
    void keepsEveryLabelShortAndPrintable() {
        for (int round = 0; round < 200; round++) {
            PortRegistry registry = hostileRegistry();
            List<String> whole = registry.assignments().stream()
                    .flatMap(row -> repeated(row.serviceName() + row.description()))
                    .toList();
            labels(registry.names()).forEach(label -> {
                assertThat(label).hasSizeLessThanOrEqualTo(128).matches(PRINTABLE);
                assertThat(repeated(label)).as(label).allMatch(text -> text.endsWith("...") || whole.contains(text));
            });
        }
    }

    private Stream<String> labels(PortNames names) {
        int first = random.nextInt(PORTS);
        PortInterval interval = PortInterval.of(first, first + random.nextInt(PORTS));
        PortSet some = PortSet.of(random.ints(4, 0, PORTS).toArray());
        return Stream.of(
                names.label(first, SCTP),
                names.label(interval, SCTP),
                "49152-65535/sctp " + names.describe(interval, SCTP),
                names.label(some, SCTP),
                names.label(some.complement(), SCTP));
    }

    private static Stream<String> repeated(String text) {
        return REPEATED.matcher(text).results().map(MatchResult::group);
    }

    private PortRegistry hostileRegistry() {
        List<PortAssignment> rows = new ArrayList<>(List.of(row(SHADOWED, "")));
        for (int row = random.nextInt(12); row >= 0; row--) {
            String text = Character.toString((random.nextBoolean() ? 0x4e00 : 0x20000) + row)
                            .repeat(LENGTHS[random.nextInt(LENGTHS.length)])
                    + ENDS[random.nextInt(ENDS.length)];
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
        return PortAssignment.of(name, ports, random.nextBoolean() ? SCTP : null, description);
    }
}
