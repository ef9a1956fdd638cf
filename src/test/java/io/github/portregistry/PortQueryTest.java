package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.PortRange.SYSTEM;
import static io.github.portregistry.PortRange.USER;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.Rejections.assertRejectsPortsOutOfRange;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.YearMonth;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortQueryTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final YearMonth JUNE_2007 = YearMonth.of(2007, 6);

    /** A step, and in plain words which rows it keeps. */
    private record Step(String name, UnaryOperator<PortQuery> narrow, Predicate<PortAssignment> keeps) {}

    private static final List<Step> STEPS = List.of(
            new Step("port", query -> query.port(6010), row -> holds(row, 6010)),
            new Step("port of several rows", query -> query.port(80), row -> holds(row, 80)),
            new Step("port of a block", query -> query.port(4300), row -> holds(row, 4300)),
            new Step("dynamic port", query -> query.port(50000), row -> false),
            new Step(
                    "within",
                    query -> query.within(PortInterval.of(6000, 6063)),
                    row -> row.ports() != null
                            && row.ports().first() >= 6000
                            && row.ports().last() <= 6063),
            new Step(
                    "within less than x11",
                    query -> query.within(PortInterval.of(6000, 6062)),
                    row -> row.ports() != null
                            && row.ports().first() >= 6000
                            && row.ports().last() <= 6062),
            new Step(
                    "intersecting",
                    query -> query.intersecting(PortSet.parse("22,6010-6070,8080")),
                    row -> row.ports() != null
                            && (holds(row, 22)
                                    || holds(row, 8080)
                                    || IntStream.rangeClosed(6010, 6070).anyMatch(port -> holds(row, port)))),
            new Step(
                    "system range",
                    query -> query.range(SYSTEM),
                    row -> row.ports() != null && row.ports().last() <= 1023),
            new Step(
                    "user range",
                    query -> query.range(USER),
                    row -> row.ports() != null
                            && row.ports().first() >= 1024
                            && row.ports().last() <= 49151),
            new Step("tcp", query -> query.transport(TCP), row -> row.transport() == TCP || row.transport() == null),
            new Step("udp", query -> query.transport(UDP), row -> row.transport() == UDP || row.transport() == null),
            new Step("assigned", query -> query.status(ASSIGNED), row -> row.status() == ASSIGNED),
            new Step("unassigned", query -> query.status(UNASSIGNED), row -> row.status() == UNASSIGNED),
            new Step("unlisted", query -> query.status(UNLISTED), row -> false),
            new Step(
                    "service name",
                    query -> query.serviceName("HTTP-Alt"),
                    row -> row.serviceName().equals("http-alt")),
            new Step(
                    "no service name",
                    query -> query.serviceName(""),
                    row -> row.serviceName().isEmpty()),
            new Step("unknown service name", query -> query.serviceName("whois"), row -> false),
            new Step(
                    "text",
                    query -> query.text("MAIL"),
                    row -> lower(row.serviceName()).contains("mail")
                            || lower(row.description()).contains("mail")),
            new Step("empty text", query -> query.text(""), row -> true),
            new Step(
                    "assignee",
                    query -> query.assignee("james BROWN"),
                    row -> lower(row.assignee()).contains("james_brown")),
            new Step(
                    "assignee in brackets",
                    query -> query.assignee("[Jon_Postel]"),
                    row -> row.assignee().contains("[Jon_Postel]")),
            new Step(
                    "contact",
                    query -> query.contact("Stewart"),
                    row -> lower(row.contact()).contains("stewart")),
            new Step(
                    "reference",
                    query -> query.reference("rfc9110"),
                    row -> row.reference().contains("[RFC9110]")),
            new Step("part of a reference", query -> query.reference("RFC911"), row -> false),
            new Step(
                    "with reference",
                    PortQuery::withReference,
                    row -> !row.reference().isEmpty()),
            new Step(
                    "without reference",
                    PortQuery::withoutReference,
                    row -> row.reference().isEmpty()),
            new Step(
                    "registered before",
                    query -> query.registeredBefore(JUNE_2007),
                    row -> row.registrationDate() != null && month(row.registrationDate()) < 2007_06),
            new Step(
                    "registered after",
                    query -> query.registeredAfter(JUNE_2007),
                    row -> row.registrationDate() != null && month(row.registrationDate()) > 2007_06),
            new Step("undated", PortQuery::withoutRegistrationDate, row -> row.registrationDate() == null),
            new Step(
                    "unauthorized use reported",
                    PortQuery::unauthorizedUseReported,
                    row -> !row.unauthorizedUse().isEmpty()),
            new Step("without aliases", PortQuery::withoutAliases, row -> row.aliasOf() == null),
            new Step("with port", PortQuery::withPort, row -> row.ports() != null),
            new Step("without port", PortQuery::withoutPort, row -> row.ports() == null),
            new Step(
                    "where", query -> query.where(row -> row.serviceCode() != null), row -> row.serviceCode() != null));

    private static boolean holds(PortAssignment row, int port) {
        return row.ports() != null
                && row.ports().first() <= port
                && port <= row.ports().last();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns year and month as one number: 200706. */
    private static int month(RegistryDate date) {
        return date.year() * 100 + date.month();
    }

    private static List<PortAssignment> scan(PortRegistry registry, Predicate<PortAssignment> condition) {
        return registry.assignments().stream().filter(condition).toList();
    }

    static Stream<Arguments> steps() {
        return STEPS.stream().map(step -> argumentSet(step.name(), step));
    }

    @Nested
    class Steps {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.PortQueryTest#steps")
        void agreeWithPlainFilters(Step step) {
            ScannedEdition.all()
                    .map(ScannedEdition::registry)
                    .forEach(registry -> assertThat(
                                    step.narrow().apply(registry.query()).list())
                            .isEqualTo(scan(registry, step.keeps())));
        }

        @Test
        void keepSomeRowsButNotAll() {
            assertThat(STEPS)
                    .filteredOn(step -> scan(REGISTRY, step.keeps()).isEmpty())
                    .extracting(Step::name)
                    .containsExactly(
                            "dynamic port",
                            "within less than x11",
                            "unlisted",
                            "unknown service name",
                            "part of a reference");
            assertThat(STEPS)
                    .filteredOn(step -> scan(REGISTRY, step.keeps()).equals(REGISTRY.assignments()))
                    .extracting(Step::name)
                    .containsExactly("empty text");
        }

        /** All pairs both ways round, so that an index of the one never hides the other. */
        @Test
        void areCombinedByAnd() {
            for (Step first : STEPS) {
                PortQuery narrowed = first.narrow().apply(REGISTRY.query());
                List<PortAssignment> kept = scan(REGISTRY, first.keeps());
                for (Step second : STEPS) {
                    assertThat(second.narrow().apply(narrowed).list())
                            .as("%s, then %s", first.name(), second.name())
                            .isEqualTo(kept.stream().filter(second.keeps()).toList());
                }
            }
        }

        @Test
        void areCombinedInAnyNumber() {
            Random random = new Random(13);
            for (int i = 0; i < 500; i++) {
                PortQuery query = REGISTRY.query();
                Predicate<PortAssignment> keeps = row -> true;
                for (int count = 2 + random.nextInt(4); count > 0; count--) {
                    Step step = STEPS.get(random.nextInt(STEPS.size()));
                    query = step.narrow().apply(query);
                    keeps = keeps.and(step.keeps());
                }
                assertThat(query.list()).isEqualTo(scan(REGISTRY, keeps));
            }
        }

        @Test
        void returnNewQueries() {
            PortQuery all = REGISTRY.query();
            PortQuery tcp = all.transport(TCP);
            List<PortAssignment> before = tcp.list();
            for (Step step : STEPS) {
                assertThat(step.narrow().apply(tcp)).isNotSameAs(tcp);
            }
            assertThat(tcp.list()).isEqualTo(before);
            assertThat(all.list()).isEqualTo(REGISTRY.assignments());
        }

        @ParameterizedTest
        @ValueSource(strings = {"IGMPV3LITE", "igmpv3lite"})
        @DefaultLocale("tr")
        void ignoreCaseInEveryLocale(String text) {
            assertThat(REGISTRY.query().serviceName(text).count()).isEqualTo(1);
            assertThat(REGISTRY.query().text(text).count()).isEqualTo(1);
            assertThat(REGISTRY.query().assignee("TOERLESS ECKERT").count()).isPositive();
        }

        @Test
        void rejectNullByName() {
            PortQuery query = REGISTRY.query();
            assertRejectsNull("interval", () -> query.within(null));
            assertRejectsNull("range", () -> query.range(null));
            assertRejectsNull("ports", () -> query.intersecting(null));
            assertRejectsNull("transport", () -> query.transport(null));
            assertRejectsNull("status", () -> query.status(null));
            assertRejectsNull("serviceName", () -> query.serviceName(null));
            assertRejectsNull("text", () -> query.text(null));
            assertRejectsNull("text", () -> query.assignee(null));
            assertRejectsNull("text", () -> query.contact(null));
            assertRejectsNull("reference", () -> query.reference(null));
            assertRejectsNull("month", () -> query.registeredBefore(null));
            assertRejectsNull("month", () -> query.registeredAfter(null));
            assertRejectsNull("condition", () -> query.where(null));
        }

        @Test
        void rejectPortsOutOfRange() {
            assertRejectsPortsOutOfRange(port -> REGISTRY.query().port(port));
        }
    }

    @Nested
    class Ports {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.ScannedEdition#all")
        void agreeWithAScan(ScannedEdition edition) {
            List<List<PortAssignment>> rows = edition.byPort(row -> true);
            for (int port = 0; port < ScannedEdition.PORTS; port++) {
                assertThat(edition.registry().query().port(port).list())
                        .as("port %d", port)
                        .isEqualTo(rows.get(port));
            }
        }
    }

    @Nested
    class Terminals {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.PortQueryTest#steps")
        void agreeWithEachOther(Step step) {
            PortQuery query = step.narrow().apply(REGISTRY.query());
            List<PortAssignment> rows = scan(REGISTRY, step.keeps());
            assertThat(query.stream()).isEqualTo(rows);
            assertThat(query.count()).isEqualTo(rows.size());
            assertThat(query.findFirst()).isEqualTo(rows.stream().findFirst());

            Set<String> names = new LinkedHashSet<>();
            for (PortAssignment row : rows) {
                names.add(row.serviceName());
            }
            names.remove("");
            assertThat(query.serviceNames()).containsExactlyElementsOf(names);
            for (TransportProtocol transport : TransportProtocol.values()) {
                BitSet ports = new BitSet();
                for (PortAssignment row : rows) {
                    if (row.ports() != null && row.appliesTo(transport)) {
                        ports.set(row.ports().first(), row.ports().last() + 1);
                    }
                }
                assertThat(query.ports().ports(transport)).isEqualTo(BruteForce.ports(ports));
            }
        }

        @Test
        void printConditionsInOrder() {
            assertThat(REGISTRY.query()).hasToString("PortQuery[]");
            assertThat(REGISTRY.query()
                            .port(80)
                            .within(PortInterval.of(1, 100))
                            .intersecting(PortSet.of(80, 81))
                            .range(SYSTEM)
                            .transport(TCP)
                            .status(ASSIGNED)
                            .serviceName("HTTP"))
                    .hasToString(
                            "PortQuery[port 80, within 1-100, intersecting 80-81, within 0-1023, transport tcp, status ASSIGNED,"
                                    + " service name \"HTTP\"]");
            assertThat(REGISTRY.query()
                            .text("a\nb")
                            .assignee("James Brown")
                            .contact("Jo")
                            .reference("RFC9110")
                            .withReference()
                            .withoutReference())
                    .hasToString("PortQuery[text \"a\\u000ab\", assignee \"James Brown\", contact \"Jo\","
                            + " reference \"RFC9110\", with a reference, without a reference]");
            assertThat(REGISTRY.query()
                            .registeredBefore(JUNE_2007)
                            .registeredAfter(JUNE_2007)
                            .withoutRegistrationDate()
                            .unauthorizedUseReported()
                            .withoutAliases()
                            .withPort()
                            .withoutPort()
                            .where(row -> true))
                    .hasToString("PortQuery[registered before 2007-06, registered after 2007-06,"
                            + " without a registration date, unauthorized use reported, without aliases, with a port, without a port,"
                            + " a condition of your own]");
        }

        @Test
        void mayBeRepeated() {
            PortQuery query = REGISTRY.query().port(80);
            List<PortAssignment> rows = query.list();
            assertThat(rows).isNotEmpty().isEqualTo(query.list()).hasSize((int) query.count());
            assertThat(query.stream()).isEqualTo(rows);
            assertThat(query.stream()).isEqualTo(rows);
        }

        @Test
        void keepRepeatedRows() {
            PortAssignment http = PortAssignment.of("http", PortInterval.of(80), TCP, "");
            PortQuery query = PortRegistry.of(List.of(http, http)).query();
            assertThat(query.count()).isEqualTo(2);
            assertThat(query.port(80).list()).containsExactly(http, http);
            assertThat(query.serviceNames()).containsExactly("http");
        }

        @ParameterizedTest
        @CsvSource({"8080, http-alt", "6010, x11", "27001, flex-lm", "26, ''"})
        void returnEachServiceNameOnce(int port, String name) {
            assertThat(String.join(" ", REGISTRY.query().port(port).serviceNames()))
                    .isEqualTo(name);
        }
    }
}
