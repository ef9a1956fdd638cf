package example.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/** The page by keyboard alone, and by mouse. */
class HandsTest extends OpenPage {

    private static final String REACHABLE = "a, input, summary, #map, button:not([tabindex='-1'], [hidden])";

    private static int selected() {
        return Integer.parseInt(page.one("#map").getAttribute("aria-valuenow"));
    }

    @Test
    void movesOnTheMapByKeys() {
        page.search("1326");
        page.ask("document.getElementById('map').focus()");
        page.press(Keys.ARROW_RIGHT);
        assertThat(selected()).isEqualTo(1327);
        page.press(Keys.ARROW_UP, Keys.ARROW_LEFT);
        assertThat(selected()).isEqualTo(1327 - 128 - 1);
        page.press(Keys.PAGE_DOWN, Keys.ARROW_DOWN);
        assertThat(selected()).isEqualTo(1327 - 1 + 1024);
        page.press(Keys.END, Keys.ARROW_RIGHT);
        assertThat(selected()).isEqualTo(65535);
        page.press(Keys.HOME, Keys.ARROW_LEFT);
        assertThat(selected()).isZero();
        assertThat(page.one("#map").getAttribute("aria-valuetext"))
                .isEqualTo("Port 0: reserved (tcp, udp); unlisted (sctp, dccp)");
        assertThat(page.text("#port")).isEqualTo("Port 0");
    }

    @Test
    void goesFromMatchToMatch() {
        page.search("x11");
        page.search("6000-6063");
        page.ask("document.getElementById('map').focus()");
        page.press(Keys.HOME, "n");
        assertThat(selected()).isEqualTo(6000);
        page.press(Keys.END, "p");
        assertThat(selected()).isEqualTo(6063);
    }

    @Test
    void hoversAndClicks() {
        for (int port : new int[] {0, 443, 10239, 10240, 49151}) {
            page.search(Integer.toString(port));
            Rectangle cursor = page.one("#cursor").getRect();
            page.click("#next");
            assertThat(selected()).isEqualTo(port + 1);
            page.mouseTo(cursor);
            assertThat(page.text("#tip")).startsWith("Port " + port + ": ");
            page.clickHere();
            assertThat(selected()).isEqualTo(port);
        }
    }

    @Test
    void movesFromYearToYearByKeys() {
        WebElement last = page.one("#years button[tabindex='0']");
        page.ask("arguments[0].focus()", last);
        page.press(Keys.ARROW_LEFT);
        assertThat(page.text("#reading")).isEqualTo(page.focused().getAccessibleName());
        assertThat(page.focused()).isNotEqualTo(last);
        page.press(Keys.ENTER);
        assertThat(page.text("#count")).contains("assignment");
        assertThat(page.one("#search").getDomProperty("value")).startsWith("year:");
    }

    @Test
    void letsTheKeyboardReachAllAndLeave() {
        page.ask("document.body.focus()");
        int reached = 0;
        for (page.press(Keys.TAB); !page.focused().getTagName().equals("body"); page.press(Keys.TAB)) {
            WebElement element = page.focused();
            assertThat(element.getAccessibleName()).isNotBlank();
            assertThat(element.getCssValue("outline-style"))
                    .as(element.getAccessibleName())
                    .isEqualTo("solid");
            reached++;
        }
        assertThat(page.ask("return document.querySelectorAll(arguments[0]).length", REACHABLE))
                .isEqualTo((long) reached);
    }
}
