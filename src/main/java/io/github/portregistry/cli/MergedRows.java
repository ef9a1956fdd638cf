package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.TransportProtocol;
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

    /** The rows by a text of their columns, since the hash of a record is slow if it is used only once. */
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

    private static String key(PortAssignment row) {
        StringBuilder key = new StringBuilder();
        Object[] fields = {
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
            row.assignmentNotes()
        };
        for (Object field : fields) {
            key.append(field).append('\0');
        }
        return key.toString();
    }
}
