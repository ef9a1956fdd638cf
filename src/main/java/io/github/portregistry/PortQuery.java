package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query over the rows of a registry, built from conditions that a row must all meet.
 *
 * <p>This class is immutable and thread-safe. Each step returns a new query, so you can keep a query and narrow it in
 * several ways. A query covers rows of every state; use {@code status(ASSIGNED)} to restrict it to assignments. Results
 * are in file order and include duplicates. A query by port or service name uses the registry's index; any other query
 * looks at every row.
 *
 * <p>If {@link Edition#peopleAsOf()} is set, as it may be for {@link PortRegistry#bundled()}, assignees, contacts, dates,
 * references and rows without a port are those of an older edition. Then IANA's own file may have more rows that meet a
 * condition on these, and fewer that lack one.
 *
 * <pre>{@code
 * PortQuery ghosts = registry.query().transport(TCP).range(USER).status(ASSIGNED).withoutReference();
 * ghosts.count();                                                     // 5...: thousands of rows
 * ghosts.registeredBefore(YearMonth.of(2002, 1)).serviceNames();      // [lotusnote, recipe...]
 * ghosts.assignee("James Brown").list();                              // [wimsic 1326/tcp]
 * }</pre>
 */
@CheckReturnValue
public final class PortQuery {

    /** A condition, with its text in {@link PortQuery#toString()}. */
    private record Condition(String text, Predicate<? super PortAssignment> test) {}

    private final RegistryRows rows;
    private final @Nullable Integer port;
    private final @Nullable String serviceName;
    private final List<Condition> conditions;

    PortQuery(RegistryRows rows) {
        this(rows, null, null, List.of());
    }

    private PortQuery(
            RegistryRows rows, @Nullable Integer port, @Nullable String serviceName, List<Condition> conditions) {
        this.rows = rows;
        this.port = port;
        this.serviceName = serviceName;
        this.conditions = conditions;
    }

    /**
     * Keeps only the rows whose port or interval contains a port.
     *
     * @param port the port number, 0 to 65535
     * @return the narrowed query
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public PortQuery port(int port) {
        PortInterval.requirePort(port);
        return with(port, serviceName, "port " + port, havingPorts(ports -> ports.contains(port)));
    }

    /**
     * Keeps only the rows whose ports all lie within an interval.
     *
     * @param interval the interval, inclusive
     * @return the narrowed query
     */
    public PortQuery within(PortInterval interval) {
        requireNonNull(interval, "interval");
        return with("within " + interval, havingPorts(interval::contains));
    }

    /**
     * Keeps only the rows that have at least one port of a set.
     *
     * @param ports the set of ports
     * @return the narrowed query
     */
    public PortQuery intersecting(PortSet ports) {
        requireNonNull(ports, "ports");
        return with(
                "intersecting " + Texts.brief(ports.toString()), havingPorts(own -> ports.intersects(PortSet.of(own))));
    }

    /**
     * Keeps only the rows whose ports all lie within one of the three ranges.
     *
     * @param range the range
     * @return the narrowed query
     */
    public PortQuery range(PortRange range) {
        return within(requireNonNull(range, "range").interval());
    }

    /**
     * Keeps only the rows of a transport. Rows that name none apply to every transport, and are kept.
     *
     * @param transport the transport protocol
     * @return the narrowed query
     */
    public PortQuery transport(TransportProtocol transport) {
        requireNonNull(transport, "transport");
        return with("transport " + transport.keyword(), row -> row.appliesTo(transport));
    }

    /**
     * Keeps only the rows that have a given state themselves, whatever other rows say of their ports.
     *
     * @param status the state; no row is {@link AssignmentStatus#UNLISTED}
     * @return the narrowed query
     */
    public PortQuery status(AssignmentStatus status) {
        requireNonNull(status, "status");
        return with("status " + status, row -> row.status() == status);
    }

    /**
     * Keeps only the rows of a service name.
     *
     * @param serviceName the service name, case-insensitive
     * @return the narrowed query
     */
    public PortQuery serviceName(String serviceName) {
        requireNonNull(serviceName, "serviceName");
        return with(
                port,
                serviceName,
                "service name " + Texts.quoted(serviceName),
                row -> ServiceNames.isSame(row.serviceName(), serviceName));
    }

    /**
     * Keeps only the rows whose service name or description contains a text.
     *
     * @param text the text, case-insensitive
     * @return the narrowed query
     */
    public PortQuery text(String text) {
        String wanted = ServiceNames.folded(requireNonNull(text, "text"));
        return with(
                "text " + Texts.quoted(text),
                row -> contains(row.serviceName(), wanted, ' ') || contains(row.description(), wanted, ' '));
    }

    /**
     * Keeps only the rows whose assignee contains a text.
     *
     * @param text the text, case-insensitive; underscores and spaces are equal, so {@code "james brown"} finds {@code
     *     [James_Brown]}
     * @return the narrowed query
     */
    public PortQuery assignee(String text) {
        return person("assignee ", PortAssignment::assignee, text);
    }

    /**
     * Keeps only the rows whose contact contains a text.
     *
     * @param text the text, case-insensitive; underscores and spaces are equal
     * @return the narrowed query
     */
    public PortQuery contact(String text) {
        return person("contact ", PortAssignment::contact, text);
    }

    private PortQuery person(String words, Function<PortAssignment, String> column, String text) {
        String wanted = ServiceNames.folded(requireNonNull(text, "text")).replace('_', ' ');
        return with(words + Texts.quoted(text), row -> contains(column.apply(row), wanted, '_'));
    }

    /**
     * Keeps only the rows that cite a given document.
     *
     * @param reference one reference without brackets, case-insensitive, such as {@code "RFC9110"}
     * @return the narrowed query
     */
    public PortQuery reference(String reference) {
        requireNonNull(reference, "reference");
        return with("reference " + Texts.quoted(reference), row -> row.cites(reference));
    }

    /**
     * Keeps only the rows that cite at least one document.
     *
     * @return the narrowed query
     */
    public PortQuery withReference() {
        return with("with a reference", PortAssignment::hasReference);
    }

    /**
     * Keeps only the rows that cite no document. Reserved and unassigned rows are among them.
     *
     * @return the narrowed query
     */
    public PortQuery withoutReference() {
        return with("without a reference", row -> !row.hasReference());
    }

    /**
     * Keeps only the rows that were registered before a month. Rows without a date are dropped.
     *
     * @param month the month, exclusive
     * @return the narrowed query
     */
    public PortQuery registeredBefore(YearMonth month) {
        long limit = requireNonNull(month, "month").getLong(ChronoField.PROLEPTIC_MONTH);
        return registered("registered before " + month, date -> date.prolepticMonth() < limit);
    }

    /**
     * Keeps only the rows that were registered after a month. Rows without a date are dropped.
     *
     * @param month the month, exclusive
     * @return the narrowed query
     */
    public PortQuery registeredAfter(YearMonth month) {
        long limit = requireNonNull(month, "month").getLong(ChronoField.PROLEPTIC_MONTH);
        return registered("registered after " + month, date -> date.prolepticMonth() > limit);
    }

    private PortQuery registered(String words, Predicate<RegistryDate> condition) {
        return with(words, row -> {
            RegistryDate date = row.registrationDate();
            return date != null && condition.test(date);
        });
    }

    /**
     * Keeps only the rows without a registration date.
     *
     * @return the narrowed query
     */
    public PortQuery withoutRegistrationDate() {
        return with("without a registration date", row -> row.registrationDate() == null);
    }

    /**
     * Keeps only the rows for which unauthorized use was reported to IANA.
     *
     * @return the narrowed query
     */
    public PortQuery unauthorizedUseReported() {
        return with("unauthorized use reported", row -> !row.unauthorizedUse().isEmpty());
    }

    /**
     * Drops the rows whose notes say that they are an alias or a duplicate of another name.
     *
     * @return the narrowed query
     */
    public PortQuery withoutAliases() {
        return with("without aliases", row -> row.aliasOf() == null);
    }

    /**
     * Keeps only the rows that have a port.
     *
     * @return the narrowed query
     */
    public PortQuery withPort() {
        return with("with a port", row -> row.ports() != null);
    }

    /**
     * Keeps only the rows that have no port. Most of them are names for service discovery.
     *
     * @return the narrowed query
     */
    public PortQuery withoutPort() {
        return with("without a port", row -> row.ports() == null);
    }

    /**
     * Keeps only the rows that meet a condition of your own.
     *
     * @param condition the condition, without side effects
     * @return the narrowed query
     */
    public PortQuery where(Predicate<? super PortAssignment> condition) {
        return with("a condition of your own", requireNonNull(condition, "condition"));
    }

    private PortQuery with(String text, Predicate<? super PortAssignment> test) {
        return with(port, serviceName, text, test);
    }

    private PortQuery with(
            @Nullable Integer port, @Nullable String serviceName, String text, Predicate<? super PortAssignment> test) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(new Condition(text, test));
        return new PortQuery(rows, port, serviceName, all);
    }

    private static Predicate<PortAssignment> havingPorts(Predicate<PortInterval> condition) {
        return row -> {
            PortInterval ports = row.ports();
            return ports != null && condition.test(ports);
        };
    }

    /** Returns whether a text contains a folded one, where a given character is as good as a blank. */
    private static boolean contains(String text, String wanted, char blank) {
        for (int start = 0; start <= text.length() - wanted.length(); start++) {
            int i = 0;
            while (i < wanted.length() && folded(text.charAt(start + i), blank) == wanted.charAt(i)) {
                i++;
            }
            if (i == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    private static char folded(char c, char blank) {
        return c == blank ? ' ' : ServiceNames.folded(c);
    }

    /**
     * Returns a stream of the rows that meet all conditions.
     *
     * @return the rows, in file order
     */
    public Stream<PortAssignment> stream() {
        return candidates().stream().filter(this::meetsConditions);
    }

    private boolean meetsConditions(PortAssignment row) {
        for (Condition condition : conditions) {
            if (!condition.test.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** An index only narrows down the rows to look at; the port and the name are conditions, too. */
    private List<PortAssignment> candidates() {
        if (port != null) {
            return rows.ports().rows(port);
        }
        return serviceName != null && !serviceName.isEmpty() ? rows.findByName(serviceName) : rows.all();
    }

    /**
     * Returns a list of the rows that meet all conditions.
     *
     * @return the rows in file order; unmodifiable, empty if there are none
     */
    public List<PortAssignment> list() {
        return stream().toList();
    }

    /**
     * Returns the first row in file order that meets all conditions.
     *
     * @return the row, or empty if there is none
     */
    public Optional<PortAssignment> findFirst() {
        return stream().findFirst();
    }

    /**
     * Returns the number of rows that meet all conditions.
     *
     * @return the number of rows, including duplicates
     */
    public long count() {
        return stream().count();
    }

    /**
     * Returns the service names of the rows that meet all conditions.
     *
     * @return the names, each once, in the order of their first rows; rows without a name are ignored; unmodifiable
     */
    public List<String> serviceNames() {
        return stream()
                .map(PortAssignment::serviceName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Returns the ports of the rows that meet all conditions. These are rows of any status, and shadowed ones too: for the
     * ports that a name means, call {@link PortRegistry#resolve(String)}.
     *
     * @return the union of their ports, by transport; rows without a port are ignored, and rows without a transport count
     *     for every transport
     */
    public PortsByTransport ports() {
        return PortsByTransport.ofEach(transport -> transport(transport).stream()
                .flatMap(row -> Stream.ofNullable(row.ports()))
                .collect(PortSet.collector()));
    }

    /**
     * Returns the conditions of this query.
     *
     * @return a text such as {@code "PortQuery[transport tcp, within 1024-49151, status ASSIGNED]"}
     */
    @Override
    public String toString() {
        return "PortQuery" + conditions.stream().map(Condition::text).toList();
    }
}
