package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question to a registry: conditions that a row must all meet, and the ways to have those that do.
 *
 * <p>Immutable and thread-safe: each step returns a new query, so one can be kept and narrowed in several ways. A query
 * ranges over the rows of every state; {@code status(ASSIGNED)} keeps it to assignments. Results are in file order,
 * duplicates included. Queries of a port or a service name use the registry's index, others look at every row.
 *
 * <pre>{@code
 * PortQuery ghosts = registry.query().transport(TCP).range(USER).status(ASSIGNED).withoutReference();
 * ghosts.count();                                                     // 5...: thousands of rows
 * ghosts.registeredBefore(YearMonth.of(2002, 1)).serviceNames();      // [lotusnote, recipe...]
 * ghosts.assignee("James Brown").list();                              // [wimsic 1326/tcp]
 * }</pre>
 */
public final class PortQuery {

    /** A condition, and how a query's text says it. */
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
     * Keeps rows whose port or interval holds a port.
     *
     * @param port port number, 0 to 65535
     * @return the narrowed query
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public PortQuery port(int port) {
        PortInterval.requirePort(port);
        return with(port, serviceName, "port " + port, havingPorts(ports -> ports.contains(port)));
    }

    /**
     * Keeps rows whose ports all lie within an interval.
     *
     * @param interval the interval, ends included
     * @return the narrowed query
     */
    public PortQuery within(PortInterval interval) {
        requireNonNull(interval, "interval");
        return with("within " + interval, havingPorts(interval::encloses));
    }

    /**
     * Keeps rows that have any port of a set.
     *
     * @param ports the set
     * @return the narrowed query
     */
    public PortQuery intersecting(PortSet ports) {
        requireNonNull(ports, "ports");
        return with(
                "intersecting " + Texts.brief(ports.toString()), havingPorts(own -> ports.intersects(PortSet.of(own))));
    }

    /**
     * Keeps rows whose ports all lie within one of the three ranges.
     *
     * @param range the range
     * @return the narrowed query
     */
    public PortQuery range(PortRange range) {
        return within(requireNonNull(range, "range").interval());
    }

    /**
     * Keeps rows of a transport, and those that name none and so apply to every one.
     *
     * @param transport transport protocol
     * @return the narrowed query
     */
    public PortQuery transport(TransportProtocol transport) {
        requireNonNull(transport, "transport");
        return with("transport " + transport.keyword(), row -> row.appliesTo(transport));
    }

    /**
     * Keeps rows whose own state is the given one.
     *
     * @param status the state; no row is {@link AssignmentStatus#UNLISTED}
     * @return the narrowed query
     */
    public PortQuery status(AssignmentStatus status) {
        requireNonNull(status, "status");
        return with("status " + status, row -> row.status() == status);
    }

    /**
     * Keeps rows of a service name.
     *
     * @param serviceName service name in any letter case
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
     * Keeps rows that have a text in their service name or description.
     *
     * @param text the text in any letter case
     * @return the narrowed query
     */
    public PortQuery text(String text) {
        String wanted = folded(requireNonNull(text, "text"));
        return with(
                "text " + Texts.quoted(text),
                row -> folded(row.serviceName()).contains(wanted)
                        || folded(row.description()).contains(wanted));
    }

    /**
     * Keeps rows whose assignee has a text.
     *
     * @param text the text in any letter case; the registry's underscores count as blanks, so that
     *     {@code "james brown"} finds {@code [James_Brown]}
     * @return the narrowed query
     */
    public PortQuery assignee(String text) {
        return person("assignee ", PortAssignment::assignee, text);
    }

    /**
     * Keeps rows whose contact has a text.
     *
     * @param text the text in any letter case; the registry's underscores count as blanks
     * @return the narrowed query
     */
    public PortQuery contact(String text) {
        return person("contact ", PortAssignment::contact, text);
    }

    private PortQuery person(String words, Function<PortAssignment, String> column, String text) {
        String wanted = folded(requireNonNull(text, "text")).replace('_', ' ');
        return with(
                words + Texts.quoted(text),
                row -> folded(column.apply(row)).replace('_', ' ').contains(wanted));
    }

