package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.ParseProblem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test oracle for {@link IanaCsvParser}: it knows from what {@link PlainCsv} reads in any bytes which rows the parser has
 * to keep, which to report and when to refuse them all, and holds the parser, and the report, to that.
 */
final class ParserOracle {

    /** What came of bytes: rows and problems, and the message if they were refused, which else is null. */
    private record Outcome(List<PortAssignment> kept, List<ParseProblem> problems, String refusal) {

        static Outcome lenient(byte[] bytes) throws IOException {
            List<ParseProblem> problems = new ArrayList<>();
            try {
                List<PortAssignment> kept = IanaCsvParser.lenient(problems::add).parse(new ByteArrayInputStream(bytes));
                return new Outcome(kept, problems, null);
            } catch (PortRegistryParseException e) {
                return new Outcome(List.of(), problems, e.getMessage());
            }
        }

        static Outcome strict(byte[] bytes) throws IOException {
            try {
                return new Outcome(IanaCsvParser.strict().parse(new ByteArrayInputStream(bytes)), List.of(), null);
            } catch (PortRegistryParseException e) {
                return new Outcome(List.of(), List.of(), e.getMessage());
            }
        }
    }

    private ParserOracle() {}

    /**
     * Checks that each row of the bytes is in the result with all its fields, or reported with its line, or the bytes
     * are refused with a reason; and that the strict parser stumbles over the first problem that the lenient one reports.
     */
    static void assertNothingIsLost(String what, byte[] bytes) throws IOException {
        Outcome outcome = Outcome.lenient(bytes);
        if (outcome.refusal() == null) {
            assertThat(outcome.kept()).as(what).isNotEmpty();
        } else {
            assertThat(outcome.refusal()).as(what).matches("(?s)line [1-9].*|not a registry: .*");
        }
        List<PlainCsv.Row> rows = rows(bytes);
        if (rows.isEmpty()) {
            assertThat(outcome.refusal()).as(what).isNotNull();
        } else {
            assertIsKeptOrReported(what, rows, outcome);
        }
        String expected = outcome.problems().stream()
                .map(ParseProblem::toString)
                .filter(problem -> !problem.contains("unknown columns are dropped")) // a strict parser drops them, too
                .findFirst()
                .orElse(outcome.refusal());
        assertThat(Outcome.strict(bytes))
                .as(what)
                .isEqualTo(new Outcome(expected == null ? outcome.kept() : List.of(), List.of(), expected));
    }

    /** Checks that the report says what the lenient parser does, and counts every row. */
    static void assertReportAgrees(String what, byte[] bytes) throws IOException {
        Outcome outcome = Outcome.lenient(bytes);
        try {
            ParseReport report = ParseReport.parse(new ByteArrayInputStream(bytes));
            assertThat(report.registry().assignments()).as(what).isEqualTo(outcome.kept());
            assertThat(report.problems()).as(what).containsAll(outcome.problems());
            assertThat(report.rowsRead()).as(what).isEqualTo(rows(bytes).size() - 1L);
        } catch (PortRegistryParseException e) {
            assertThat(e.getMessage()).as(what).isEqualTo(outcome.refusal());
        }
    }

    private static void assertIsKeptOrReported(String what, List<PlainCsv.Row> rows, Outcome outcome) {
        Set<Long> errors = outcome.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(ParseProblem::line)
                .collect(Collectors.toSet());
        List<PlainCsv.Row> left = new ArrayList<>(rows.subList(1, rows.size()));
        left.removeIf(row -> errors.remove(row.line()));
        assertThat(errors).as("%s: lines of errors that are no row's", what).isEmpty();
        assertThat(outcome.kept()).as(what).hasSameSizeAs(left);
        if (left.isEmpty()) {
            assertThat(outcome.refusal()).as(what).contains("not a registry: no row could be kept");
        } else {
            assertThat(outcome.refusal()).as(what).isNull();
        }
        List<String> header = names(rows.get(0));
        for (IanaColumn column : IanaColumn.values()) {
            int position = header.indexOf(lowerCase(column.header()));
            for (int i = 0; i < left.size(); i++) {
                String field = position < 0 ? "" : left.get(i).fields().get(position);
                String kept = column.text(outcome.kept().get(i));
                if (!kept.equals(field)) {
                    long line = left.get(i).line();
                    assertThat(kept)
                            .as("%s: line %d, %s", what, line, column)
                            .isEqualTo(meant(field, column, line, outcome.problems()));
                }
            }
        }
    }

    /** Returns what a field becomes where it is not kept as it stands. */
    private static String meant(String field, IanaColumn column, long line, List<ParseProblem> problems) {
        boolean isReported = problems.stream()
                .anyMatch(problem -> problem.line() == line && problem.column().equals(column.header()));
        return switch (column) {
            case PORT_NUMBER -> field.replaceFirst("^([0-9]+)-\\1$", "$1");
            case TRANSPORT_PROTOCOL -> lowerCase(field);
            default -> isReported ? "" : field;
        };
    }

    /** Returns the header and the rows below it, or none if the bytes are no registry. */
    private static List<PlainCsv.Row> rows(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            List<PlainCsv.Row> rows = PlainCsv.rows(text.startsWith("\ufeff") ? text.substring(1) : text);
            return rows.isEmpty() || !isHeader(names(rows.get(0))) ? List.of() : rows;
        } catch (CharacterCodingException | PlainCsv.MalformedException e) {
            return List.of();
        }
    }

    private static boolean isHeader(List<String> names) {
        return names.containsAll(List.of("service name", "port number", "transport protocol"))
                && Stream.of(IanaColumn.values())
                        .map(column -> lowerCase(column.header()))
                        .allMatch(name -> names.indexOf(name) == names.lastIndexOf(name));
    }

    private static List<String> names(PlainCsv.Row header) {
        return header.fields().stream()
                .map(name -> lowerCase(name.strip()))
                .map(name -> name.equals("known unauthorized uses") ? "unauthorized use reported" : name)
                .toList();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
