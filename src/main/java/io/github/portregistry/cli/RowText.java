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
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Describes rows in words. The texts may have line feeds, which a table replaces. */
final class RowText {

    private static final Pattern TXT_KEYS = Pattern.compile("(?is)defined\\s+txt\\s+keys.*");

    private RowText() {}

    /** Returns a table of rows with their ports and transports, names and details. */
    static List<String> table(Iterable<PortAssignment> rows, int width) {
        Table table = new Table(width);
        for (MergedRows.MergedRow merged : MergedRows.of(rows)) {
            PortAssignment row = merged.first();
            table.add(place(merged), title(row), List.of(row.description()));
        }
        return table.lines();
    }

    /**
     * Returns the ports and transports as in {@code 80/tcp,udp}, or in {@code 27000-27009} for a row without a
     * transport.
     */
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

    /** Returns the details of a row: what people want to know besides its name and ports. */
    static List<String> details(PortAssignment row, Edition edition) {
        List<String> details = new ArrayList<>();
        if (!row.description().equalsIgnoreCase(word(row.status()))) {
            details.add(row.description());
        }
        String note = note(row);
        if (!note.isEmpty()) {
            details.add("IANA's note: " + note);
        }
        if (row.status() == AssignmentStatus.ASSIGNED) {
            details.add(origin(row, absent(edition)));
            details.add(
                    row.hasReference()
                            ? "cites " + String.join(", ", row.references())
                            : "cites no document" + (edition.peopleAsOf() == null ? "" : " in this edition"));
        }
        if (!row.unauthorizedUse().isEmpty()) {
            details.add("unauthorized use reported: " + row.unauthorizedUse());
        }
        return details;
    }

    /** Returns the notes of a row without the keys of DNS-SD TXT records, which say nothing about its port. */
    static String note(PortAssignment row) {
        String notes = row.assignmentNotes();
        return notes.isEmpty() ? "" : TXT_KEYS.matcher(notes).replaceFirst("").strip();
    }

    /** Returns who registered a row, and when it was registered and modified. */
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

    /** Returns the text for a person or a date that is absent. The bundled edition lacks some that IANA's file has. */
    static String absent(Edition edition) {
        return edition.peopleAsOf() != null ? "not in this edition" : "not stated";
    }

    /** Returns the people of a column: for {@code [James_Brown][IESG]}, this is "James Brown, IESG". */
    static String people(String column) {
        return column.replace("][", ", ").replace("[", "").replace("]", "").replace('_', ' ');
    }

    /** Returns a number and a noun, in the plural unless the number is 1. */
    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String keywords(Collection<TransportProtocol> transports) {
        StringJoiner keywords = new StringJoiner(",");
        for (TransportProtocol transport : transports) {
            keywords.add(transport.keyword());
        }
        return keywords.toString();
    }

    static String word(AssignmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
