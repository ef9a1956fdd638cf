package io.github.portregistry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets of ports that have names, for specifications alone, in the order in which they were defined. Immutable. */
final class Definitions {

    static final Definitions NONE = new Definitions(Map.of());

    /** A hundred times what all names of IANA's have: definitions of definitions could fill the heap from a small file. */
    static final int MAX_INTERVALS = 1_000_000;

    private record Definition(String name, PortsByTransport ports) {}

    private final Map<String, Definition> byFoldedName;

    private Definitions(Map<String, Definition> byFoldedName) {
        this.byFoldedName = byFoldedName;
    }

    /** Returns what a name in any letter case is defined as, or null. */
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

    /** Returns names and texts of all, in turn: the form in which they are serialized. */
    String[] toArray() {
        return byFoldedName.values().stream()
                .flatMap(definition -> Stream.of(definition.name, definition.ports.toString()))
                .toArray(String[]::new);
    }

    /** Returns how many intervals a definition has. */
    static int intervals(PortsByTransport ports) {
        return ports.asMap().values().stream().mapToInt(PortSet::intervalCount).sum();
    }

    /** Definitions in the making, of which each can be asked for as soon as it is added. */
    static final class Builder {

        private final Map<String, Definition> byFoldedName;
        private final Definitions soFar;
        private int intervals;

        Builder(Definitions start) {
            this.byFoldedName = new LinkedHashMap<>(start.byFoldedName);
            this.soFar = new Definitions(byFoldedName);
            byFoldedName.values().forEach(definition -> count(definition.ports));
        }

        /** Returns the definitions that were added up to now, and will see the next ones. */
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
