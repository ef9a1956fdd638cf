package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of IANA's file; the constants stand in the order of the file.
 *
 * <pre>{@code
 * PortAssignment x11 = registry.findByName("x11", TCP).get(0);
 * IanaColumn.PORT_NUMBER.header();       // "Port Number"
 * IanaColumn.PORT_NUMBER.text(x11);      // "6000-6063"
 * }</pre>
 */
public enum IanaColumn {
    /** The service name. */
    SERVICE_NAME(PortAssignment::serviceName, "Service Name"),
    /** The port number, or an interval of them. */
    PORT_NUMBER(PortAssignment::ports, "Port Number"),
    /** The transport protocol. */
    TRANSPORT_PROTOCOL(row -> keyword(row.transport()), "Transport Protocol"),
    /** The description. */
    DESCRIPTION(PortAssignment::description, "Description"),
    /** Who asked for the assignment. */
    ASSIGNEE(PortAssignment::assignee, "Assignee"),
    /** Whom to ask about it. */
    CONTACT(PortAssignment::contact, "Contact"),
    /** When it was registered. */
    REGISTRATION_DATE(PortAssignment::registrationDate, "Registration Date"),
    /** When it was last modified. */
    MODIFICATION_DATE(PortAssignment::modificationDate, "Modification Date"),
    /** The documents that define the service. */
    REFERENCE(PortAssignment::reference, "Reference"),
    /** The DCCP service code. */
    SERVICE_CODE(PortAssignment::serviceCode, "Service Code"),
    /** Unauthorized use that was reported; the header said "Known Unauthorized Uses" until 2018. */
    UNAUTHORIZED_USE(PortAssignment::unauthorizedUse, "Unauthorized Use Reported", "Known Unauthorized Uses"),
    /** Assignment notes. */
    ASSIGNMENT_NOTES(PortAssignment::assignmentNotes, "Assignment Notes");

    private final Function<PortAssignment, @Nullable Object> value;
    private final List<String> names;

    IanaColumn(Function<PortAssignment, @Nullable Object> value, String... names) {
        this.value = value;
        this.names = List.of(names);
    }

    private static @Nullable String keyword(@Nullable TransportProtocol transport) {
        return transport == null ? null : transport.keyword();
    }

    /**
     * Returns the name that the header has today.
     *
     * @return name of the column
     */
    public String header() {
        return names.get(0);
    }

    /**
     * Returns what stands in this column of a row.
     *
     * @param assignment the row
     * @return the field as IANA writes it, empty if there is nothing
     */
    public String text(PortAssignment assignment) {
        Object field = value.apply(requireNonNull(assignment, "assignment"));
        return field == null ? "" : field.toString();
    }

    /** Returns whether a header cell is this column's, in any letter case and with blanks around it or not. */
    boolean isNamed(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name));
    }

    /** Returns whether a file without this column is not a registry. */
    boolean isRequired() {
        return compareTo(TRANSPORT_PROTOCOL) <= 0;
    }
}
