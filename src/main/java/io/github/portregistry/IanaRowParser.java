package io.github.portregistry;

import static io.github.portregistry.IanaColumn.ASSIGNEE;
import static io.github.portregistry.IanaColumn.ASSIGNMENT_NOTES;
import static io.github.portregistry.IanaColumn.CONTACT;
import static io.github.portregistry.IanaColumn.DESCRIPTION;
import static io.github.portregistry.IanaColumn.MODIFICATION_DATE;
import static io.github.portregistry.IanaColumn.PORT_NUMBER;
import static io.github.portregistry.IanaColumn.REFERENCE;
import static io.github.portregistry.IanaColumn.REGISTRATION_DATE;
import static io.github.portregistry.IanaColumn.SERVICE_CODE;
import static io.github.portregistry.IanaColumn.SERVICE_NAME;
import static io.github.portregistry.IanaColumn.TRANSPORT_PROTOCOL;
import static io.github.portregistry.IanaColumn.UNAUTHORIZED_USE;
import static io.github.portregistry.ParseProblem.Severity.ERROR;
import static io.github.portregistry.ParseProblem.Severity.WARNING;

import io.github.portregistry.ParseProblem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses the rows below a header into assignments, and reports what is not valid to a sink. */
final class IanaRowParser {

    /** The most unknown columns that a warning lists. */
    private static final int MAX_LISTED = 8;

    private final int[] positions;
    private final int width;
    private final Consumer<? super ParseProblem> sink;
    private final List<String> unknownColumns = new ArrayList<>();
    private final Typed<PortInterval> ports = new Typed<>(PORT_NUMBER, ERROR, PortInterval::parse);
    private final Typed<TransportProtocol> transport = new Typed<>(TRANSPORT_PROTOCOL, ERROR, TransportProtocol::parse);
    private final Typed<RegistryDate> registered = new Typed<>(REGISTRATION_DATE, WARNING, RegistryDate::parse);
    private final Typed<RegistryDate> modified = new Typed<>(MODIFICATION_DATE, WARNING, RegistryDate::parse);
    private final Typed<Long> serviceCode = new Typed<>(SERVICE_CODE, WARNING, IanaRowParser::parseServiceCode);

    /** The warnings about a row, which is first checked for errors. */
    private final List<ParseProblem> warnings = new ArrayList<>();

    /** The last row that was kept. Sharing equal fields with it saves as much memory as a table of all fields would. */
    private PortAssignment above = PortAssignment.of("none", null, null, "");

    /**
     * Finds the columns in the header.
     *
     * @throws PortRegistryParseException if the record is not the header of a registry
     */
    IanaRowParser(CsvRows header, Consumer<? super ParseProblem> sink) {
        this.width = header.size();
        this.sink = sink;
        this.positions = new int[IanaColumn.values().length];
        Arrays.fill(positions, -1);
        for (int i = 0; i < width; i++) {
            String cell = header.field(i);
            if (Stream.of(IanaColumn.values()).noneMatch(column -> column.isNamed(cell))) {
                unknownColumns.add(cell);
            }
            for (IanaColumn column : IanaColumn.values()) {
                if (column.isNamed(cell)) {
                    if (positions[column.ordinal()] >= 0) {
                        throw refused(
                                header.line(), column, cell, "the header has column \"" + column.header() + "\" twice");
                    }
                    positions[column.ordinal()] = i;
                }
            }
        }
        for (IanaColumn column : IanaColumn.values()) {
            if (column.isRequired() && positions[column.ordinal()] < 0) {
                throw refused(header.line(), column, "", missing(column, header));
            }
        }
    }

    /** Reports the columns of the header that are none of IANA's to a sink. */
    void reportUnknownColumns(CsvRows header, Consumer<? super ParseProblem> unknown) {
        if (!unknownColumns.isEmpty()) {
            int more = unknownColumns.size() - MAX_LISTED;
            String message = unknownColumns.stream()
                            .limit(MAX_LISTED)
                            .map(Texts::quoted)
                            .collect(Collectors.joining(", ", "the fields of these unknown columns are dropped: ", ""))
                    + (more > 0 ? " and " + more + " more" : "");
            unknown.accept(new ParseProblem(header.line(), unknownColumns.get(0), "", message, WARNING));
        }
    }

    private static PortRegistryParseException refused(long line, IanaColumn column, String value, String message) {
        return new PortRegistryParseException(new ParseProblem(line, column.header(), value, message, ERROR));
    }

