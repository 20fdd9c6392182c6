package org.handbell.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.handbell.cases.CaseApplication;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The Head of an invented school keeps its people, and its operator imports files, at the desk
/// alone.
class PeopleWalkTest {

    private static final Path PICTURES =
            Path.of(System.getProperty("handbell.pictures", "target/pictures"));
    private static final String TRUST =
            """
            {"trust": {"id": "tr", "name": "Wendlebury Vale Trust"},
             "academies": [{"id": "ac", "name": "Thornmere High School"}],
             "terms": [{"name": "Autumn", "from": "2026-09-02", "to": "2026-12-18"}],
             "staff": [
               {"id": "st-1", "name": "Honor Kettleby", "role": "head", "academy": "ac", "email": "head@wendlebury.test"},
               {"id": "st-2", "name": "Piers Amblecote", "role": "dsl", "academy": "ac", "email": "dsl@wendlebury.test"},
               {"id": "st-3", "name": "Imogen Sallowfield", "role": "teacher", "academy": "ac", "email": "st-3@wendlebury.test"},
               {"id": "st-5", "name": "Ottoline Fernsby", "role": "executive-head", "email": "executive@wendlebury.test"}],
             "operators": [{"id": "op-1", "name": "Rowan Ashby", "email": "it@wendlebury.test"}],
             "providers": [{"name": "Gannetry School Meals", "kind": "catering"}]}
            """;

    private static ConfigurableApplicationContext desk;
    private static Browser browser;
    private static String address = "";

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Browser.installed(), "no chromium and chromedriver (Debian: chromium-driver)");
        var folder = Files.createTempDirectory("handbell-people");
        Files.write(folder.resolve("hash.key"), new byte[32]);
        Files.writeString(folder.resolve("trust.json"), TRUST);
        desk =
                new SpringApplicationBuilder(CaseApplication.class)
                        .run(
                                "--spring.config.name=case-service",
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.datasource.url=" + TestDatabase.newDatabase(),
                                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "--handbell.hash-key-file=" + folder.resolve("hash.key"),
                                "--handbell.evidence.master-key-file=" + folder.resolve("seal.key"),
                                "--handbell.evidence.create-missing-key=true",
                                "--handbell.import.trust=" + folder.resolve("trust.json"),
                                "--handbell.reading.group=people-walk",
                                "--handbell.sign-in.one-click=true");
        address =
                "http://127.0.0.1:"
                        + desk.getEnvironment().getRequiredProperty("local.server.port");
        browser = Browser.open(Files.createTempDirectory("handbell-browser"), PICTURES);
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

    @Test
    void eachPageFitsALaptopAndAPhoneAndAxeFindsNothing() {
        be("Honor Kettleby");
        for (var path :
                List.of(
                        "/people",
                        "/people/new",
                        "/people/st-3",
                        "/registers/exceptions",
                        "/registers/consents",
                        "/registers/suppliers",
                        "/registers/terms",
                        "/registers/schools",
                        "/registers/closed-days",
                        "/registers/confidential-terms",
                        "/pupils",
                        "/me")) {
            expectFit(path, path.substring(1).replace('/', '-'));
        }
        be("Rowan Ashby");
        expectFit("/imports", "imports");
        expectFit("/imports/progress", "progress");
    }

    @Test
    void aFileShowsWhatWouldChangeAndThenChangesIt() throws IOException {
        be("Rowan Ashby");
        var file = Files.createTempDirectory("handbell-upload").resolve("pupils.csv");
        Files.writeString(file, "id,name,year,academy\npu-1,Peregrine Larkspur,8,ac\n");
        upload(file);
        browser.waitFor(d -> browser.url().endsWith("/imports/preview"));
        assertThat(browser.text()).contains("Pupils").doesNotContain("Larkspur", "P. L.");
        expectFit(browser.url().substring(address.length()), "preview");
        browser.press("Import all of it");
        assertThat(browser.one(".hb-done").getText()).contains("The import is done: 1 change.");

        Files.writeString(file, "id,name,year,academy\npu-1,Peregrine Larkspur,44927,\n");
        upload(file);
        assertThat(browser.one(".govuk-error-summary").getText())
                .contains("pupils.csv, line 2, column year", "pupils.csv, line 2, column academy");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("import-refused");
    }

    @Test
    void whatIsLeftOutOfAFormIsSaidBesideIt() {
        be("Honor Kettleby");
        browser.size(1100, 900).at(address + "/registers/exceptions");
        new Select(browser.one("#staff")).selectByVisibleText("Imogen Sallowfield");
        browser.press("Save");
        assertThat(browser.one(".govuk-error-summary").getText())
                .contains("Choose a clause.", "Say why.");
        assertThat(new Select(browser.one("#staff")).getFirstSelectedOption().getText())
                .isEqualTo("Imogen Sallowfield");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.picture("exception-refused");
    }

    @Test
    void twoHundredMegabytesAreRefusedInWordsAndWithoutBeingKept() throws Exception {
        var before = used();
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + "/imports"))
                                        .header("Content-Type", "multipart/form-data; boundary=x")
                                        .POST(
                                                HttpRequest.BodyPublishers.fromPublisher(
                                                        HttpRequest.BodyPublishers.ofByteArrays(
                                                                new Repeated(200)),
                                                        200L * Repeated.MEGABYTE))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large", "Nothing was stored.");
        assertThat(used() - before).isLessThan(100L * Repeated.MEGABYTE);
    }

    private static void be(String name) {
        browser.size(1100, 900).at(address + "/me");
        if (browser.one(".hb-header").getText().contains(name)) {
            return;
        }
        if (!browser.all(".hb-header__button").isEmpty()) {
            browser.press("Sign out");
            browser.waitFor(d -> browser.all(".hb-header__button").isEmpty());
        }
        browser.at(address + "/sign-in").press(name);
        browser.waitFor(d -> browser.one(".hb-header").getText().contains(name));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void upload(Path file) {
        browser.size(1100, 900).at(address + "/imports");
        browser.one("#files").sendKeys(file.toString());
        browser.press("Show what would change");
    }

    private static void expectFit(String path, String name) {
        browser.size(1100, 900).at(address + path);
        assertThat(browser.url()).isEqualTo(address + path);
        assertThat(browser.accessibilityProblems()).as(path).isEmpty();
        browser.picture(name);
        browser.size(320, 900);
        assertThat(browser.overflows()).as(path + " is wider than a phone").isFalse();
        browser.picture(name + "-phone");
    }

    /// So many megabytes, one at a time.
    private record Repeated(int megabytes) implements Iterable<byte[]> {

        private static final int MEGABYTE = 1024 * 1024;

        @Override
        public Iterator<byte[]> iterator() {
            var chunk = new byte[MEGABYTE];
            return IntStream.range(0, megabytes).mapToObj(_ -> chunk).iterator();
        }
    }
}
