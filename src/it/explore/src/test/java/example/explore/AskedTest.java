package example.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What people type, where it leads, and how they get back. */
class AskedTest extends OpenPage {

    @Test
    void isTheSameFileAtEveryRun() throws IOException, InterruptedException {
        Path again = folder.resolve("again.html");
        Page.write(again);
        assertThat(again).hasSameBinaryContentAs(html);
    }

    /** One page for all of them, since to open it takes longest. */
    @Test
    void selectsWhatIsEntered() {
        String asked = """
                mysql | 3306
                MySQL | 3306
                mysql-cl | 1186
                dns | 53
                rdp | 3389
                vnc | 5900
                smtps | 465
                whois | 43
                dhcp-client | 68
                mssql/udp | 1434
                port 80 | 80
                ports 80, 443 | 80
                80,443 | 80
                22 80 | 22
                80 - 90 | 80
                80..90 | 80
                tcp/80 | 80
                udp 53 | 53
                80/tcp,udp | 80
                :8080 | 8080
                localhost:3000 | 3000
                https://example.net:8443/x | 8443
                [::1]:53/udp | 53
                rfc 9110 | 80
                """;
        for (String line : asked.lines().toList()) {
            String text = line.substring(0, line.indexOf(" |"));
            String port = "Port " + line.substring(line.lastIndexOf(' ') + 1);
            page.search("nosuchservice"); // so that nothing is left of the line before
            page.search(text);
            assertThat(page.text("#port")).as(text).isEqualTo(port);
            assertThat(page.text("#said")).as(text).startsWith(port + ": ");
        }
    }

    @Test
    void selectsAnExactNameWhileItIsTyped() {
        page.type("mys");
        page.waitFor("location.hash.startsWith('#search=mys&')");
        assertThat(page.text("#port")).isEqualTo("Port 443");
        page.type("mysql");
        page.waitFor("document.getElementById('port').textContent === 'Port 3306'");
    }

    @Test
    void findsEachPortOfAList() {
        page.search("80/udp, 443, 6000-6001");
        assertThat(page.text("#count")).endsWith(", 4 ports");
        page.search("ssh, domain");
        assertThat(page.text("#list")).contains("ssh", "domain");
    }

    @Test
    void saysThatNothingIsFound() {
        page.search("nosuchservice");
        assertThat(page.text("#answer")).startsWith("Nothing found").contains("nothing for nosuchservice.");
        page.click("[data-filter=undated]");
        assertThat(page.text("#answer")).contains("nothing for nosuchservice with these filters.");
        page.search("");
        assertThat(page.text("#answer")).startsWith("Port 443");
    }

    @ParameterizedTest
    @CsvSource({
        "otlp,4317",
        "nomad,4646",
        "weave,6783",
        "spice,5900",
        "cifs,445",
        "oracle,1521",
        "sftp,22",
        "afs,7000-7009"
    })
    void saysWhatMostPeopleMean(String name, String ports) {
        page.search(name);
        assertThat(page.text("#rows")).contains("often meant: ").containsPattern(", ports? " + ports + "\n");
    }

    @Test
    void saysWhereAnEverydayNameIsRegistered() {
        page.search("rdp");
        assertThat(page.text("#count")).startsWith("What is commonly called rdp is registered as ms-wbt-server. ");
        page.ask("[...document.querySelectorAll('#list button')].find(button => button.dataset.row).click()");
        assertThat(page.text("#answer")).startsWith("No port").contains("often meant: ms-wbt-server");
    }

    @Test
    void hasTheSearchInItsAddressAndGoesBack() {
        page.search("mysql");
        assertThat(page.address()).isEqualTo("#search=mysql&port=3306");
        page.click("#list li:nth-child(2) button");
        assertThat(page.address()).isEqualTo("#search=mysql&port=1186");
        page.click("[data-filter=undated]");
        page.search("80,443/tcp");
        assertThat(page.address()).isEqualTo("#search=80,443/tcp&show=undated&port=80");
        page.back();
        page.back();
        page.waitFor("document.getElementById('port').textContent === 'Port 1186'");
        assertThat(page.one("#search").getDomProperty("value")).isEqualTo("mysql");
        assertThat(page.one("[data-filter=undated]").getAttribute("aria-pressed"))
                .isEqualTo("false");
        page.back();
        page.back();
        page.waitFor("document.getElementById('port').textContent === 'Port 443'");
        assertThat(page.one("#search").getDomProperty("value")).isEmpty();
    }

    @Test
    void goesBackOverTypingAsOneStep() {
        page.type("mys");
        page.waitFor("location.hash.startsWith('#search=mys&')");
        page.press("q", "l");
        page.waitFor("document.getElementById('port').textContent === 'Port 3306'");
        page.press(Keys.ENTER);
        page.waitFor("location.hash === '#search=mysql&port=3306'");
        page.back();
        page.waitFor("document.getElementById('port').textContent === 'Port 443'");
        assertThat(page.one("#search").getDomProperty("value")).isEmpty();
    }

    @Test
    void goesBackOverMovesAsOneStep() {
        page.search("mysql");
        page.ask("document.getElementById('map').focus()");
        page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        page.waitFor("location.hash === '#search=mysql&port=3309'");
        page.back();
        page.waitFor("document.getElementById('port').textContent === 'Port 3306'");
    }

    @ParameterizedTest
    @CsvSource({
        "#22, Port 22, ''",
        "#dns, Port 53, dns",
        "#search=dns&port=54, Port 54, dns",
        "#search=c%2B%2B&show=free, Nothing found, c++",
        "#port=65536, Port 443, ''",
        "#search=%E0%A4%A, Nothing found, \uFFFD%A"
    })
    void showsWhatItsAddressSays(String fragment, String title, String search) {
        page.go(fragment);
        page.waitFor("document.getElementById('port').textContent === '" + title + "'");
        assertThat(page.one("#search").getDomProperty("value")).isEqualTo(search);
    }

    @Test
    void namesPortsOnTheMapThatTheRegistryHas() {
        Object known = page.ask("return WELL_KNOWN.map(([port, name]) => port + ' ' + name)");
        assertThat((Iterable<?>) known).hasSizeBetween(18, 24).allMatch(label -> {
            String[] words = label.toString().split(" ");
            return PortRegistry.bundled().findByPort(Integer.parseInt(words[0])).stream()
                    .anyMatch(row -> row.serviceName().equals(words[1]));
        });
        Object traps = page.ask("return [...OFTEN_MEANT.keys()]");
        assertThat((Iterable<?>) traps)
                .allMatch(name ->
                        !PortRegistry.bundled().findByName(name.toString()).isEmpty());
    }

    @Test
    void keepsTheAnswerInViewOnAPhone() {
        page.screen(375, 812, 2, false);
        page.open(html);
        page.ask("document.getElementById('keys').scrollIntoView({ block: 'end' })");
        page.mouseTo(page.one("#ports").getRect());
        page.clickHere();
        Object shown = page.ask("""
                const box = document.getElementById("port").getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight
                  && document.elementFromPoint(box.left + 5, box.top + 5).id === "port";
                """);
        assertThat(shown).isEqualTo(true);
        assertThat(page.text("#port")).isNotEqualTo("Port 443");
        assertThat(page.ask("return [...document.querySelectorAll('main section, form')].map(part => part.id).join()"))
                .isEqualTo("controls,answer,found,space,time");
    }
}
