package io.github.portregistry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Named sets of ports for use in specifications, in the order in which they were defined. This class is immutable. */
final class Definitions {

    static final Definitions NONE = new Definitions(Map.of());

    /**
     * A hundred times as many as all of IANA's names have. Without a limit, a small file with definitions of
     * definitions could fill the heap.
     */
    static final int MAX_INTERVALS = 1_000_000;

    private record Definition(String name, PortsByTransport ports) {}

    private final Map<String, Definition> byFoldedName;

    private Definitions(Map<String, Definition> byFoldedName) {
        this.byFoldedName = byFoldedName;
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

    /** Returns the serialized form: the name of each definition, followed by the text of its ports. */
    String[] toArray() {
        return byFoldedName.values().stream()
                .flatMap(definition -> Stream.of(definition.name, definition.ports.toString()))
                .toArray(String[]::new);
    }

    /** Returns the number of intervals in a definition. */
    static int intervals(PortsByTransport ports) {
        return ports.asMap().values().stream().mapToInt(PortSet::intervalCount).sum();
    }

    /** Builds definitions. Each one can be looked up as soon as it is added. */
    static final class Builder {

        private final Map<String, Definition> byFoldedName;
        private final Definitions soFar;
        private int intervals;

        Builder(Definitions start) {
            this.byFoldedName = new LinkedHashMap<>(start.byFoldedName);
            this.soFar = new Definitions(byFoldedName);
            byFoldedName.values().forEach(definition -> count(definition.ports));
        }

        /** Returns a view of the definitions, which also shows those that are added later. */
        Definitions soFar() {
            return soFar;
        }

        void add(String name, PortsByTransport ports) {
            count(ports);
            byFoldedName.put(ServiceNames.folded(name), new Definition(name, ports));
        }

        private void count(PortsByTransport ports) {
            intervals += intervals(ports);
            if (intervals > MAX_INTERVALS) {
                throw new IllegalArgumentException("the definitions have more than " + MAX_INTERVALS + " intervals");
            }
        }

        Definitions build() {
            return new Definitions(new LinkedHashMap<>(byFoldedName));
        }
    }
}
