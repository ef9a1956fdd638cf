package io.github.portregistry;

import java.util.Comparator;

/**
 * A text, such as a name, on the ports and the transport of a row. Comparable, as every key of a map here is whose hash
 * is made of text from a file: a map of others takes quadratic time where a file gives them all one hash.
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
