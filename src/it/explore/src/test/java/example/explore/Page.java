package example.explore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a browser, and what a person does with it. */
final class Page implements AutoCloseable {

    private final ChromeDriver driver;

    private Page(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Writes the page of an edition, or of the one in the jar: what {@code ports explore > ports.html} does. */
    static void write(Path html, String... edition) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", System.getProperty("ports.jar"), "explore"));
        command.addAll(List.of(edition));
        int status = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(html.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(command + " ends with " + status);
        }
    }

    /** Starts a browser, or skips the test where there is none. */
    static Page inBrowser() {
        Optional<File> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
        Optional<File> chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "no chromium and chromedriver on the path");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        return new Page(new ChromeDriver(service, options));
    }

    private static Optional<File> onPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, command))
                .filter(File::canExecute)
                .findFirst();
    }

    void open(Path html) {
        driver.get("about:blank");
        driver.get(html.toUri().toString());
        waitFor("!document.getElementById('page').hidden");
    }

    /** Goes to another fragment of the page's address, as a person does who edits it. */
    void go(String fragment) {
        ask("location.hash = arguments[0]", fragment);
        waitFor("document.getElementById('search').value === readAddress(location.hash).search");
    }

    /** The fragment of the page's address. */
    String address() {
        return (String) ask("return location.hash");
    }

    void back() {
        driver.navigate().back();
    }

    void screen(int width, int height, double scale, boolean isDark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    /** Types a text in place of what is in the search field. */
    void type(String text) {
        one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a") + Keys.BACK_SPACE + text);
    }

    /** Types a text in place of what is in the search field, and enters it. */
    void search(String text) {
        type(text + Keys.ENTER);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void click(String selector) {
        one(selector).click();
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return one(selector).getText();
    }

    /** The element that has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Moves the mouse to the middle of a rectangle of the page. */
    void mouseTo(Rectangle place) {
        int x = place.x + place.width / 2;
        int y = place.y + place.height / 2;
        Number scrolled = (Number) ask("scrollTo(0, arguments[0]); return scrollY", y - 500);
        new Actions(driver).moveToLocation(x, y - scrolled.intValue()).perform();
    }

    void clickHere() {
        new Actions(driver).click().perform();
    }

    Object ask(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until a condition in the page's language holds. */
    void waitFor(String condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Boolean.TRUE.equals(ask("return " + condition))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("in vain: " + condition + complaints());
            }
        }
    }

    /** What the browser has complained of since it was last asked, such as of what the page's policy forbids. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void photograph(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Photographs the page as a whole, however long it is. */
    void photographAll(String name, int width, double scale, boolean isDark) throws IOException {
        screen(width, 800, scale, isDark);
        long height = (Long) ask("return document.documentElement.scrollHeight");
        screen(width, (int) height, scale, isDark);
        photograph(name);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
