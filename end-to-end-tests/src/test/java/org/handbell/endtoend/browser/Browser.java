package org.handbell.endtoend.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium without a window.
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Path pictures;

    private Browser(ChromeDriver driver, Path pictures) {
        this.driver = driver;
        this.pictures = pictures;
    }

    public static boolean installed() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /// @param profile an empty folder for the browser's own files
    /// @param pictures where screenshots go; made where missing
    public static Browser open(Path profile, Path pictures) {
        return open(profile, pictures, List.of());
    }

    /// One that runs no script; axe and [#overflows] need scripts.
    static Browser withoutScripts(Path profile, Path pictures) {
        return open(profile, pictures, List.of("--blink-settings=scriptEnabled=false"));
    }

    private static Browser open(Path profile, Path pictures, List<String> more) {
        var options = new ChromeOptions();
        options.addArguments(more);
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile.toAbsolutePath());
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
        return new Browser(new ChromeDriver(service, options), pictures);
    }

    public Browser at(String url) {
        driver.get(url);
        return this;
    }

    public Browser size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    String url() {
        return driver.getCurrentUrl();
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public WebElement one(String css) {
        return waitFor(d -> d.findElement(By.cssSelector(css)));
    }

    /// Presses the button or follows the link that has these words.
    void press(String words) {
        var path =
                "//button[contains(normalize-space(.), \"%1$s\")]|//a[contains(normalize-space(.), \"%1$s\")]"
                        .formatted(words);
        scrollTo(waitFor(d -> d.findElement(By.xpath(path)))).click();
    }

    WebElement scrollTo(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        return element;
    }

    void scrollToTopOf(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'start'})", element);
    }

    <T> T waitFor(Function<? super WebDriver, T> condition) {
        var wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(RuntimeException.class);
        return wait.until(condition);
    }

    /// What axe finds against WCAG 2.2 AA, a line each; empty where nothing.
    List<String> accessibilityProblems() {
        return new AxeBuilder()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze(driver)
                        .getViolations()
                        .stream()
                        .map(Browser::line)
                        .toList();
    }

    /// Whether the page is wider than the window, so that a reader would have to scroll sideways.
    boolean overflows() {
        return Boolean.TRUE.equals(
                ((JavascriptExecutor) driver)
                        .executeScript(
                                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /// Saves what the window shows.
    public void picture(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("no picture " + name, e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String line(Rule rule) {
        var where = rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }
}
