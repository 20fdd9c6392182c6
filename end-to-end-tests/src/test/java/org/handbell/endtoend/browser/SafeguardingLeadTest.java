package org.handbell.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;

/// Five minutes between two lessons: what waits, one card after another, hiding the page, and the
/// end of the day; at a desk and on a phone, with and without scripts.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SafeguardingLeadTest {

    private static final String LEAD = "Piers Amblecote";
    private static final Path PICTURES =
            Path.of(System.getProperty("handbell.pictures", "target/pictures"), "lead");

    private static SmallDesk desk;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Browser.installed(), "no chromium and chromedriver (Debian: chromium-driver)");
        desk = SmallDesk.start();
        desk.claim(
                "acc-1",
                "Well done Peregrine in 8F, top goals",
                "Peregrine in 8F",
                "E3",
                Severity.MEDIUM);
        desk.claim(
                "acc-2",
                "Dulcie, ring me tonight on my own number",
                "ring me tonight",
                "C2",
                Severity.CRITICAL);
        desk.claim("acc-1", "Our Dulcie won the race again", "Dulcie", "E4", Severity.HIGH);
        desk.claim("acc-4", "A picture of 9B on the coach", "9B", "E5", Severity.MEDIUM);
        browser = Browser.open(Files.createTempDirectory("handbell-lead"), PICTURES);
        takeSeat(browser);
        Awaitility.await("four cards")
                .atMost(Duration.ofSeconds(60))
                .until(() -> browser.at(desk.at("/queue")).all(".hb-card").size() == 4);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    private static void takeSeat(Browser in) {
        in.at(desk.at("/sign-in"));
        in.all(".hb-seat").stream()
                .filter(seat -> seat.getText().contains(LEAD))
                .findFirst()
                .orElseThrow()
                .click();
        in.waitFor(d -> in.one(".hb-header").getText().contains(LEAD));
    }

    @Test
    @Order(1)
    void whatWaitsIsListedByItsTier() {
        look("/queue", "queue");
        assertThat(browser.text()).contains("4 cases wait for you.", "Now", "Today", "This week");
    }

    @Test
    @Order(2)
    void theMostUrgentCardComesFirstAndSaysAllThatIsNeeded() {
        browser.size(1100, 900).at(desk.at("/queue"));
        browser.press("Go through them one by one");
        shows(browser, ".hb-run__place", "Card 1 of 4");
        assertThat(browser.one("mark").getText()).isEqualTo("ring me tonight");
        assertThat(browser.text())
                .contains("What it answers or passes on", "How did the match go?")
                .contains("Own child: looked for, not found")
                .doesNotContainIgnoringCase("guilty");
        look(browser.url().substring(desk.at("").length()), "card");
    }

    @Test
    @Order(3)
    void aKeyChoosesAnAnswerAndOnlyItsReasonsAreOffered() {
        browser.size(1100, 900).at(desk.at("/queue/next"));
        browser.one("body").sendKeys("2");
        assertThat(browser.one("input[value=ADVICE]").isSelected()).isTrue();
        assertThat(browser.one("#why-1").isDisplayed()).isTrue();
        assertThat(browser.one("#why-0").isDisplayed()).isFalse();
        browser.scrollToTopOf(browser.one("#your-answer"));
        browser.picture("answers");
        assertThat(browser.accessibilityProblems()).isEqualTo(List.of());
        browser.one("#words").sendKeys("1 2 3 j k are only words here");
        assertThat(browser.one("input[value=ADVICE]").isSelected()).isTrue();
        browser.press("Record my decision");
        shows(browser, ".govuk-error-summary__list", "Choose a reason.");
        assertThat(browser.one("#words").getAttribute("value")).contains("only words");
        assertThat(browser.one("input[value=ADVICE]").isSelected()).isTrue();
        browser.picture("refused");
        assertThat(browser.accessibilityProblems()).isEqualTo(List.of());
    }

    @Test
    @Order(4)
    void oneKeyHidesThePageAndBringsItBack() {
        browser.size(1100, 900).at(desk.at("/queue/next"));
        browser.one("body").sendKeys(Keys.ESCAPE);
        assertThat(browser.text()).isEqualTo("Go on");
        assertThat(browser.title()).isEqualTo("New page");
        browser.one(".hb-away__sheet button").sendKeys(Keys.ESCAPE);
        assertThat(browser.text()).contains("Your answer");
        browser.size(320, 640);
        browser.one("[data-hb-hide]").click();
        assertThat(browser.text()).isEqualTo("Go on");
        browser.picture("hidden-phone");
        browser.press("Go on");
        assertThat(browser.text()).contains("Your answer");
    }

    @Test
    @Order(5)
    void onAPhoneTheThumbReachesTheAnswers() {
        browser.size(320, 640).at(desk.at("/queue/next"));
        browser.one(".hb-reach").click();
        browser.waitFor(d -> browser.url().endsWith("#your-answer"));
        assertThat(browser.one(".hb-answer").getRect().getHeight()).isGreaterThanOrEqualTo(48);
        browser.picture("answers-phone");
        assertThat(browser.overflows()).isFalse();
    }

    @Test
    @Order(6)
    void anAnswerBringsTheNextCardAndCanBeTakenBack() {
        browser.size(1100, 900).at(desk.at("/queue/next"));
        var first = browser.one("h1").getText();
        browser.one("body").sendKeys("1");
        browser.scrollTo(browser.one("label[for^=reason-0-]")).click();
        browser.one("#words").sendKeys("It is her aunt.");
        browser.press("Record my decision");
        shows(browser, ".hb-run__place", "Card 2 of 4");
        assertThat(browser.one(".hb-done").getText()).contains("is recorded");
        browser.picture("next");
        assertThat(browser.accessibilityProblems()).isEqualTo(List.of());
        browser.press("Take it back");
        shows(browser, "h1", first);
        shows(browser, ".hb-done", "Your answer was taken back. The case waits again.");
    }

    @Test
    @Order(7)
    void aChildAtRiskKeepsHerWithTheCaseAndCannotBeTakenBack() {
        browser.size(1100, 900).at(desk.at("/queue/next"));
        browser.one("body").sendKeys("4");
        browser.one("#words").sendKeys("Called the parents.");
        browser.press("Record my decision");
        browser.waitFor(d -> browser.one(".hb-notice--now").isDisplayed());
        assertThat(browser.text()).contains("Follow your child protection procedure now.");
        assertThat(browser.all(".hb-undo, .hb-done__undo")).isEmpty();
        assertThat(browser.all("a[href$='/investigation']")).isNotEmpty();
        look(browser.url().substring(desk.at("").length()), "at-risk");
    }

    @Test
    @Order(8)
    void everyOtherPageOfTheDayIsFitForAll() {
        look("/queue/going-on", "going-on");
        look("/queue/day", "day");
        assertThat(browser.text()).contains("Nothing is past its time.", "A child may be at risk");
        look("/search", "search");
        look("/search?state=WAITING&from=1+1+2026", "found");
        assertThat(browser.all(".hb-card")).hasSize(3);
        look("/search?from=never", "search-refused");
        look("/report/weeks", "weeks");
        look("/blank", "blank");
        assertThat(browser.text()).isEqualTo("Go on");
        look("/no-such-page", "not-found");
    }

    @Test
    @Order(9)
    void withoutScriptsTheSameWayIsOpen() throws IOException {
        try (var plain =
                Browser.withoutScripts(Files.createTempDirectory("handbell-plain"), PICTURES)) {
            plain.size(1100, 900);
            takeSeat(plain);
            plain.at(desk.at("/queue")).one(".hb-begin").click();
            shows(plain, ".hb-run__place", "Card 1 of 3");
            assertThat(plain.all(".hb-why")).allMatch(why -> why.isDisplayed());
            assertThat(plain.one(".hb-keys").isDisplayed()).isFalse();
            plain.picture("card-plain");
            plain.one("label[for=outcome-1]").click();
            plain.one("#why-1 .govuk-radios__label").click();
            plain.one("#words").sendKeys("I spoke with her.");
            plain.one("#answer button").click();
            shows(plain, ".hb-run__place", "Card 2 of 3");
            plain.size(320, 800);
            plain.picture("card-plain-phone");
            plain.one(".hb-hide").click();
            assertThat(plain.url()).endsWith("/blank");
        }
    }

    /// Waits until a part of the page has this text; the page before may still be there.
    private static void shows(Browser in, String css, String text) {
        in.waitFor(d -> in.one(css).getText().equals(text));
    }

    /// Opens a page at both widths and asks axe.
    private static void look(String path, String name) {
        browser.size(1100, 900).at(desk.at(path));
        browser.picture(name);
        assertThat(browser.accessibilityProblems()).as(name).isEqualTo(List.of());
        browser.size(320, 800);
        browser.picture(name + "-phone");
        assertThat(browser.overflows()).as(name + " is wider than a phone").isFalse();
        assertThat(browser.accessibilityProblems()).as(name + " on a phone").isEqualTo(List.of());
    }
}
