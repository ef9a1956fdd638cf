package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.Edition;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a row says, in words. A table makes single lines of them. */
final class RowText {

    private RowText() {}

    /** Returns the table of some rows: their ports and transports, their name, and what else is told of each. */
    static List<String> table(Iterable<PortAssignment> rows, int width) {
        Table table = new Table(width);
        for (MergedRows.MergedRow merged : MergedRows.of(rows)) {
            PortAssignment row = merged.first();
            table.add(place(merged), title(row), List.of(row.description()));
        }
        return table.lines();
    }

    /** Returns such as {@code 80/tcp,udp}; {@code 27000-27009} of a row that names no transport. */
    static String place(MergedRows.MergedRow merged) {
        String ports = merged.first().ports() == null
                ? "no port"
                : merged.first().ports().toString();
        return merged.transports().isEmpty() ? ports : ports + "/" + keywords(merged.transports());
    }

    static String title(PortAssignment row) {
        if (!row.serviceName().isEmpty()) {
            return row.serviceName();
        }
        return row.status() == AssignmentStatus.ASSIGNED ? "(unnamed)" : word(row.status());
    }

    /** Returns all that a person asks of a row, but for its name and ports. */
    static List<String> details(PortAssignment row, Edition edition) {
        List<String> details = new ArrayList<>();
        if (!row.description().equalsIgnoreCase(word(row.status()))) {
            details.add(row.description());
        }
        if (row.aliasOf() != null) {
            details.add("another name of " + row.aliasOf());
        }
        if (row.status() == AssignmentStatus.ASSIGNED) {
            details.add(origin(row, absent(edition)));
            details.add(
                    row.hasReference()
                            ? "cites " + String.join(", ", row.references())
                            : "IANA's row cites no document");
        }
        if (!row.unauthorizedUse().isEmpty()) {
            details.add("unauthorized use reported: " + row.unauthorizedUse());
        }
        return details;
    }

    /** Returns who has registered a row, and when, and when it was modified. */
    private static String origin(PortAssignment row, String absent) {
        RegistryDate registered = row.registrationDate();
        RegistryDate modified = row.modificationDate();
        String date = modified == null ? "date " : "registration date ";
        String origin;
        if (row.assignee().isEmpty() && registered == null) {
            origin = "assignee and " + date + absent;
        } else {
            origin = (row.assignee().isEmpty() ? "assignee " + absent : "assigned to " + people(row.assignee()))
                    + (registered == null ? ", " + date + absent : ", registered " + registered);
        }
        return modified == null ? origin : origin + ", modified " + modified;
    }

    /** What is said of a person or a date that an edition does not have: the bundled one lacks some that IANA states. */
    static String absent(Edition edition) {
        return edition.isBundled() ? "not in this edition" : "not stated";
    }

    /** {@code [James_Brown][IESG]} is James Brown, IESG. */
    static String people(String column) {
        return column.replace("][", ", ").replace("[", "").replace("]", "").replace('_', ' ');
    }

    static String keywords(Collection<TransportProtocol> transports) {
        StringBuilder keywords = new StringBuilder();
        for (TransportProtocol transport : transports) {
            keywords.append(keywords.isEmpty() ? "" : ",").append(transport.keyword());
        }
        return keywords.toString();
    }

    static String word(AssignmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