    /**
     * Keeps rows that cite one document.
     *
     * @param reference one reference without brackets in any letter case, such as {@code "RFC9110"}
     * @return the narrowed query
     */
    public PortQuery reference(String reference) {
        requireNonNull(reference, "reference");
        return with(
                "reference " + Texts.quoted(reference),
                row -> row.hasReference() && row.references().stream().anyMatch(reference::equalsIgnoreCase));
    }

    /**
     * Keeps rows that cite a document.
     *
     * @return the narrowed query
     */
    public PortQuery withReference() {
        return with("with a reference", PortAssignment::hasReference);
    }

    /**
     * Keeps rows that cite no document, the reserved and unassigned ones among them.
     *
     * @return the narrowed query
     */
    public PortQuery withoutReference() {
        return with("without a reference", row -> !row.hasReference());
    }

    /**
     * Keeps rows that were registered before a month. Rows without a date do not meet this.
     *
     * @param month the first month that is too late
     * @return the narrowed query
     */
    public PortQuery registeredBefore(YearMonth month) {
        long limit = requireNonNull(month, "month").getLong(ChronoField.PROLEPTIC_MONTH);
        return registered("registered before " + month, date -> date.prolepticMonth() < limit);
    }

    /**
     * Keeps rows that were registered after a month. Rows without a date do not meet this.
     *
     * @param month the last month that is too early
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
     * Keeps rows without a registration date.
     *
     * @return the narrowed query
     */
    public PortQuery undated() {
        return with("undated", row -> row.registrationDate() == null);
    }

    /**
     * Keeps rows of which unauthorized use was reported to IANA.
     *
     * @return the narrowed query
     */
    public PortQuery unauthorizedUseReported() {
        return with("unauthorized use reported", row -> !row.unauthorizedUse().isEmpty());
    }

    /**
     * Leaves out rows that the notes state to be aliases or duplicates of another name.
     *
     * @return the narrowed query
     */
    public PortQuery withoutAliases() {
        return with("without aliases", row -> row.aliasOf() == null);
    }

    /**
     * Keeps rows that have a port.
     *
     * @return the narrowed query
     */
    public PortQuery withPort() {
        return with("with a port", row -> row.ports() != null);
    }

    /**
     * Keeps rows that have no port: names for service discovery, mostly.
     *
     * @return the narrowed query
     */
    public PortQuery withoutPort() {
        return with("without a port", row -> row.ports() == null);
    }

    /**
     * Keeps rows that meet a condition of your own.
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

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the rows that meet all conditions.
     *
     * @return the rows, file order
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

    /** Each index only narrows down where to look; the conditions hold the port and the name as well. */
    private List<PortAssignment> candidates() {
        if (port != null) {
            return rows.ports().rows(port);
        }
        return serviceName != null && !serviceName.isEmpty() ? rows.findByName(serviceName) : rows.all();
    }

    /**
     * Returns the rows that meet all conditions.
     *
     * @return the rows, file order, unmodifiable, empty if there is none
     */
    public List<PortAssignment> list() {
        return stream().toList();
    }

    /**
     * Returns the first row in the file that meets all conditions.
     *
     * @return that row, or empty if there is none
     */
    public Optional<PortAssignment> first() {
        return stream().findFirst();
    }

    /**
     * Returns how many rows meet all conditions.
     *
     * @return number of rows, duplicates included
     */
    public long count() {
        return stream().count();
    }

    /**
     * Returns the service names of the rows that meet all conditions.
     *
     * @return the names, each once, in the order of their first row, without the empty one; unmodifiable
     */
    public List<String> serviceNames() {
        return stream()
                .map(PortAssignment::serviceName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Returns the ports that the rows cover that meet all conditions.
     *
     * @return the union of their ports
     */
    public PortSet ports() {
        return stream().flatMap(row -> Stream.ofNullable(row.ports())).collect(PortSet.collector());
    }

    /**
     * Returns the conditions.
     *
     * @return such as {@code "PortQuery[transport tcp, within 1024-49151, status ASSIGNED]"}
     */
    @Override
    public String toString() {
        return "PortQuery" + conditions.stream().map(Condition::text).toList();
    }
}
