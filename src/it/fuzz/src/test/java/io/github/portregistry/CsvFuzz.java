package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a refusal that says where, or every row kept or reported, and kept as it stands there. */
class CsvFuzz {

    @MethodSource("io.github.portregistry.Seeds#csv")
    @DictionaryFile(resourcePath = "/csv.dict")
    @FuzzTest
    void parses(byte[] data) throws Exception {
        ParserOracle.assertNothingIsLost("the bytes", data);
        ParserOracle.assertReportAgrees("the bytes", data);

        Outcome strict = Outcome.of(() -> IanaCsvParser.strict().parse(new ByteArrayInputStream(data)));
        assertSameOtherwiseDelivered(strict, data);
        Outcome lenient = Outcome.of(() -> IanaCsvParser.lenient(problem -> {}).parse(new ByteArrayInputStream(data)));
        if (lenient.refusal != null) {
            return;
        }
        String text = new String(data, UTF_8);
        assertEquals(
                lenient,
                Outcome.of(() -> IanaCsvParser.lenient(problem -> {}).parse(new StringReader(text))),
                "bytes and their text are read differently");
        ParseReport report = ParseReport.parse(new ByteArrayInputStream(data));
        assertEquals(report.rowsRead(), report.rowsKept() + report.rowsLeftOut(), "rows read");
        assertAscending(report.problems(), PlainCsv.rows(text.startsWith("\ufeff") ? text.substring(1) : text));
        assertEquals(
                text.endsWith("\n"),
                report.warnings().stream()
                        .noneMatch(warning -> warning.message().contains("has no line end")),
                "whether the last row has a line feed, and whether its absence is a warning");
        assertFound(report.registry());
    }

    /** What a parser does: rows, or a refusal, which else is null. */
    private record Outcome(List<PortAssignment> kept, String refusal, long line, String column, String value) {

        private interface Parse {
            List<PortAssignment> get() throws IOException;
        }

        static Outcome of(Parse parse) throws IOException {
            try {
                List<PortAssignment> kept = parse.get();
                assertFalse(kept.isEmpty(), "an empty list");
                return new Outcome(kept, null, 0, "", "");
            } catch (PortRegistryParseException e) {
                assertTrue(e.line() >= 0, "line of a refusal");
                assertFalse(e.getMessage().isBlank(), "message of a refusal");
                return new Outcome(List.of(), e.getMessage(), e.line(), e.column(), e.value());
            }
        }
    }

    /** The same bytes that arrive one by one, and their text if they are one, mean the same. */
    private static void assertSameOtherwiseDelivered(Outcome strict, byte[] data) throws IOException {
        assertEquals(strict, Outcome.of(() -> IanaCsvParser.strict().parse(new Trickle(data))), "byte by byte");

        CharBuffer chars = CharBuffer.allocate(data.length);
        CoderResult result = UTF_8.newDecoder().decode(ByteBuffer.wrap(data), chars, true);
        String text = chars.flip().toString(); // up to the first byte that is not UTF-8
        if (!result.isError()) {
            assertEquals(strict, Outcome.of(() -> IanaCsvParser.strict().parse(new StringReader(text))), "as text");
        } else {
            assertNotNull(strict.refusal, "bytes that are not UTF-8");
            long lines = text.lines().count() + (text.isEmpty() || text.endsWith("\n") || text.endsWith("\r") ? 1 : 0);
            assertTrue(
                    strict.line == lines || !strict.refusal.contains("the bytes here are not UTF-8"),
                    "line of the byte that is not UTF-8: " + strict.line);
        }
    }

    /** A stream that never has more than one byte ready. */
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] data) {
            super(data);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
        }
    }

    private static void assertAscending(List<ParseProblem> problems, List<PlainCsv.Row> rows) {
        Set<Long> begins = rows.stream().map(PlainCsv.Row::line).collect(Collectors.toSet());
        long line = 1;
        for (ParseProblem problem : problems) {
            assertTrue(problem.line() >= line, "lines of problems descend");
            assertTrue(begins.contains(problem.line()), "nothing begins on line " + problem.line());
            line = problem.line();
        }
    }

    /** A row that was kept is an answer to the questions that it answers. */
    private static void assertFound(PortRegistry registry) {
        for (PortAssignment row : registry.assignments()) {
            if (!row.serviceName().isEmpty()) {
                assertTrue(registry.findByName(row.serviceName()).contains(row), "not found by name");
                assertTrue(
                        registry.findByName(row.serviceName().toLowerCase(Locale.ROOT))
                                        .contains(row)
                                || !row.serviceName().chars().allMatch(c -> c < 128),
                        "not found by name in lower case");
            }
            PortInterval ports = row.ports();
            if (ports == null) {
                continue;
            }
            for (TransportProtocol transport : TransportProtocol.values()) {
                if (row.transport() == null || row.transport() == transport) {
                    boolean isAssigned = row.status() == AssignmentStatus.ASSIGNED;
                    for (int port : List.of(ports.first(), ports.last())) {
                        assertEquals(
                                isAssigned, registry.findByPort(port, transport).contains(row), "by port");
                    }
                    assertTrue(
                            registry.status(ports.first(), transport).compareTo(row.status()) <= 0,
                            "the port's state is weaker than the row's");
                }
            }
        }
    }
}
