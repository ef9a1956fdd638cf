package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.TransportProtocol;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges rows that differ only in the transport, since IANA has a row for tcp and one for udp for most services. A row
 * without a transport is not merged with others.
 */
final class MergedRows {

    /** The first of the merged rows, and the transports of all of them. */
    record MergedRow(PortAssignment first, EnumSet<TransportProtocol> transports) {}

    /** The rows by the text of their columns other than the transport. */
    private final Map<String, MergedRow> rows = new LinkedHashMap<>();

    /** Returns the given rows, merged, in the order of their first rows. */
    static Collection<MergedRow> of(Iterable<PortAssignment> rows) {
        MergedRows merged = new MergedRows();
        for (PortAssignment row : rows) {
            merged.add(row, row.transport());
        }
        return merged.all();
    }

    /** Adds a row for one transport, or for none in particular if the transport is null. */
    void add(PortAssignment row, @Nullable TransportProtocol transport) {
        String key = key(row);
        MergedRow merged = rows.get(key);
        if (merged == null) {
            merged = new MergedRow(row, EnumSet.noneOf(TransportProtocol.class));
            rows.put(key, merged);
        }
        if (transport != null) {
            merged.transports.add(transport);
        }
    }

    Collection<MergedRow> all() {
        return rows.values();
    }

    /**
     * Returns the columns other than the transport as a text, in which the length before each keeps it apart from the
     * next. A map takes long to tell keys of one hash apart if they are not comparable, and a list is not.
     */
    private static String key(PortAssignment row) {
        StringBuilder key = new StringBuilder();
        for (Object column : Arrays.asList(
                row.transport() == null,
                row.serviceName(),
                row.ports(),
                row.description(),
                row.assignee(),
                row.contact(),
                row.registrationDate(),
                row.modificationDate(),
                row.reference(),
                row.serviceCode(),
                row.unauthorizedUse(),
                row.assignmentNotes())) {
            String text = String.valueOf(column);
            key.append(text.length()).append(' ').append(text);
        }
        return key.toString();
    }
}
