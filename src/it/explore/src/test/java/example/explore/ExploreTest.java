package example.explore;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person finds on the page of the edition in the jar, by typing and clicking. */
class ExploreTest extends OpenPage {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    /** Returns the ports of rows, over any transport. */
    private static PortSet overAny(PortQuery query) {
        return query.ports().asMap().values().stream().reduce(PortSet.empty(), PortSet::union);
    }

    /** Rows that differ in nothing but the transport are one assignment to a reader. */
    private static String assignments(Predicate<PortAssignment> condition) {
        long count = REGISTRY.query().status(ASSIGNED).where(condition).stream()
                .map(row -> List.of(
                        row.serviceName(),
                        String.valueOf(row.ports()),
                        row.description(),
                        row.assignee(),
                        row.contact(),
                        String.valueOf(row.registrationDate()),
                        String.valueOf(row.modificationDate()),
                        row.reference(),
                        row.unauthorizedUse(),
                        row.assignmentNotes()))
                .distinct()
                .count();
        return String.format(Locale.ROOT, count == 1 ? "%,d assignment" : "%,d assignments", count);
    }

    @Test
    void loadsNothingAndKeepsItsPolicy() {
        assertThat(page.ask("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void saysWhatItShows() {
        PortSet assigned = overAny(REGISTRY.query().status(ASSIGNED));
        PortSet cited = overAny(REGISTRY.query().status(ASSIGNED).withReference());
        assertThat(page.text("h1")).isEqualTo("What is each port registered for?");
        assertThat(page.text("#finding"))
                .startsWith(String.format(
                        Locale.ROOT,
                        "%,d of %,d assigned ports cite no document",
                        assigned.difference(cited).size(),
                        assigned.size()));
        assertThat(page.text("header p")).contains("a convention and not an observation");
        assertThat(page.text("#edition")).isEqualTo("Edition: " + REGISTRY.edition());
    }

    @Test
    void findsAPort() {
        page.search("443");
        assertThat(page.text("#port")).isEqualTo("Port 443");
        assertThat(page.text("#rows")).contains("System Ports", "https", "RFC9110");
        assertThat(page.text("#said")).startsWith("Port 443: https");
    }

    @Test
    void findsAnInterval() {
        page.search("6000-6063/tcp");
        assertThat(page.text("#count")).startsWith("1 assignment").endsWith("64 ports");
        page.click("#list button");
        assertThat(page.text("#port")).isEqualTo("Port 6000");
    }

    @Test
    void findsAName() {
        page.search("http");
        assertThat(page.text("#list li:first-child b")).isEqualTo("http");
    }

    @Test
    void findsAServiceWithoutAPort() {
        page.search("ospf");
        assertThat(page.text("#list li:first-child .where")).startsWith("no port");
        page.click("#list button");
        assertThat(page.text("#answer"))
                .startsWith("No port")
                .contains(REGISTRY.findByName("ospf").get(0).description());
    }

    @Test
    void findsAPerson() {
        page.search("person:postel");
        assertThat(page.text("#count").endsWith(" in this edition"))
                .isEqualTo(REGISTRY.edition().peopleAsOf() != null);
        assertThat(page.text("#count") + ",")
                .startsWith(assignments(row -> (row.assignee() + " " + row.contact())
                                .toLowerCase(Locale.ROOT)
                                .contains("postel"))
                        + ",");
    }

    @Test
    void findsAYearByItsBar() {
        page.click("#years button[data-search='year:2002']");
        assertThat(page.one("#search").getDomProperty("value")).isEqualTo("year:2002");
        assertThat(page.text("#count"))
                .startsWith(assignments(row -> row.registrationDate() != null
                                && row.registrationDate().year() == 2002)
                        + ", ");
        assertThat(page.one("#years button[aria-pressed=true]").getAccessibleName())
                .startsWith("2002: ");
    }

    @Test
    void findsWhatADocumentDefines() {
        page.search("cites:RFC 9110");
        assertThat(page.text("#count") + ",")
                .startsWith(assignments(row -> row.references().contains("RFC9110")) + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65536 | Ports end at 65535",
                "80-70 | An interval begins with its lower port",
                "year:abc | Write a year as in year:2002, or a month as in year:2002-05",
                "nosuchservice | 0 assignments, 0 ports",
                "8080:80 | A colon can mean an interval or map a port to another: write 22-80, or the one port that you mean"
            })
    void saysWhatIsWrongWithASearch(String text, String complaint) {
        page.search(text);
        assertThat(page.text("#count")).isEqualTo(complaint);
        assertThat(page.all("#list li")).isEmpty();
        assertThat(page.text("#port")).isEqualTo("Nothing found");
    }

    @Test
    void filtersWhatCitesNoDocumentAndHasNoDate() {
        page.search("5000-6000");
        page.click("[data-filter=unreferenced]");
        page.click("[data-filter=undated]");
        assertThat(page.one("[data-filter=undated]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        PortInterval within = PortInterval.of(5000, 6000);
        assertThat(page.text("#count"))
                .startsWith(assignments(row -> !row.hasReference()
                                && row.registrationDate() == null
                                && row.ports() != null
                                && row.ports().intersects(within))
                        + ", ");
    }

    @Test
    void filtersWhatIsFree() {
        page.click("[data-filter=undated]");
        page.click("[data-filter=free]");
        assertThat(page.one("[data-filter=undated]").getAttribute("aria-pressed"))
                .isEqualTo("false");
        PortSet unassigned = REGISTRY.ports(UNASSIGNED, TCP)
                .intersection(REGISTRY.ports(UNASSIGNED, UDP))
                .difference(PortSet.parse("30000-60999"));
        PortSet reported = unassigned.intersection(overAny(REGISTRY.query().unauthorizedUseReported()));
        PortSet free = unassigned.difference(reported);
        assertThat(page.text("#count"))
                .startsWith(String.format(Locale.ROOT, "%,d ports are unassigned", free.size()))
                .contains("outside 30000-32767", "32768-60999")
                .endsWith(String.format(
                        Locale.ROOT, "; %,d more are reported in use without an assignment", reported.size()));
        assertThat(page.text("#list li:first-child .where"))
                .isEqualTo(free.intervalsLargestFirst().get(0).toString());
        String last = reported.intervals().get(reported.intervals().size() - 1).toString();
        page.search(last);
        assertThat(page.text("#list")).contains(last, "reported in use without an assignment");
        page.search("33000-33100"); // all of it in use by Linux, and asked for
        int asked = REGISTRY.ports(UNASSIGNED, TCP)
                .intersection(REGISTRY.ports(UNASSIGNED, UDP))
                .intersection(PortSet.parse("33000-33100"))
                .size();
        assertThat(page.text("#count")).isEqualTo(asked + " ports are unassigned over tcp and udp");
        page.search("mail");
        assertThat(page.text("#count")).startsWith("Free ports have no words");
    }

    @Test
    void showsMoreOfALongList() {
        page.search("year:2002");
        int shown = page.all("#list li").size();
        page.click("#more");
        assertThat(page.all("#list li").size()).isGreaterThan(shown);
        assertThat(page.focused()).isEqualTo(page.all("#list button").get(shown));
    }
}
