package io.github.portregistry;

import java.util.List;
import java.util.Locale;

/** A column of IANA's file, in the order of the file, under the names that its header has had. */
enum IanaColumn {
    SERVICE_NAME("Service Name"),
    PORT_NUMBER("Port Number"),
    TRANSPORT_PROTOCOL("Transport Protocol"),
    DESCRIPTION("Description"),
    ASSIGNEE("Assignee"),
    CONTACT("Contact"),
    REGISTRATION_DATE("Registration Date"),
    MODIFICATION_DATE("Modification Date"),
    REFERENCE("Reference"),
    SERVICE_CODE("Service Code"),
    UNAUTHORIZED_USE("Unauthorized Use Reported", "Known Unauthorized Uses"),
    ASSIGNMENT_NOTES("Assignment Notes");

    private final List<String> names;

    IanaColumn(String... names) {
        this.names = List.of(names);
    }

    /** Returns the name that the header has today. */
    String header() {
        return names.get(0);
    }

    /** Returns whether a header cell is this column's, in any letter case and with blanks around it or not. */
    boolean isNamed(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name));
    }

    /** Returns whether a file without this column is no registry. */
    boolean isRequired() {
        return compareTo(TRANSPORT_PROTOCOL) <= 0;
    }
}
