package io.github.portregistry.cli;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Lists the rows that meet all of the given conditions. */
final class ListCommand implements Command {

    private static final Usage USAGE = Usage.ofRows("""
            Usage: ports list FILTER...

            Lists the rows that match all filters, in the order of IANA's file. As text,
            rows that differ only in the transport are one line.

              --within RANGE  rows with all ports in 5000-6000, or system, user or dynamic
              --range NAME    the same, for system, user or dynamic
              --transport T   rows for tcp, udp, sctp or dccp, and rows without a transport
              --status S      rows that are assigned, reserved or unassigned
              --text TEXT     rows with this text in their name or description
              --assignee WHO  rows with this text in their assignee, such as "james brown"
              --reference R   rows that cite this document, such as RFC9110 or 9110
              --no-reference  rows that cite no document
              --undated       rows without a registration date
              --before MONTH  rows with a registration date before 2002-01, or before 2002
              --after MONTH   rows with a registration date after 2002-01, or after 2002
              --reported      rows for which unauthorized use was reported to IANA
              --no-aliases    rows that IANA does not call an alias of a service
            """);

    /** The filters whose result depends on what an edition may lack. */
    private static final List<String> FILTERS_OF_GAP =
            List.of("--assignee", "--reference", "--no-reference", "--undated", "--before", "--after", "--reported");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) {
        if (!arguments.operands().isEmpty()) {
            throw new Trouble(
                    "list takes filters, such as --text " + arguments.operands().get(0) + "; see --help");
        }
        Format format = Format.of(arguments);
        PortRegistry registry = EditionFiles.registry(arguments.edition(null), console);
        List<PortAssignment> rows = query(registry.query(), arguments).list();
        String count = RowText.counted(rows.size(), "row") + " of "
                + registry.assignments().size();
        boolean dependsOnGap = FILTERS_OF_GAP.stream().anyMatch(arguments::has);
        return format.print(rows, registry, console, count, dependsOnGap ? EditionFiles.gap(registry.edition()) : "");
    }

    private static PortQuery query(PortQuery all, Arguments arguments) {
        PortQuery query = all;
        query = with(query, arguments, "--within", (to, text) -> to.within(Ports.range(text)));
        query = with(query, arguments, "--range", (to, text) -> to.range(PortRange.parse(text)));
        query = with(query, arguments, "--transport", (to, text) -> to.transport(TransportProtocol.parse(text)));
        query = with(query, arguments, "--status", (to, text) -> to.status(status(text)));
        query = with(query, arguments, "--text", PortQuery::text);
        query = with(query, arguments, "--assignee", PortQuery::assignee);
        query = with(query, arguments, "--reference", (to, text) -> to.reference(document(text)));
        query = with(query, arguments, "--before", (to, text) -> to.registeredBefore(month(text, 1)));
        query = with(query, arguments, "--after", (to, text) -> to.registeredAfter(month(text, 12)));
        query = arguments.has("--no-reference") ? query.withoutReference() : query;
        query = arguments.has("--undated") ? query.withoutRegistrationDate() : query;
        query = arguments.has("--reported") ? query.unauthorizedUseReported() : query;
        return arguments.has("--no-aliases") ? query.withoutAliases() : query;
    }

    private static PortQuery with(
            PortQuery query, Arguments arguments, String option, BiFunction<PortQuery, String, PortQuery> step) {
        List<PortQuery> queries = arguments.values(option, text -> step.apply(query, text));
        return queries.isEmpty() ? query : queries.get(0);
    }

    private static AssignmentStatus status(String text) {
        for (AssignmentStatus status : AssignmentStatus.values()) {
            if (status != AssignmentStatus.UNLISTED && RowText.word(status).equals(text.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new IllegalArgumentException("a row is assigned, reserved or unassigned, not " + Texts.quoted(text));
    }

    /** Returns a document as IANA cites it: an RFC may be given as {@code 9110} or {@code rfc 9110}. */
    private static String document(String text) {
        return text.replaceFirst("(?i)^(?:rfc)? *([0-9]+)$", "RFC$1");
    }

    /** Parses a month, or a year, which means the given month of it. */
    private static YearMonth month(String text, int ofYear) {
        try {
            return text.length() == 4 ? Year.parse(text).atMonth(ofYear) : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Texts.quoted(text) + " is not a month such as 2002-01, or a year", e);
        }
    }
}
