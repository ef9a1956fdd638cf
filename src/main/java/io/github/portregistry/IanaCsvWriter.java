package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;

/**
 * Writes a registry, or some rows, in the layout of IANA's {@code service-names-port-numbers.csv}: twelve columns under
 * the current header, with CRLF row ends, and with quotes only around fields that contain a comma, a quote, a CR or an
 * LF.
 *
 * <p>A registry parsed from IANA's file in the current layout is written exactly as it was read, byte for byte in
 * UTF-8, except that an interval with equal ends becomes a single port. For other files, the fields of
 * {@linkplain IanaColumn IANA's columns} are kept but the layout is not: a byte order mark, LF row ends, unnecessary quotes,
 * another order or spelling of columns, or a transport in capitals.
 *
 * <p>Fields are written as they are. A spreadsheet that opens the file reads one that begins with {@code =}, {@code +},
 * {@code -} or {@code @} as a formula.
 *
 * <p>Parsing the written file gives an equal registry, provided that it has at least one row and none that is too long
 * for {@link IanaCsvParser}, and no overlays or definitions: the file has the rows of overlays like any others, and no
 * definitions.
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
     * @param out the destination of the text, which should be encoded in UTF-8
     * @throws IOException if the text cannot be written
     */
    public static void write(PortRegistry registry, Appendable out) throws IOException {
        write(requireNonNull(registry, "registry").assignments(), out);
    }

    /**
     * Writes the header and some assignments, such as the result of a query or {@linkplain PortRegistry#overlay() your
     * own services}.
     *
     * @param assignments the rows, possibly none
     * @param out the destination of the text, which should be encoded in UTF-8
     * @throws IOException if the text cannot be written
     */
    public static void write(Collection<PortAssignment> assignments, Appendable out) throws IOException {
        requireNonNull(assignments, "assignments");
        requireNonNull(out, "out");
        IanaColumn[] columns = IanaColumn.values();
        for (IanaColumn column : columns) {
            out.append(column.ordinal() == 0 ? "" : ",").append(column.header());
        }
        out.append(ROW_END);
        for (PortAssignment row : assignments) {
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
