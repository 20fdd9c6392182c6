package org.handbell.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.handbell.standalone.StandaloneApplication;
import org.handbell.test.ChildJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/// Walks through the console as its people would, in a real browser, and takes the README's
/// pictures. `-Dhandbell.pictures=<folder>` says where they go.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleWalkTest {

    private static final int BASE = FreePorts.eightInARow();
    private static final String DESK = "http://localhost:" + BASE;
    private static final String MAIL = "http://localhost:" + (BASE + 5);
    private static final Path PICTURES =
            Path.of(System.getProperty("handbell.pictures", "target/pictures"));

    private static ChildJvm handbell;
    private static Browser browser;
    private static String someCase = "";

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Browser.installed(), "no chromium and chromedriver (Debian: chromium-driver)");
        handbell =
                ChildJvm.start(
                        StandaloneApplication.class,
                        Map.of(),
                        "--data",
                        Files.createTempDirectory("handbell-walk").toString(),
                        "--port-base",
                        Integer.toString(BASE));
        Awaitility.await("the whole of Handbell")
                .atMost(Duration.ofMinutes(4))
                .until(() -> handbell.output().contains("Ready after"));
        browser = Browser.open(Files.createTempDirectory("handbell-browser"), PICTURES);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (handbell != null) {
            handbell.close();
        }
    }

    @BeforeEach
    void windowOfALaptop() {
        browser.size(1100, 900);
    }

    @Test
    @Order(1)
    void theFirstPageDrawsTheWayOfThePosts() {
        Awaitility.await("eight mails")
                .atMost(Duration.ofSeconds(90))
                .until(() -> browser.at(MAIL).all("tbody tr, li").size() >= 8);
        browser.at(DESK + "/");
        assertThat(browser.text()).contains("Watch a post become a case", "deliveries.v1");
        browser.scrollToTopOf(browser.one("#way"));
        browser.picture("way");
        expectAccessible("first page");
    }

    @Test
    @Order(2)
    void aSentenceOfOnesOwnBecomesAMail() {
        var before = mails();
        browser.at(DESK + "/");
        new Select(browser.one("#account")).selectByValue("iris_holt");
        browser.one("#text").sendKeys("Year 11, my own mobile is 07700 900461, ring me tonight");
        browser.press("Post");
        Awaitility.await("an alert for it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails() > before);
    }

    @Test
    @Order(3)
    void theMailSaysThatSheIsNeededAndNothingElse() {
        browser.at(MAIL).size(1100, 640);
        browser.picture("mail");
        expectAccessible("mail catcher");
        expectFitsAPhone("mail");
        assertThat(browser.text()).doesNotContain("07700").doesNotContain("Iris");
    }

    @Test
    @Order(4)
    void theSafeguardingLeadFindsHerCasesByTheirClock() {
        be("Peter Lindley");
        assertThat(browser.url()).endsWith("/queue");
        assertThat(browser.all(".hb-card")).isNotEmpty();
        browser.picture("queue");
        expectAccessible("queue");
        expectFitsAPhone("queue");
    }

    @Test
    @Order(5)
    void aCaseShowsTheMarkedWordsTheClauseAndWhy() {
        openFirstCase();
        someCase = browser.url();
        assertThat(browser.all("mark")).isNotEmpty();
        assertThat(browser.all(".hb-claim")).isNotEmpty();
        assertThat(browser.text()).contains("may");
        assertThat(browser.text()).doesNotContainIgnoringCase("guilty");
        browser.scrollToTopOf(browser.one(".hb-post"));
        browser.picture("case");
        expectAccessible("case");
        expectFitsAPhone("case");
    }

    @Test
    @Order(6)
    void aDecisionWithoutAReasonIsRefusedByName() {
        openFirstCase();
        browser.press("Record my decision");
        assertThat(browser.one(".govuk-error-summary").getText()).contains("not recorded yet");
        browser.picture("decision-refused");
        expectAccessible("refused decision");
    }

    @Test
    @Order(7)
    void aDecisionWithAReasonIsRecordedUnderHerName() {
        openFirstCase();
        choose("outcome");
        choose("reason");
        browser.one("#words").sendKeys("I spoke with the Head and looked at the register.");
        browser.press("Record my decision");
        assertThat(browser.one("#decisions").getText()).contains("What was decided");
        assertThat(browser.one(".hb-decision").getText()).contains("Peter Lindley");
        browser.picture("decided");
    }

    @Test
    @Order(8)
    void aTeacherSeesNoQueueAndNoCase() {
        be("Shreya Pillai");
        browser.at(DESK + "/queue");
        assertThat(browser.all(".hb-card")).isEmpty();
        expectAccessible("teacher");
        assertThat(someCase).contains("/cases/");
        browser.at(someCase);
        assertThat(browser.text()).contains("Shreya Pillai");
        assertThat(browser.all(".hb-claim, .hb-post, mark")).isEmpty();
        browser.at(DESK + "/accounts");
        expectAccessible("accounts");
        browser.picture("accounts-teacher");
    }

    @Test
    @Order(9)
    void theOperatorSeesFiguresAndNobody() {
        be("Sam Verity");
        browser.press("Figures");
        assertThat(browser.all("svg")).hasSizeGreaterThan(2);
        assertThat(browser.text()).doesNotContain("Iris", "Callum", "iris_holt");
        browser.picture("operator");
        expectAccessible("operator");
        expectFitsAPhone("operator");
    }

    private static void be(String name) {
        browser.at(DESK + "/welcome");
        if (browser.all(".sa-persona").isEmpty()) {
            browser.press("Sign out");
            browser.waitFor(d -> browser.all(".hb-header__button").isEmpty());
            browser.at(DESK + "/welcome");
        }
        browser.press(name);
        browser.waitFor(d -> browser.one(".hb-header").getText().contains(name));
    }

    private static void openFirstCase() {
        browser.at(DESK + "/queue");
        browser.one(".hb-card a").click();
        browser.one(".hb-timeline");
    }

    private static void choose(String name) {
        var id = browser.one("input[name=" + name + "]").getAttribute("id");
        browser.scrollTo(
                        browser.waitFor(
                                d -> d.findElement(By.cssSelector("label[for=" + id + "]"))))
                .click();
    }

    private static int mails() {
        return browser.at(MAIL).all("tbody tr, li").size();
    }

    private static void expectAccessible(String page) {
        assertThat(browser.accessibilityProblems()).as(page).isEqualTo(List.of());
    }

    private static void expectFitsAPhone(String page) {
        browser.size(320, 800);
        assertThat(browser.overflows()).as(page + " is wider than a phone").isFalse();
        browser.picture(page + "-phone");
    }
}
