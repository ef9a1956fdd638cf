package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.TransportProtocol;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges rows that differ only in the transport, since IANA has a row for tcp and one for udp for most services. A row
 * without a transport is not merged with others.
 */
final class MergedRows {

    /** The first of the merged rows, and the transports of all of them. */
    record MergedRow(PortAssignment first, EnumSet<TransportProtocol> transports) {}

    /** The rows by their columns other than the transport. */
    private final Map<List<@Nullable Object>, MergedRow> rows = new LinkedHashMap<>();

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
        List<@Nullable Object> key = key(row);
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

    /** Ports and dates are compared as texts, since the hash of a record is slow if it is used only once. */
    private static List<@Nullable Object> key(PortAssignment row) {
        return Arrays.asList(
                row.transport() == null,
                row.serviceName(),
                String.valueOf(row.ports()),
                row.description(),
                row.assignee(),
                row.contact(),
                String.valueOf(row.registrationDate()),
                String.valueOf(row.modificationDate()),
                row.reference(),
                row.serviceCode(),
                row.unauthorizedUse(),
                row.assignmentNotes());
    }
}
