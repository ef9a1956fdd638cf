package io.github.portregistry.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.IanaColumn;
import io.github.portregistry.IanaCsvParser;
import io.github.portregistry.ParseProblem;
import io.github.portregistry.ParseReport;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortRegistryParseException;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a refusal that says where, or every row kept or reported, and kept as it stands there. */
class CsvFuzz {

    @MethodSource("io.github.portregistry.fuzz.Seeds#csv")
    @DictionaryFile(resourcePath = "/csv.dict")
    @FuzzTest
    void parses(byte[] data) throws IOException {
        Strict strict = Strict.parse(data);
        List<ParseProblem> problems = new ArrayList<>();
        List<PortAssignment> kept;
        try {
            kept = IanaCsvParser.lenient(problems::add).parse(new ByteArrayInputStream(data));
        } catch (PortRegistryParseException e) {
            assertNotNull(strict.refusal, "strict accepts what lenient refuses");
            assertSays(e);
            try {
                ParseReport.of(new ByteArrayInputStream(data));
                fail("the report accepts what lenient refuses");
            } catch (PortRegistryParseException again) {
                assertSame(e, again);
            }
            return;
        }
        assertFalse(kept.isEmpty(), "lenient: an empty list");

        String text = new String(data, StandardCharsets.UTF_8);
        Sheet sheet = Sheet.of(text);
        if (problems.isEmpty()) {
            assertEquals(kept, strict.kept, "strict and lenient differ, and nothing is reported");
        } else {
            assertNotNull(strict.refusal, "strict accepts what lenient reports");
            assertEquals(problems.get(0).line(), strict.refusal.line(), "line of the first problem");
            assertEquals(problems.get(0).column(), strict.refusal.column(), "column of the first problem");
            assertEquals(problems.get(0).value(), strict.refusal.value(), "value of the first problem");
        }
        assertEquals(
                kept,
                IanaCsvParser.lenient(problem -> {}).parse(new StringReader(text)),
                "bytes and their text are read differently");

        ParseReport report = ParseReport.of(new ByteArrayInputStream(data));
        assertEquals(kept, report.registry().assignments(), "the report keeps other rows");
        assertEquals(errors(problems), report.errors(), "the report has other errors");
        assertEquals(report.rowsRead(), report.rowsKept() + report.rowsLeftOut(), "rows read");
        assertEquals(sheet.rows().size() - 1, report.rowsRead(), "rows in the text, and rows read");
        Set<Long> leftOut = report.errors().stream().map(ParseProblem::line).collect(Collectors.toSet());
        assertEquals(leftOut.size(), report.rowsLeftOut(), "rows reported, and rows left out");
        assertAscending(report.problems(), sheet);
        assertEquals(
                text.endsWith("\n") || text.endsWith("\r"),
                report.warnings().stream().noneMatch(warning -> warning.column().isEmpty()),
                "whether the last row has its end, and whether its absence is a warning");
        assertKeptAsTheyStand(report, sheet, leftOut);
        assertFound(report.registry());
    }

    /** What a strict parser does: a list, or a refusal. */
    private static final class Strict {

        private List<PortAssignment> kept;
        private PortRegistryParseException refusal;

        static Strict parse(byte[] data) throws IOException {
            Strict strict = new Strict();
            try {
                strict.kept = IanaCsvParser.strict().parse(new ByteArrayInputStream(data));
                assertFalse(strict.kept.isEmpty(), "strict: an empty list");
            } catch (PortRegistryParseException e) {
                assertSays(e);
                strict.refusal = e;
            }
            // The same bytes that arrive one by one, and their text if they are one, mean the same.
            strict.assertSameOf(() -> IanaCsvParser.strict().parse(new Trickle(data)));
            Decoded decoded = Decoded.of(data);
            if (decoded.isAll()) {
                strict.assertSameOf(() -> IanaCsvParser.strict().parse(new StringReader(decoded.text())));
            } else {
                assertNotNull(strict.refusal, "bytes that are not UTF-8");
                assertTrue(
                        strict.refusal.line() == decoded.lines()
                                || !strict.refusal.getMessage().endsWith("not UTF-8"),
                        "line of the byte that is not UTF-8: " + strict.refusal.line());
            }
            return strict;
        }

        private interface Parse {
            List<PortAssignment> get() throws IOException;
        }

