package io.github.portregistry.cli;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The format of an answer: text, which each command formats on its own, or rows as data for other programs. */
enum Format {
    /** Text for people to read. */
    TEXT,
    /** A JSON array of rows. {@code --help} documents their members. */
    JSON,
    /** Rows in IANA's layout. */
    CSV;

    /** A row in a difference: {@code removed}, {@code added}, or as it is {@code before} or {@code after} a change. */
    record Changed(String change, PortAssignment row) {}

    static Format of(Arguments arguments) {
        String format = arguments.value("--format");
        if (format == null) {
            return TEXT;
        }
        return switch (format) {
            case "text" -> TEXT;
            case "json" -> JSON;
            case "csv" -> CSV;
            default -> throw new Trouble("unknown format " + Texts.quoted(format) + "; it must be text, json or csv");
        };
    }

    /**
     * Prints rows as data, or as text with a sentence on them and the edition. Returns whether there are any.
     *
     * @param gap what the edition may lack of them, or an empty text; beside data, this is on standard error
     */
    boolean print(List<PortAssignment> rows, PortRegistry registry, Console console, String sentence, String gap) {
        if (this == TEXT) {
            console.print(RowText.table(rows, console.width()));
            console.print(rows.isEmpty() ? "" : "\n");
            console.printWrapped(sentence);
            console.printWrapped(gap);
            console.print(List.of(EditionFiles.line(registry.edition())));
        } else {
            console.print(data(rows));
            if (!gap.isEmpty()) {
                console.note(gap);
            }
        }
        return !rows.isEmpty();
    }

    /** Returns rows as data. */
    String data(Collection<PortAssignment> rows) {
        return this == CSV ? csv(rows) : array(rows.stream().map(Format::json).toList());
    }

    /** Returns rows as data, in which the kind of change comes first. */
    String changes(List<Changed> rows) {
        if (this == JSON) {
            return array(rows.stream()
                    .map(each -> "{\"change\":\"" + each.change + "\","
                            + json(each.row).substring(1))
                    .toList());
        }
        String header = csv(List.of());
        return rows.stream()
                .map(each -> each.change + "," + csv(List.of(each.row)).substring(header.length()))
                .collect(Collectors.joining("", "Change," + header, ""));
    }

    private static String array(List<String> objects) {
        return objects.isEmpty() ? "[]\n" : "[\n  " + String.join(",\n  ", objects) + "\n]\n";
    }

    private static String json(PortAssignment row) {
        PortInterval ports = row.ports();
        TransportProtocol transport = row.transport();
        return Json.text(Json.object(
                "serviceName", row.serviceName(),
                "ports", ports,
                "transport", transport == null ? null : transport.keyword(),
                "description", row.description(),
                "assignee", row.assignee(),
                "contact", row.contact(),
                "registrationDate", row.registrationDate(),
                "modificationDate", row.modificationDate(),
                "reference", row.reference(),
                "serviceCode", row.serviceCode(),
                "unauthorizedUse", row.unauthorizedUse(),
                "assignmentNotes", row.assignmentNotes(),
                // of the first port; only one or two blocks of IANA's are in two ranges
                "range",
                        ports == null
                                ? null
                                : PortRange.of(ports.first()).name().toLowerCase(Locale.ROOT),
                "status", RowText.word(row.status())));
    }

    private static String csv(Collection<PortAssignment> rows) {
        StringBuilder csv = new StringBuilder();
        try {
            IanaCsvWriter.write(rows, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
