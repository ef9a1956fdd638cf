package io.github.portregistry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named sets of ports for use in specifications, in the order in which they were defined. This class is immutable. */
final class Definitions {

    static final Definitions NONE = new Definitions(Map.of(), 0);

    /**
     * A hundred times as many as all of IANA's names have. Without a limit, a small file with definitions of
     * definitions could fill the heap.
     */
    static final int MAX_INTERVALS = 1_000_000;

    private record Definition(String name, PortsByTransport ports) {}

    private final Map<String, Definition> byFoldedName;
    private final int intervals;

    private Definitions(Map<String, Definition> byFoldedName, int intervals) {
        this.byFoldedName = byFoldedName;
        this.intervals = intervals;
    }

    /**
     * Returns these definitions and another one.
     *
     * @throws IllegalArgumentException if they have too many intervals
     */
    Definitions with(String name, PortsByTransport ports) {
        int sum = intervals + intervals(ports);
        if (sum > MAX_INTERVALS) {
            throw new IllegalArgumentException("the definitions have more than " + MAX_INTERVALS + " intervals");
        }
        Map<String, Definition> more = new LinkedHashMap<>(byFoldedName);
        more.put(ServiceNames.folded(name), new Definition(name, ports));
        return new Definitions(more, sum);
    }

    /** Returns the ports of a name, ignoring case, or null if it is not defined. */
    @Nullable
    PortsByTransport find(String name) {
        if (byFoldedName.isEmpty()) {
            return null;
        }
        Definition definition = byFoldedName.get(ServiceNames.folded(name));
        return definition == null ? null : definition.ports;
    }

    Map<String, PortsByTransport> asMap() {
        Map<String, PortsByTransport> map = new LinkedHashMap<>();
        byFoldedName.values().forEach(definition -> map.put(definition.name, definition.ports));
        return Collections.unmodifiableMap(map);
    }

    /** Returns the number of intervals in a definition. */
    static int intervals(PortsByTransport ports) {
        return ports.asMap().values().stream().mapToInt(PortSet::intervalCount).sum();
    }
}
