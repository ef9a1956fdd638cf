package io.github.portregistry;

import java.util.Comparator;

/**
 * A text, such as a name, with the ports and the transport of a row. It is comparable, as all map keys should be whose
 * hash depends on text from a file: if a file makes all hashes equal, a map takes quadratic time unless its keys are
 * comparable.
 */
record Place(String text, String ports, String transport) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::text).thenComparing(Place::ports).thenComparing(Place::transport);

    static Place of(String text, PortAssignment row) {
        return new Place(text, IanaColumn.PORT_NUMBER.text(row), IanaColumn.TRANSPORT_PROTOCOL.text(row));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
