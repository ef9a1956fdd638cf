package io.github.portregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a registry with their indexes: the one thing that look-ups, queries, specifications and comparisons ask.
 *
 * <p>Immutable and thread-safe, as the list of rows is.
 */
final class RegistryRows {

    private final List<PortAssignment> all;
    private final PortIndex ports;
    private final Overlays overlays;

    /** Made when first asked for; making it twice does no harm. */
    private @Nullable NameIndex names;

    /** The rows are not copied: whoever calls this gives them away. */
    RegistryRows(List<PortAssignment> all, PortIndex ports, Overlays overlays) {
        this.all = all;
        this.ports = ports;
        this.overlays = overlays;
    }

    /** Returns the rows without overlays; the list is not copied. */
    static RegistryRows of(List<PortAssignment> all) {
        return new RegistryRows(all, new PortIndex(all), Overlays.NONE);
    }

    /** Returns these rows, then those of one more overlay, which takes the names that it has. */
    RegistryRows with(List<PortAssignment> overlay) {
        List<PortAssignment> both = new ArrayList<>(all);
        both.addAll(overlay);
        List<PortAssignment> shadowed = overlay.stream()
                .flatMap(row -> findByName(row.serviceName()).stream())
                .toList();
        return new RegistryRows(
                Collections.unmodifiableList(both), new PortIndex(both), overlays.and(overlay, shadowed));
    }

    List<PortAssignment> all() {
        return all;
    }

    PortIndex ports() {
        return ports;
    }

    Overlays overlays() {
        return overlays;
    }

    /** Returns the rows of a name in any letter case, file order, unmodifiable, empty if there is none. */
    List<PortAssignment> findByName(String serviceName) {
        NameIndex index = names;
        if (index == null) {
            names = index = new NameIndex(all);
        }
        return index.find(serviceName);
    }

    /** Returns the only row of a port and transport that is neither stated to be an alias nor shadowed, if there is one. */
    Optional<PortAssignment> findCanonical(int port, TransportProtocol transport) {
        List<PortAssignment> left = ports.assigned(port, transport).stream()
                .filter(row -> row.aliasOf() == null && !isShadowed(row))
                .toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** Returns whether a later overlay has taken the name of a row, which no longer means it. */
    boolean isShadowed(PortAssignment row) {
        return overlays.shadowed().contains(row);
    }

    /** Returns the rows by which a name means ports of a transport: not the shadowed ones. */
    Stream<PortAssignment> named(TransportProtocol transport) {
        return all.stream()
                .filter(row -> !row.serviceName().isEmpty()
                        && row.ports() != null
                        && row.appliesTo(transport)
                        && !isShadowed(row));
    }
}
