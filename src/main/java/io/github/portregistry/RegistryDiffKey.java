package io.github.portregistry;

import java.util.Comparator;

/**
 * A text, such as a name, with the ports and the transport of a row. It is comparable, as all map keys should be whose
 * hash depends on text from a file: if a file makes all hashes equal, a map takes quadratic time unless its keys are
 * comparable.
 */
record RegistryDiffKey(String text, String ports, String transport) implements Comparable<RegistryDiffKey> {

    private static final Comparator<RegistryDiffKey> ORDER = Comparator.comparing(RegistryDiffKey::text)
            .thenComparing(RegistryDiffKey::ports)
            .thenComparing(RegistryDiffKey::transport);

    static RegistryDiffKey of(String text, PortAssignment row) {
        return new RegistryDiffKey(text, IanaColumn.PORT_NUMBER.text(row), IanaColumn.TRANSPORT_PROTOCOL.text(row));
    }

    @Override
    public int compareTo(RegistryDiffKey other) {
        return ORDER.compare(this, other);
    }
}