    private static String missing(IanaColumn column, CsvRows header) {
        String start = header.field(0).strip();
        String why = "";
        if (start.startsWith("<")) {
            why = "; this is HTML or XML";
        } else if (start.startsWith("sep=")) {
            why = "; a spreadsheet has put a line before it, which must go";
        } else if (start.indexOf('\0') >= 0 && SERVICE_NAME.isNamed(start.replace("\0", ""))) {
            why = "; this is UTF-16, not UTF-8";
        } else if (header.size() == 1 && start.contains(";")) {
            why = "; its columns are separated by semicolons, not commas";
        } else if (header.size() == 1 && start.contains("\t")) {
            why = "; its columns are separated by tabs, not commas";
        }
        return "not a registry: the header has no column \"" + column.header() + "\"" + why;
    }

    /** Returns the assignment of a row, or null if the row has an error, which is reported. */
    @Nullable
    PortAssignment parse(CsvRows row) {
        if (row.size() != width) {
            sink.accept(new ParseProblem(
                    row.line(),
                    "",
                    Integer.toString(row.size()),
                    "the number of fields is " + row.size() + ", but the header has " + width,
                    ERROR));
            return null;
        }
        String serviceName = text(row, SERVICE_NAME, above.serviceName());
        String description = text(row, DESCRIPTION, above.description());
        boolean hasPorts = ports.read(row);
        boolean isFit = transport.read(row) && hasPorts;
        if (!isFit) {
            String fault =
                    PortAssignment.fault(serviceName, !text(row, PORT_NUMBER).isEmpty(), description);
            if (fault != null) {
                refuse(row, fault);
            }
            return null;
        }
        warnings.clear();
        registered.read(row);
        modified.read(row);
        serviceCode.read(row);
        String assignee = text(row, ASSIGNEE, above.assignee());
        PortAssignment assignment;
        try {
            assignment = new PortAssignment(
                    serviceName,
                    ports.value,
                    transport.value,
                    description,
                    assignee,
                    text(row, CONTACT, assignee),
                    registered.value,
                    modified.value,
                    text(row, REFERENCE, above.reference()),
                    serviceCode.value,
                    text(row, UNAUTHORIZED_USE, above.unauthorizedUse()),
                    text(row, ASSIGNMENT_NOTES, above.assignmentNotes()));
        } catch (IllegalArgumentException e) {
            refuse(row, String.valueOf(e.getMessage()));
            return null;
        }
        warnings.forEach(sink);
        above = assignment;
        return assignment;
    }

    /** Reports an error of a row that has neither a valid name nor, in its place, a state. */
    private void refuse(CsvRows row, String fault) {
        boolean isOfState =
                text(row, SERVICE_NAME).isEmpty() && !text(row, PORT_NUMBER).isEmpty();
        IanaColumn column = isOfState ? DESCRIPTION : SERVICE_NAME;
        sink.accept(new ParseProblem(row.line(), column.header(), text(row, column), fault, ERROR));
    }

    private String text(CsvRows row, IanaColumn column) {
        int position = positions[column.ordinal()];
        return position < 0 ? "" : row.field(position);
    }

    /**
     * Returns a field. If it equals a likely text, which is the assignee or the field above, that object is returned to
     * share it.
     */
    private String text(CsvRows row, IanaColumn column, String likely) {
        String text = text(row, column);
        return text.equals(likely) ? likely : text;
    }

    private static long parseServiceCode(String text) {
        if (!text.matches("0|[1-9][0-9]{0,9}") || Long.parseLong(text) > PortAssignment.MAX_SERVICE_CODE) {
            throw new IllegalArgumentException(
                    Texts.quoted(text) + " is not a service code, 0 to " + PortAssignment.MAX_SERVICE_CODE);
        }
        return Long.parseLong(text);
    }

    /** A column whose fields are not text. Most fields equal the one above, so its value is kept and used again. */
    private final class Typed<T> {

        private final IanaColumn column;
        private final Severity severity;
        private final Function<String, T> parse;
        private String text = "";
        private @Nullable T value;

        Typed(IanaColumn column, Severity severity, Function<String, T> parse) {
            this.column = column;
            this.severity = severity;
            this.parse = parse;
        }

        /**
         * Sets the value to that of a row, or to null if the field is empty or not valid. Returns false if it is not
         * valid.
         */
        boolean read(CsvRows row) {
            String field = text(row, column);
            if (field.equals(text)) {
                return true;
            }
            text = "";
            value = null;
            if (field.isEmpty()) {
                return true;
            }
            try {
                value = parse.apply(field);
                text = field;
                return true;
            } catch (PortSpecException e) {
                return refuse(
                        row,
                        field,
                        e.reason() + PortNotations.hint(field, List.of()).text());
            } catch (IllegalArgumentException e) {
                return refuse(row, field, String.valueOf(e.getMessage()));
            }
        }

        private boolean refuse(CsvRows row, String field, String message) {
            ParseProblem problem = new ParseProblem(row.line(), column.header(), field, message, severity);
            if (severity == WARNING) {
                warnings.add(problem);
            } else {
                sink.accept(problem);
            }
            return false;
        }
    }
}
