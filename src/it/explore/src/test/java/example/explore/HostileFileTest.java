package example.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of a file that wants to be more than text. */
class HostileFileTest {

    private static final String SCRIPT = "</script><script>document.title = 'taken'</script>";
    private static final String IMAGE = "<img src=x onerror=\"document.title = 'taken'\">";
    private static final String COMMENT =
            "<!--<script> ' \" \\ \u2028 \u2029 \u202e ]]> &lt;b&gt; ${1} @SCRIPT@ \u00e9";

    @TempDir
    Path folder;

    @Test
    void isShownAsText() throws IOException, InterruptedException {
        try (Page page = Page.inBrowser()) {
            Path csv = folder.resolve("<img src=x>'&amp;.csv");
            Files.writeString(csv, """
                    Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes
                    <b>bold</b>,1326,tcp,%1$s,[%2$s],[%1$s],2002-05,,[%1$s],,%3$s,%2$s
                    __proto__,1327,tcp,%2$s,%1$s,,,,,,,
                    constructor,,,%3$s,,,,,,,,
                    """.formatted(quoted(SCRIPT), quoted(IMAGE), quoted(COMMENT))
                    .replaceAll("\\[\"|\"]", "\""));
            Path html = folder.resolve("hostile.html");
            Page.write(html, csv.toString());
            page.screen(1280, 900, 1, false);
            page.open(html);

            page.search("1326");
            assertThat(page.text("#rows h3")).startsWith("<b>bold</b>");
            assertThat(page.text("#rows"))
                    .contains(SCRIPT, IMAGE, "<!--<script> ' \" \\ ]]> &lt;b&gt; ${1} @SCRIPT@ \u00e9");
            assertThat(page.text("#edition")).startsWith("Edition: <img src=x>'&amp;.csv, 3 rows");
            page.search("<img");
            assertThat(page.text("#list")).contains(IMAGE);
            page.search("__proto__");
            page.mouseTo(page.one("#cursor").getRect());
            assertThat(page.text("#list")).contains("__proto__");
            page.search("constructor");
            assertThat(page.text("#said")).isEqualTo("constructor: no port");

            page.go("#search=nothing" + IMAGE.replace(" ", "+"));
            assertThat(page.text("#answer")).startsWith("Nothing found").contains("nothing" + IMAGE);
            assertThat(page.all("img, b b, script:not(#data)")).hasSize(1);
            assertThat(page.ask("return document.title")).isEqualTo("What is each port registered for?");
            assertThat(page.complaints()).isEmpty();
        }
    }

    @Test
    void mayHaveFourColumnsAndNoDate() throws IOException, InterruptedException {
        try (Page page = Page.inBrowser()) {
            Path csv = Files.writeString(
                    folder.resolve("own.csv"),
                    "Service Name,Port Number,Transport Protocol,Description\nbilling,49200,tcp,Billing\n");
            Path html = folder.resolve("own.html");
            Page.write(html, csv.toString());
            page.open(html);
            assertThat(page.text("#finding")).isEqualTo("1 of 1 assigned ports cite no document.");
            page.search("billing");
            page.click("#list button");
            assertThat(page.text("#answer"))
                    .contains("Port 49200", "assignee not stated", "registration date not stated");
            assertThat(page.one("#unknown").isDisplayed()).isFalse();
            assertThat(page.complaints()).isEmpty();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
