package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The kinds of ports in the pictures, by what the registry says about a port over any transport. A port is of the first
 * kind that applies.
 *
 * <p>Color-blind people can distinguish the colors, on a light and on a dark background, since the kinds also differ in
 * brightness.
 */
enum PortKind {
    WITH_REFERENCE("assigned, cites a document", "#1550b0", "#9bd8ff"),
    WITHOUT_REFERENCE("assigned, cites no document", "#f2a01e", "#ec8f00"),
    RESERVED("reserved", "#5c1a3c", "#8a4bd0"),
    UNASSIGNED("unassigned", "#b8c4ce", "#3f4d5c"),
    UNLISTED("unlisted", "#f3f1ea", "#191d24");

    private final String words;
    private final String light;
    private final String dark;

    PortKind(String words, String light, String dark) {
        this.words = words;
        this.light = light;
        this.dark = dark;
    }

    String words() {
        return words;
    }

    /** Returns the color on a light background, in CSS notation. */
    String light() {
        return light;
    }

    /** Returns the color on a dark background, in CSS notation. */
    String dark() {
        return dark;
    }

    /** Returns the class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the ports of each kind. Every port is in exactly one of the sets. */
    static Map<PortKind, PortSet> ports(PortRegistry registry) {
        Map<PortKind, PortSet> ports = new EnumMap<>(PortKind.class);
        PortSet left = PortSet.all();
        for (PortKind kind : values()) {
            PortSet own = kind.covered(registry.query()).intersection(left);
            ports.put(kind, own);
            left = left.difference(own);
        }
        return ports;
    }

    /** Returns the ports that rows of this kind cover. Ports that no row covers are of the last kind. */
    private PortSet covered(PortQuery rows) {
        return switch (this) {
            case WITH_REFERENCE ->
                rows.status(AssignmentStatus.ASSIGNED).withReference().ports();
            case WITHOUT_REFERENCE -> rows.status(AssignmentStatus.ASSIGNED).ports();
            case RESERVED -> rows.status(AssignmentStatus.RESERVED).ports();
            case UNASSIGNED -> rows.status(AssignmentStatus.UNASSIGNED).ports();
            case UNLISTED -> PortSet.all();
        };
    }
}
