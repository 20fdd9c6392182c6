package org.handbell.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/// The whole of it: broker, database, four services, the local platform and real mail. One start
/// serves all tests in their order; the last one stops it and starts it again.
@TestMethodOrder(OrderAnnotation.class)
class HandbellUpTest {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration SCHEDULE = Duration.ofMinutes(3);
    private static final Duration MESSAGE = Duration.ofSeconds(60);
    private static final List<String> CLAUSES =
            List.of("E3", "E4", "C1", "C2", "C4", "P6", "P8", "E10", "G1");
    private static final String HEAD = "amara.whitcombe@kestrelfold.example";
    private static final String LEAD = "peter.lindley@kestrelfold.example";

    @TempDir static Path data;

    private static int ports;
    private static HandbellProcess handbell;

    @BeforeAll
    static void up() throws Exception {
        ports = HandbellProcess.freePorts();
        handbell = started();
    }

    @AfterAll
    static void down() throws Exception {
        handbell.close();
    }

    @Test
    @Order(1)
    void theWrittenPostsBecomeClaimsOfManyClausesAndAtLeastEightCases() {
        await().atMost(SCHEDULE)
                .untilAsserted(() -> {
                    assertThat(clausesClaimed()).containsAll(CLAUSES);
                    assertThat(sum(handbell.figures(0), "handbell_cases_opened_total"))
                            .isGreaterThanOrEqualTo(8);
                });
    }

    @Test
    @Order(2)
    void theSafeguardingLeadAndTheHeadAreTold() {
        await().atMost(SCHEDULE).untilAsserted(() -> assertThat(recipients()).contains(LEAD, HEAD));
    }

    @Test
    @Order(3)
    void aPostOfTheHeadGoesToTheExecutiveHeadAndNotToHer() {
        await().atMost(SCHEDULE)
                .untilAsserted(() ->
                        assertThat(recipients()).contains("ruth.calloway@kestrelfold.example"));
    }

    @Test
    @Order(4)
    void accountsWithAnUnmetGateAreHeldBack() throws Exception {
        assertThat(handbell.figures(1))
                .containsPattern("handbell_accounts\\{.*state=\"held_back\".*} 2.0");
    }

    @Test
    @Order(5)
    void aSentenceThatIsTypedBecomesAnAlertMail() throws Exception {
        var before = handbell.mails().size();

        handbell.post("iris_holt", "Year 11, my mobile is 07700 900123, ring me any time.");

        await().atMost(MESSAGE)
                .untilAsserted(() ->
                        assertThat(handbell.mails().subList(0, handbell.mails().size() - before))
                                .extracting(
                                        mail -> mail.path("To").get(0).path("Address").asString())
                                .contains(LEAD));
    }

    @Test
    @Order(6)
    void noMailSaysWhoOrWhat() throws Exception {
        for (var mail : handbell.mails()) {
            assertThat(mail.toString()).doesNotContain("Tyler").doesNotContain("07700");
        }
    }

    @Test
    @Order(7)
    void theFirstPageShowsTheWayOfThePosts() throws Exception {
        assertThat(handbell.page(0, "/welcome"))
                .contains("Watch a post become a case", "Peter Lindley");
        assertThat(handbell.page(0, "/way"))
                .contains("deliveries.v1", "sa-stop-reached", "</svg>", "C2", "</table>");
    }

    @Test
    @Order(8)
    void noServiceHasWhatBelongsToAnother() throws Exception {
        for (var service = 0; service < 4; service++) {
            assertThat(handbell.page(service, "/actuator/health")).contains("UP");
        }
        for (var withoutDatabase : List.of(1, 2)) {
            assertThat(handbell.figures(withoutDatabase)).doesNotContain("hikaricp_");
        }
        for (var withoutSignIn : List.of(1, 2, 3)) {
            assertThat(handbell.figures(withoutSignIn)).doesNotContain("spring_security_");
        }
    }

    @Test
    @Order(9)
    void keysAreForTheirOwnerAlone() throws Exception {
        try (var keys = Files.list(data.resolve("keys"))) {
            assertThat(keys)
                    .hasSize(3)
                    .allSatisfy(key ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(key)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    @Order(10)
    void theDoctorFindsNothingThatKeepsItFromWorking() throws Exception {
        assertThat(HandbellProcess.doctor(data))
                .contains(
                        "11 topics and their dead letters are as they should be",
                        "no dead letters wait",
                        "group analysis: 1 member",
                        "group handbell-cases-deliveries: ",
                        "PostgreSQL 18, schema cases: migrated to version",
                        "PostgreSQL 18, schema notification: migrated to version",
                        "notification-service at http://127.0.0.1:" + (ports + 3) + " is well",
                        "the mail relay at 127.0.0.1:" + (ports + 6) + " answers",
                        "evidence.key is there (rw-------)",
                        "MiB are free for ",
                        "2 accounts are held back",
                        "Nothing keeps Handbell from working.")
                .doesNotContain("✗");
    }

    @Test
    @Order(11)
    void aSecondStartSendsNoSecondMail() throws Exception {
        await().atMost(SCHEDULE).until(HandbellUpTest::allStepsDone);
        await().atMost(SCHEDULE).during(Duration.ofSeconds(10)).until(HandbellUpTest::quiet);
        var mails = handbell.mails().size();
        var cases = openCases();
        handbell.close();
        assertThat(handbell.said()).contains("Stopped.");

        handbell = started();

        await().atMost(SCHEDULE)
                .until(() -> sum(handbell.figures(1), "handbell_fetch_total") > 100);
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(handbell.mails()).hasSize(mails));
        assertThat(openCases()).isEqualTo(cases);
    }

    private static List<Double> known = List.of();

    /// Whether nothing came since the last look: no post taken, no claim, no case, no mail.
    private static boolean quiet() throws Exception {
        var now =
                List.of(
                        sum(handbell.figures(1), "handbell_posts_observed_total"),
                        sum(handbell.figures(2), "handbell_findings_raised_total"),
                        openCases(),
                        (double) handbell.mails().size());
        var same = now.equals(known);
        known = now;
        return same;
    }

    /// Whether the invented school has posted all that it ever posts by itself.
    private static boolean allStepsDone() throws Exception {
        var written =
                Json.mapper()
                        .readTree(
                                new ClassPathResource("standalone/platform.json")
                                        .getContentAsString(StandardCharsets.UTF_8));
        var done = Json.mapper().readTree(data.resolve("platform.json").toFile()).path("done");
        return done.size() == written.path("steps").size();
    }

    private static HandbellProcess started() throws Exception {
        var process = HandbellProcess.start(data, ports);
        await().atMost(START).until(process::ready);
        return process;
    }

    private static List<String> recipients() throws Exception {
        return handbell.mails().stream()
                .map(mail -> mail.path("To").get(0).path("Address").asString())
                .toList();
    }

    private static List<String> clausesClaimed() throws Exception {
        return Pattern.compile("handbell_findings_raised_total\\{.*clause=\"([A-Z0-9]+)\"")
                .matcher(handbell.figures(2))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static double openCases() throws Exception {
        return sum(handbell.figures(0), "handbell_trust_cases_open");
    }

    private static double sum(String figures, String name) {
        return figures.lines()
                .filter(line -> line.matches(name + "(\\{.*})? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
