package io.github.portregistry;

import io.github.portregistry.ParseProblem.Severity;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Makes assignments of the rows below one header, and tells a sink of what is not IANA's. */
final class RowParser {

    private final int[] positions;
    private final int width;
    private final Consumer<? super ParseProblem> sink;
    private @Nullable PortAssignment above;

    /**
     * Finds the columns.
     *
     * @throws PortRegistryParseException if the record is not the header of a registry
     */
    RowParser(CSVRecord header, long line, Consumer<? super ParseProblem> sink) {
        this.width = header.size();
        this.sink = sink;
        this.positions = new int[IanaColumn.values().length];
        Arrays.fill(positions, -1);
        for (int i = 0; i < width; i++) {
            for (IanaColumn column : IanaColumn.values()) {
                if (column.isNamed(header.get(i))) {
                    if (positions[column.ordinal()] >= 0) {
                        throw refused(
                                line, column, header.get(i), "the header has column \"" + column.header() + "\" twice");
                    }
                    positions[column.ordinal()] = i;
                }
            }
        }
        for (IanaColumn column : IanaColumn.values()) {
            if (column.isRequired() && positions[column.ordinal()] < 0) {
                throw refused(line, column, "", missing(column, header));
            }
        }
    }

    private static PortRegistryParseException refused(long line, IanaColumn column, String value, String message) {
        return new PortRegistryParseException(new ParseProblem(line, column.header(), value, message, Severity.ERROR));
    }

    private static String missing(IanaColumn column, CSVRecord header) {
        String start = header.get(0).strip();
        String why = "";
        if (start.startsWith("<")) {
            why = ": this is HTML or XML";
        } else if (header.size() == 1 && start.contains(";")) {
            why = ": its columns are separated by semicolons, not by commas";
        }
        return "not a registry, the header has no column \"" + column.header() + "\"" + why;
    }

    /** Returns the assignment of a row, or null if the row is an error that the sink was told of. */
    @Nullable
    PortAssignment parse(CSVRecord row, long line) {
        if (row.size() != width) {
            sink.accept(new ParseProblem(
                    line,
                    "",
                    Integer.toString(row.size()),
                    row.size() + " fields, where the header has " + width,
                    Severity.ERROR));
            return null;
        }
        Fields fields = new Fields(row, line);
        PortInterval ports = fields.typed(IanaColumn.PORT_NUMBER, Severity.ERROR, PortInterval::parse);
        TransportProtocol transport =
                fields.typed(IanaColumn.TRANSPORT_PROTOCOL, Severity.ERROR, TransportProtocol::parse);
        if (fields.faulty) {
            return null;
        }
        String serviceName = fields.text(IanaColumn.SERVICE_NAME);
        String description = fields.text(IanaColumn.DESCRIPTION);
        if (serviceName.isEmpty() && ports == null) {
            fields.report(IanaColumn.SERVICE_NAME, "neither a service name nor a port number", Severity.ERROR);
            return null;
        }
        if (serviceName.isEmpty() && description.isBlank()) {
            fields.report(
                    IanaColumn.DESCRIPTION,
                    "neither a service name nor a description that says the port's state",
                    Severity.ERROR);
            return null;
        }
        RegistryDate registered = fields.typed(IanaColumn.REGISTRATION_DATE, Severity.WARNING, RegistryDate::parse);
        RegistryDate modified = fields.typed(IanaColumn.MODIFICATION_DATE, Severity.WARNING, RegistryDate::parse);
        String reference = fields.text(IanaColumn.REFERENCE);
        Long serviceCode = fields.typed(IanaColumn.SERVICE_CODE, Severity.WARNING, RowParser::parseServiceCode);
        String unauthorizedUse = fields.text(IanaColumn.UNAUTHORIZED_USE);
        String notes = fields.text(IanaColumn.ASSIGNMENT_NOTES);
        String assignee = fields.text(IanaColumn.ASSIGNEE);
        String contact = fields.text(IanaColumn.CONTACT);

        // A row mostly repeats what stands above it, and a contact is mostly the assignee: to keep one of equal values
        // for both saves as much as a table of all of them would.
        PortAssignment shared = above;
        if (shared != null) {
            serviceName = either(shared.serviceName(), serviceName);
            ports = either(shared.ports(), ports);
            description = either(shared.description(), description);
            assignee = either(shared.assignee(), assignee);
            registered = either(shared.registrationDate(), registered);
            modified = either(shared.modificationDate(), modified);
            reference = either(shared.reference(), reference);
            unauthorizedUse = either(shared.unauthorizedUse(), unauthorizedUse);
            notes = either(shared.assignmentNotes(), notes);
        }
        above = new PortAssignment(
                serviceName,
                ports,
                transport,
                description,
                assignee,
                either(assignee, contact),
                registered,
                modified,
                reference,
                serviceCode,
                unauthorizedUse,
                notes);
        return above;
    }

    private static <T extends @Nullable Object> T either(T known, T value) {
        return value != null && value.equals(known) ? known : value;
    }

    private static long parseServiceCode(String text) {
        if (!text.matches("0|[1-9][0-9]{0,9}") || Long.parseLong(text) > PortAssignment.MAX_SERVICE_CODE) {
            throw new IllegalArgumentException("\"" + PortSpecException.abridged(text)
                    + "\" is not a service code, 0 to " + PortAssignment.MAX_SERVICE_CODE);
        }
        return Long.parseLong(text);
    }

    /** The fields of one row. */
    private final class Fields {

        private final CSVRecord row;
        private final long line;
        private boolean faulty;

        Fields(CSVRecord row, long line) {
            this.row = row;
            this.line = line;
        }

        String text(IanaColumn column) {
            int position = positions[column.ordinal()];
            return position < 0 ? "" : row.get(position);
        }

        <T> @Nullable T typed(IanaColumn column, Severity severity, Function<String, T> parse) {
            String text = text(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (PortSpecException e) {
                report(column, e.reason(), severity);
            } catch (IllegalArgumentException e) {
                report(column, String.valueOf(e.getMessage()), severity);
            }
            return null;
        }

        void report(IanaColumn column, String message, Severity severity) {
            faulty |= severity == Severity.ERROR;
            sink.accept(new ParseProblem(line, column.header(), text(column), message, severity));
        }
    }
}