        private void assertSameOf(Parse parse) throws IOException {
            try {
                assertEquals(kept, parse.get(), "the same text, otherwise delivered");
            } catch (PortRegistryParseException e) {
                assertNotNull(refusal, "refused when otherwise delivered");
                assertSame(refusal, e);
            }
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

    /** The text of the bytes up to the first that is not UTF-8. */
    private record Decoded(String text, boolean isAll) {
        static Decoded of(byte[] data) {
            CharBuffer text = CharBuffer.allocate(data.length);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            CoderResult result = decoder.decode(ByteBuffer.wrap(data), text, true);
            return new Decoded(text.flip().toString(), !result.isError());
        }

        long lines() {
            return text.lines().count() + (text.isEmpty() || text.endsWith("\n") || text.endsWith("\r") ? 1 : 0);
        }
    }

    private static void assertSays(PortRegistryParseException e) {
        assertTrue(e.line() >= 0, "line of a refusal");
        assertFalse(e.getMessage().isBlank(), "message of a refusal");
    }

    private static void assertSame(PortRegistryParseException e, PortRegistryParseException other) {
        assertEquals(e.getMessage(), other.getMessage());
        assertEquals(e.line(), other.line());
        assertEquals(e.column(), other.column());
        assertEquals(e.value(), other.value());
    }

    private static List<ParseProblem> errors(List<ParseProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == ParseProblem.Severity.ERROR)
                .toList();
    }

    private static void assertAscending(List<ParseProblem> problems, Sheet sheet) {
        Set<Long> begins = sheet.rows().stream().skip(1).map(Sheet.Row::line).collect(Collectors.toSet());
        long line = 2;
        for (ParseProblem problem : problems) {
            assertTrue(problem.line() >= line, "lines of problems descend, or begin with the header");
            assertTrue(begins.contains(problem.line()), "no row begins on line " + problem.line());
            line = problem.line();
        }
    }

    private static void assertKeptAsTheyStand(ParseReport report, Sheet sheet, Set<Long> leftOut) {
        Map<IanaColumn, Integer> positions = positions(sheet.rows().get(0).fields());
        Set<String> warned = report.warnings().stream()
                .map(problem -> problem.line() + problem.column())
                .collect(Collectors.toSet());
        List<PortAssignment> kept = report.registry().assignments();
        int index = 0;
        for (Sheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
            if (leftOut.contains(row.line())) {
                continue;
            }
            PortAssignment assignment = kept.get(index++);
            for (IanaColumn column : IanaColumn.values()) {
                Integer position = positions.get(column);
                String field = position == null ? "" : row.fields().get(position);
                String value = column.text(assignment);
                boolean isSame = switch (column) {
                    case PORT_NUMBER -> field.equals(value) || field.equals(value + "-" + value);
                    case TRANSPORT_PROTOCOL -> field.equalsIgnoreCase(value);
                    case REGISTRATION_DATE, MODIFICATION_DATE, SERVICE_CODE ->
                        field.equals(value) || (value.isEmpty() && warned.contains(row.line() + column.header()));
                    default -> field.equals(value);
                };
                if (!isSame) {
                    fail("line " + row.line() + ", " + column.header() + ": " + value + " instead of " + field);
                }
            }
        }
        assertEquals(kept.size(), index, "rows kept");
    }

    private static Map<IanaColumn, Integer> positions(List<String> header) {
        Map<IanaColumn, Integer> positions = new HashMap<>();
        for (IanaColumn column : IanaColumn.values()) {
            for (int i = 0; i < header.size(); i++) {
                String cell = header.get(i).strip().toLowerCase(Locale.ROOT);
                if (cell.equals(column.header().toLowerCase(Locale.ROOT))
                        || (column == IanaColumn.UNAUTHORIZED_USE && cell.equals("known unauthorized uses"))) {
                    positions.put(column, i);
                }
            }
        }
        return positions;
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
                    assertEquals(
                            isAssigned,
                            registry.findByPort(ports.first(), transport).contains(row),
                            "by port");
                    assertEquals(
                            isAssigned,
                            registry.findByPort(ports.last(), transport).contains(row),
                            "by port");
                    assertTrue(
                            registry.status(ports.first(), transport).compareTo(row.status()) <= 0,
                            "the port's state is weaker than the row's");
                }
            }
        }
    }
}
