package io.github.portregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text is: ports, and the same whichever way one asks, or an exception that says where the fault is. */
class SpecificationFuzz {

    /** Names of every kind that there is, and few enough to be quick. */
    private static final PortRegistry REGISTRY = registry();

    private static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();

    private static PortRegistry registry() {
        try {
            return PortRegistry.parse(SpecificationFuzz.class.getResourceAsStream("/services.csv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @MethodSource("io.github.portregistry.Seeds#specification")
    @DictionaryFile(resourcePath = "/specification.dict")
    @FuzzTest
    void reads(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);

        PortInterval interval = orRefused(text, () -> PortInterval.parse(text));
        PortSet set = orRefused(text, () -> PortSet.parse(text));
        PortsByTransport open = orRefused(text, () -> REGISTRY.resolve(text));
        assertReadOver(TRANSPORTS[Math.floorMod(text.hashCode(), TRANSPORTS.length)], text, set, open);
        if (open != null) {
            assertSame(open);
            assertEquals(open, REGISTRY.resolve(text, EnumSet.allOf(TransportProtocol.class)), "all transports");
            assertEquals(open, REGISTRY.resolve(REGISTRY.names().specification(open)), "its own specification");
        }
        PortsByTransport parsed = orRefused(text, () -> PortsByTransport.parse(text));
        if (parsed != null) {
            assertEquals(parsed, PortsByTransport.parse(parsed.toString()), "its own text");
        }
        if (set != null) {
            assertSame(set);
            assertEquals(
                    text.chars().allMatch(c -> " \t\r\n".indexOf(c) >= 0),
                    set.isEmpty(),
                    "only blanks are the empty set");
        }
        if (interval != null) {
            assertEquals(interval, PortInterval.parse(interval.toString()), "its own text");
            assertEquals(PortSet.of(interval), set, "an interval, and the set of it");
        }
    }

    private static void assertReadOver(TransportProtocol transport, String text, PortSet set, PortsByTransport open) {
        PortSet ports = orRefused(text, () -> REGISTRY.resolve(text, transport));
        PortsByTransport within = orRefused(text, () -> REGISTRY.resolve(text, Set.of(transport)));
        PortsByTransport byDefault = orRefused(text, () -> REGISTRY.resolveWithDefault(text, transport));
        assertEquals(ports, within == null ? null : within.ports(transport), "within " + transport);
        assertOnePort(text, transport, ports);
        if (ports != null) {
            assertFalse(ports.isEmpty(), "no ports");
            assertSame(ports);
            assertEquals(ports, REGISTRY.resolve(ports.toString(), transport), "its own text");
            assertEquals(PortsByTransport.of(transport, ports), within, "within " + transport);
            assertEquals(within, byDefault, transport + " is what all tokens are over");
        }
        if (byDefault != null) {
            assertSame(byDefault);
        }
        if (open != null && byDefault != null) {
            assertEquals(open, byDefault, "a default matters where there is no transport");
        }
        if (set != null && !set.isEmpty()) {
            assertEquals(set, ports, "a set of ports, and a specification of them");
        }
    }

    /** What a call returns, or null if it throws what it may throw. */
    private static <T> T orRefused(String text, Supplier<T> call) {
        try {
            return call.get();
        } catch (PortSpecException e) {
            assertEquals(text, e.text(), "text of a refusal");
            assertTrue(e.index() >= 0 && e.index() <= text.length(), "index of a refusal: " + e.index());
            assertFalse(e.getMessage().isBlank(), "message of a refusal");
            return null;
        }
    }

    private static void assertOnePort(String text, TransportProtocol transport, PortSet ports) {
        Integer port = orRefused(text, () -> REGISTRY.resolvePort(text, transport));
        if (port != null) {
            assertEquals(PortSet.of(port), ports, "one port");
        } else {
            assertTrue(ports == null || ports.size() > 1, "one port is refused");
        }
    }

    private static void assertSame(PortSet ports) {
        assertEquals(ports, PortSet.parse(ports.toString()), "its own text");
        assertEquals(ports, PortSet.of(ports.intervals()), "its own intervals");
        if (ports.size() < 100) {
            assertEquals(ports, PortSet.of(ports.ports().toArray()), "its own ports");
        }
        assertEquals(ports, ports.complement().complement(), "the complement's complement");
        assertEquals(65536, ports.size() + ports.complement().size(), "size of the complement");
    }

    private static void assertSame(PortsByTransport ports) {
        assertFalse(ports.isEmpty(), "no ports");
        ports.asMap().values().forEach(SpecificationFuzz::assertSame);
        String text = ports.asMap().entrySet().stream()
                .flatMap(entry -> entry.getValue().intervals().stream()
                        .map(interval -> interval + "/" + entry.getKey().keyword()))
                .collect(Collectors.joining(", "));
        assertEquals(ports, REGISTRY.resolve(text), "its own ports");
    }
}
