package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * Writes a registry in the layout of IANA's {@code service-names-port-numbers.csv}: the twelve columns under today's
 * header, CRLF row ends, a field in quotes only if it holds a comma, a quote, a CR or an LF.
 *
 * <p>What was parsed from IANA's file of today's layout comes out as it stood, byte for byte in UTF-8, but for intervals
 * with equal ends, which are written as one port. Of other files the fields are kept, and the layout is not: a byte order
 * mark, LF row ends, quotes that are not needed, another order or spelling of columns, a transport in capitals. Parsing
 * what was written gives an equal registry, if it has a row and none that is longer than {@link IanaCsvParser} takes.
 * The file does not say which rows are from an overlay.
 *
 * <pre>{@code
 * Path copy = Path.of("copy.csv");
 * try (Writer file = Files.newBufferedWriter(copy)) {
 *     IanaCsvWriter.write(registry, file);
 * }
 * PortRegistry.parse(copy).equals(registry);      // true
 * }</pre>
 */
public final class IanaCsvWriter {

    private static final String ROW_END = "\r\n";

    private IanaCsvWriter() {}

    /**
     * Writes the header and all rows of a registry.
     *
     * @param registry the registry
     * @param out what the text is appended to; it is to become a file in UTF-8
     * @throws IOException if it cannot be appended to
     */
    public static void write(PortRegistry registry, Appendable out) throws IOException {
        requireNonNull(registry, "registry");
        requireNonNull(out, "out");
        IanaColumn[] columns = IanaColumn.values();
        for (IanaColumn column : columns) {
            out.append(column.ordinal() == 0 ? "" : ",").append(column.header());
        }
        out.append(ROW_END);
        for (PortAssignment row : registry.assignments()) {
            for (IanaColumn column : columns) {
                out.append(column.ordinal() == 0 ? "" : ",").append(quoted(column.text(row)));
            }
            out.append(ROW_END);
        }
    }

    private static String quoted(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return '"' + field.replace("\"", "\"\"") + '"';
            }
        }
        return field;
    }
}
