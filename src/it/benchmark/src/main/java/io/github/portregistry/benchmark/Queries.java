package io.github.portregistry.benchmark;

import static io.github.portregistry.TransportProtocol.UDP;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.RegistryDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Queries, beside the loop with the same condition that a caller would write. */
@State(Scope.Benchmark)
public class Queries {

    private static final YearMonth MONTH = YearMonth.of(2010, 1);
    private static final PortInterval INTERVAL = PortInterval.of(1024, 2047);
    private static final PortSet SET = PortSet.of(22, 443, 3306);
    private static final String WORD = "secure";
    private static final String PERSON = "james brown";
    private static final String DOCUMENT = "RFC6335";

    /** What the rows have to meet. */
    public enum Condition {
        WITHIN(query -> query.within(INTERVAL), row -> row.ports() != null && INTERVAL.contains(row.ports())),
        INTERSECTING(
                query -> query.intersecting(SET),
                row -> row.ports() != null && SET.intersects(PortSet.of(row.ports()))),
        RANGE(
                query -> query.range(PortRange.SYSTEM),
                row -> row.ports() != null && row.ports().first() < 1024),
        TRANSPORT(query -> query.transport(UDP), Queries::isUdp),
        STATUS(query -> query.status(AssignmentStatus.RESERVED), row -> row.status() == AssignmentStatus.RESERVED),
        TEXT(query -> query.text(WORD), row -> has(row.serviceName(), WORD) || has(row.description(), WORD)),
        ASSIGNEE(query -> query.assignee(PERSON), row -> has(row.assignee().replace('_', ' '), PERSON)),
        CONTACT(query -> query.contact(PERSON), row -> has(row.contact().replace('_', ' '), PERSON)),
        REFERENCE(query -> query.reference(DOCUMENT), Queries::cites),
        TRANSPORT_AND_REFERENCE(query -> query.transport(UDP).reference(DOCUMENT), row -> isUdp(row) && cites(row)),
        WITH_REFERENCE(PortQuery::withReference, PortAssignment::hasReference),
        TRANSPORT_WITH_REFERENCE(
                query -> query.transport(UDP).withReference(), row -> isUdp(row) && row.hasReference()),
        REGISTERED_BEFORE(query -> query.registeredBefore(MONTH), row -> isBefore(row.registrationDate())),
        UNDATED(PortQuery::undated, row -> row.registrationDate() == null),
        UNAUTHORIZED_USE(
                PortQuery::unauthorizedUseReported,
                row -> !row.unauthorizedUse().isEmpty()),
        WITHOUT_ALIASES(PortQuery::withoutAliases, row -> row.aliasOf() == null),
        WITH_PORT(PortQuery::withPort, row -> row.ports() != null);

        private final UnaryOperator<PortQuery> query;
        private final Predicate<PortAssignment> test;

        Condition(UnaryOperator<PortQuery> query, Predicate<PortAssignment> test) {
            this.query = query;
            this.test = test;
        }

        /** Returns what the table calls it. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Param
    public Condition condition;

    private final PortRegistry registry = MeasuredEdition.registry();

    @Setup
    public void check() {
        if (!query().equals(loop())) {
            throw new IllegalStateException("unequal answers");
        }
    }

    private static boolean isUdp(PortAssignment row) {
        return row.transport() == UDP || row.transport() == null;
    }

    private static boolean has(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static boolean cites(PortAssignment row) {
        return row.reference().contains("[" + DOCUMENT + "]");
    }

    private static boolean isBefore(RegistryDate date) {
        return date != null && date.yearMonth().isBefore(MONTH);
    }

    @Benchmark
    public List<PortAssignment> query() {
        return condition.query.apply(registry.query()).list();
    }

    @Benchmark
    public List<PortAssignment> loop() {
        List<PortAssignment> found = new ArrayList<>();
        for (PortAssignment row : registry.assignments()) {
            if (condition.test.test(row)) {
                found.add(row);
            }
        }
        return found;
    }
}
