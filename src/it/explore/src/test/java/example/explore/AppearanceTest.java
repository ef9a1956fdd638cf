package example.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on a phone and on a desk, light and dark. */
class AppearanceTest {

    @TempDir
    Path folder;

    @Test
    void fitsAPhoneAndBothGrounds() throws IOException, InterruptedException {
        try (Page page = Page.inBrowser()) {
            Path html = folder.resolve("ports.html");
            Page.write(html);

            page.screen(375, 812, 2, false);
            page.open(html);
            page.search("1326");
            assertThat(page.ask("return document.documentElement.scrollWidth")).isEqualTo(375L);
            assertThat(page.ask(SMALLEST_TEXT)).isEqualTo(12L);
            assertThat(page.ask(SMALLEST_BUTTON)).matches(height -> ((Number) height).doubleValue() >= 24);
            page.photograph("phone");
            page.photographAll("phone-all", 375, 2, false);
            page.photographAll("phone-dark-all", 375, 2, true);
            page.search("");

            page.screen(1280, 900, 1, true);
            assertThat(page.ask("return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(13, 17, 23)");
            assertThat(page.ask(TOP_LEFT_OF_THE_MAP)).isEqualTo("fff3c4");
            page.photographAll("dark", 1280, 1, true);
            page.photographAll("light", 1280, 1, false);
            assertThat(page.ask(TOP_LEFT_OF_THE_MAP)).isEqualTo("5e0a36");
            page.search("year:2002");
            page.photographAll("year", 1280, 1, false);
            page.search("3306");
            page.search("");
            page.screen(1280, 860, 0.75, false);
            page.ask("document.activeElement.blur()");
            page.photograph("readme");
        }
    }

    private static final String SMALLEST_TEXT = """
            return Math.min(...[...document.querySelectorAll("body *:not(script):not(noscript)")]
              .filter(element => element.innerText)
              .map(element => parseFloat(getComputedStyle(element).fontSize)));
            """;

    private static final String SMALLEST_BUTTON = """
            return Math.min(...[...document.querySelectorAll("button")]
              .map(button => button.getBoundingClientRect().height).filter(height => height > 0));
            """;

    /** Port 0 is reserved. */
    private static final String TOP_LEFT_OF_THE_MAP = """
            return [...document.getElementById("ports").getContext("2d").getImageData(50, 10, 1, 1).data.slice(0, 3)]
              .map(c => c.toString(16).padStart(2, "0")).join("");
            """;
}
