package io.github.portregistry.cli;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Prints rows as data for other programs. */
final class RowData {

    /** A row in a difference, with the kind of change. */
    record Changed(String change, PortAssignment row) {}

    private RowData() {}

    static void print(Collection<PortAssignment> rows, Format format, Console console) {
        console.print(
                format == Format.CSV
                        ? csv(rows)
                        : array(rows.stream().map(Json::object).toList()));
    }

    /** Prints rows with an additional first column: {@code removed}, {@code added}, {@code before} or {@code after}. */
    static void printChanges(List<Changed> rows, Format format, Console console) {
        List<String> texts = new ArrayList<>();
        if (format == Format.CSV) {
            String header = csv(List.of());
            texts.add("Change," + header);
            rows.forEach(
                    each -> texts.add(each.change + "," + csv(List.of(each.row)).substring(header.length())));
            console.print(String.join("", texts));
        } else {
            rows.forEach(each -> texts.add(Json.object(each.change, each.row)));
            console.print(array(texts));
        }
    }

    private static String array(List<String> objects) {
        return objects.isEmpty() ? "[]\n" : "[\n  " + String.join(",\n  ", objects) + "\n]\n";
    }

    private static String csv(Collection<PortAssignment> rows) {
        StringBuilder csv = new StringBuilder();
        try {
            IanaCsvWriter.write(PortRegistry.of(rows), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
