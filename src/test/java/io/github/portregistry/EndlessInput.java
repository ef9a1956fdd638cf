package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads streams of a gigabyte, in a process of its own whose heap has a limit, and prints what becomes of each: by the
 * strict parser from bytes, by the lenient one from a reader, and by the report.
 */
public final class EndlessInput {

    private static final String HEADER = "Service Name,Port Number,Transport Protocol\n";

    /** What each stream begins with, and what it repeats. */
    static final Map<String, String[]> STREAMS = new TreeMap<>(Map.ofEntries(
            Map.entry("quotes", new String[] {"", "\""}),
            Map.entry("commas", new String[] {"", ","}),
            Map.entry("line feeds", new String[] {"", "\n"}),
            Map.entry("one field", new String[] {"", "a"}),
            Map.entry("NUL", new String[] {"", "\0"}),
            Map.entry("quotes after a row", new String[] {HEADER + "a,1,tcp\n", "\""}),
            Map.entry("commas after a row", new String[] {HEADER + "a,1,tcp\n", ","}),
            Map.entry("line feeds after a row", new String[] {HEADER + "a,1,tcp\n", "\n"}),
            Map.entry("carriage returns after a row", new String[] {HEADER + "a,1,tcp\n", "\r"}),
            Map.entry("one field after a row", new String[] {HEADER + "a,1,tcp\n", "a"}),
            Map.entry("one quoted field after a row", new String[] {HEADER + "a,1,tcp\n\"", "a"}),
            Map.entry("quoted line feeds after a row", new String[] {HEADER + "a,1,tcp\n\"", "\n"}),
            Map.entry("faulty rows after a row", new String[] {HEADER + "a,1,tcp\n", "b,cp,tcp\n"})));

    /** As above, of rows that are kept. Neighbours differ, since equal fields of these are kept once. */
    static final Map<String, String[]> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("short rows", new String[] {HEADER, "a,1,tcp\nb,2,udp\n"}), Map.entry("long rows", new String[] {
                HEADER.strip() + ",Description\n",
                "a,1,tcp," + "a".repeat(90_000) + "\nb,2,udp," + "b".repeat(90_000) + "\n"
            })));

    private EndlessInput() {}

    public static void main(String[] args) {
        Map<String, String[]> streams = args[0].equals("rows") ? ROWS : STREAMS;
        streams.forEach((name, parts) -> {
            print(name + ", strict: ", () -> IanaCsvParser.strict().parse(stream(parts)));
            print(
                    name + ", lenient: ",
                    () -> IanaCsvParser.lenient(problem -> {})
                            .parse(new InputStreamReader(stream(parts), StandardCharsets.UTF_8)));
            print(name + ", report: ", () -> ParseReport.parse(stream(parts)));
        });
    }

    private interface Attempt {
        Object make() throws IOException;
    }

    private static void print(String what, Attempt attempt) {
        try {
            System.out.println(what + attempt.make());
        } catch (PortRegistryParseException e) {
            System.out.println(what + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String... parts) {
        byte[] begin = parts[0].getBytes(StandardCharsets.UTF_8);
        byte[] repeated = parts[1].getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                long index = position++;
                if (index < begin.length) {
                    return begin[(int) index];
                }
                return index < 1L << 30 ? repeated[(int) ((index - begin.length) % repeated.length)] : -1;
            }
        };
    }
}
