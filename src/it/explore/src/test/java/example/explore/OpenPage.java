package example.explore;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The page of the edition in the jar, opened anew for each test in one browser. */
abstract class OpenPage {

    @TempDir
    static Path folder;

    static Path html;
    static Page page;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        page = Page.inBrowser();
        html = folder.resolve("ports.html");
        Page.write(html);
    }

    @AfterAll
    static void quit() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void open() {
        page.screen(1280, 900, 1, false);
        page.open(html);
    }
}
