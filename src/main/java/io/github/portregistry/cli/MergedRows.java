package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.TransportProtocol;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that differ in nothing but the transport, as one: for most services IANA has a row for tcp and one for udp. A row
 * that names no transport stays apart from those that do.
 */
final class MergedRows {

    /** The first of such rows, and the transports that they are for. */
    record MergedRow(PortAssignment first, EnumSet<TransportProtocol> transports) {}

    /** By a text, since the hash of a record is slow where it is asked for only once. */
    private final Map<String, MergedRow> rows = new LinkedHashMap<>();

    /** Returns some rows with the transports that they name, in the order of the first of each. */
    static Collection<MergedRow> of(Iterable<PortAssignment> rows) {
        MergedRows merged = new MergedRows();
        for (PortAssignment row : rows) {
            merged.add(row, row.transport());
        }
        return merged.all();
    }

    /** Adds a row that stands for a transport, or for none in particular. */
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
