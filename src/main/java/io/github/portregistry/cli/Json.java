package io.github.portregistry.cli;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.RegistryDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats a row as a JSON object on one line. {@code --help} documents its members. */
final class Json {

    private final StringBuilder text = new StringBuilder("{");

    private Json() {}

    static String object(PortAssignment row) {
        return new Json().row(row);
    }

    /** Returns the object of a row in a difference. Its first member is the kind of change. */
    static String object(String change, PortAssignment row) {
        return new Json().member("change", change).row(row);
    }

    private String row(PortAssignment row) {
        PortInterval ports = row.ports();
        member("serviceName", row.serviceName());
        raw("ports", ports == null ? null : "{\"first\":" + ports.first() + ",\"last\":" + ports.last() + "}");
        member("transport", row.transport() == null ? null : row.transport().keyword());
        member("description", row.description());
        member("assignee", row.assignee());
        member("contact", row.contact());
        member("registrationDate", date(row.registrationDate()));
        member("modificationDate", date(row.modificationDate()));
        member("reference", row.reference());
        raw("serviceCode", row.serviceCode() == null ? null : row.serviceCode().toString());
        member("unauthorizedUse", row.unauthorizedUse());
        member("assignmentNotes", row.assignmentNotes());
        member("range", ports == null ? null : range(ports));
        member("status", RowText.word(row.status()));
        return text.append('}').toString();
    }

    private static @Nullable String date(@Nullable RegistryDate date) {
        return date == null ? null : date.toString();
    }

    /**
     * Returns the range of the first port. All ports of a row are in the same range, except for one or two blocks of
     * IANA's.
     */
    private static String range(PortInterval ports) {
        return PortRange.of(ports.first()).name().toLowerCase(Locale.ROOT);
    }

    private Json member(String name, @Nullable String value) {
        if (value == null) {
            return raw(name, null);
        }
        raw(name, "\"");
        for (int i = 0; i < value.length(); i++) {
            character(value, i);
        }
        text.append('"');
        return this;
    }

    private Json raw(String name, @Nullable String value) {
        text.append(text.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value);
        return this;
    }

    /** Escapes what JSON requires, and whatever a terminal, a script or an encoder could misinterpret. */
    private void character(String value, int i) {
        char c = value.charAt(i);
        boolean isPaired = Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (isPaired || !isUnsafe(c)) {
            text.append(c);
        } else {
            text.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
        }
    }

    private static boolean isUnsafe(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
