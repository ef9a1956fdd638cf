package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of IANA's file. The constants are in the order of the file; a new column would get one at the end.
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
    /** The port number or the interval. */
    PORT_NUMBER(PortAssignment::ports, "Port Number"),
    /** The transport protocol. */
    TRANSPORT_PROTOCOL(row -> keyword(row.transport()), "Transport Protocol"),
    /** The description. */
    DESCRIPTION(PortAssignment::description, "Description"),
    /** Who requested the assignment. */
    ASSIGNEE(PortAssignment::assignee, "Assignee"),
    /** Whom to contact about it. */
    CONTACT(PortAssignment::contact, "Contact"),
    /** The date of registration. */
    REGISTRATION_DATE(PortAssignment::registrationDate, "Registration Date"),
    /** The date of the last modification. */
    MODIFICATION_DATE(PortAssignment::modificationDate, "Modification Date"),
    /** The documents that define the service. */
    REFERENCE(PortAssignment::reference, "Reference"),
    /** The DCCP service code. */
    SERVICE_CODE(PortAssignment::serviceCode, "Service Code"),
    /** The unauthorized use that was reported. Until 2018 the header was "Known Unauthorized Uses". */
    UNAUTHORIZED_USE(PortAssignment::unauthorizedUse, "Unauthorized Use Reported", "Known Unauthorized Uses"),
    /** The assignment notes. */
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
     * Returns the current name of this column in the header.
     *
     * @return the name of the column
     */
    public String header() {
        return names.get(0);
    }

    /**
     * Returns the text of this column in a row.
     *
     * @param assignment the row
     * @return the field as IANA writes it, empty if it is absent
     */
    public String text(PortAssignment assignment) {
        Object field = value.apply(requireNonNull(assignment, "assignment"));
        return field == null ? "" : field.toString();
    }

    /** Returns whether a header cell names this column. Case and surrounding blanks are ignored. */
    boolean isNamed(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name));
    }

    /** Returns whether a registry must have this column. */
    boolean isRequired() {
        return compareTo(TRANSPORT_PROTOCOL) <= 0;
    }
}
