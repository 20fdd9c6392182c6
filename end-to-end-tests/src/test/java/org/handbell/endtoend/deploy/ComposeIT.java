package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `docker compose up` for real: images built from source, started in the order of their health,
/// and asked the same questions as `./handbell up`. One start serves all tests in their order.
@TestMethodOrder(OrderAnnotation.class)
class ComposeIT {

    private static final Duration SCHEDULE = Duration.ofMinutes(5);
    private static final Duration MESSAGE = Duration.ofMinutes(3);
    private static final double MOST_MEMORY_MIB = 2.5 * 1024;
    private static final String HEAD = "amara.whitcombe@kestrelfold.example";
    private static final String LEAD = "peter.lindley@kestrelfold.example";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Compose compose;

    @BeforeAll
    static void up() {
        var missing = Compose.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElseThrow() + " (`.ci/run` makes both)");
        compose = Compose.up();
    }

    @AfterAll
    static void down() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    @Order(1)
    void theInventedSchoolsPostsBecomeCases() {
        await().atMost(SCHEDULE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    assertThat(one("select count(distinct clause) from cases.case_findings"))
                            .isGreaterThanOrEqualTo(6);
                    assertThat(one("select count(*) from cases.cases")).isGreaterThanOrEqualTo(8);
                });
    }

    @Test
    @Order(2)
    void theSafeguardingLeadAndTheHeadAreTold() {
        await().atMost(SCHEDULE).untilAsserted(() -> assertThat(recipients()).contains(LEAD, HEAD));
    }

    @Test
    @Order(3)
    void aSentenceThatIsTypedBecomesAnAlertMail() {
        var before = mails().size();

        post("iris_holt", "Year 11, my mobile is 07700 900123, ring me any time.");

        await().atMost(MESSAGE)
                .untilAsserted(() ->
                        assertThat(recipients().subList(0, mails().size() - before))
                                .contains(LEAD));
    }

    @Test
    @Order(4)
    void noMailSaysWhoOrWhat() {
        assertThat(mails().toString()).doesNotContain("Tyler").doesNotContain("07700");
    }

    @Test
    @Order(5)
    void prometheusReachesEveryTargetAndHasFigures() {
        await().atMost(MESSAGE)
                .untilAsserted(() -> {
                    assertThat(figures("up")).hasSizeGreaterThanOrEqualTo(4).containsOnly(1.0);
                    assertThat(figures("sum(handbell_posts_judged_total)"))
                            .singleElement()
                            .matches(judged -> judged >= 20);
                    assertThat(figures("sum(handbell_cases_opened_total)"))
                            .singleElement()
                            .matches(opened -> opened >= 8);
                    assertThat(figures("sum(handbell_alerts_delivered_total)"))
                            .singleElement()
                            .matches(delivered -> delivered >= 8);
                });
    }

    @Test
    @Order(6)
    void nobodySeesTheQueueWithoutSigningIn() {
        var page = new Pages().get(compose.port("CONSOLE_PORT"), "/queue");

        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    @Order(7)
    void theSafeguardingLeadSignsInByKeycloak() {
        await().atMost(SCHEDULE).until(() -> compose.healthy("keycloak"));
        var browser = new Pages();

        var form = browser.get(compose.port("CONSOLE_PORT"), "/oauth2/authorization/keycloak");
        var action = Pattern.compile("action=\"([^\"]+)\"").matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();
        var address = URI.create(action.group(1).replace("&amp;", "&"));
        browser.submit(address, Map.of("username", "peter.lindley", "password", "handbell-demo"));

        var queue = browser.get(compose.port("CONSOLE_PORT"), "/queue");
        assertThat(queue.uri().getPath()).isEqualTo("/queue");
        assertThat(queue.body()).contains("Peter Lindley");
    }

    @Test
    @Order(8)
    void noContainerIsRootOrWritesItsRootFileSystem() {
        // Keycloak compiles its settings into its own folder at the start.
        var careful =
                compose.containers().stream().filter(name -> !name.contains("keycloak")).toList();
        assertThat(careful).hasSize(10);
        for (var name : careful) {
            assertThat(compose.run("docker", "exec", name, "id", "-u").strip())
                    .as(name)
                    .isNotEqualTo("0");
            assertThat(compose.end("docker", "exec", name, "sh", "-c", ": > /written").status())
                    .as(name)
                    .isNotZero();
        }
    }

    @Test
    @Order(9)
    void onlyTheLoopbackAddressIsPublished() {
        var template = "{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}} {{end}}{{end}}";
        for (var container : compose.containers()) {
            assertThat(compose.inspect(container, template).split(" "))
                    .as(container)
                    .allMatch(address -> address.isEmpty() || address.equals("127.0.0.1"));
        }
    }

    @Test
    @Order(10)
    void servicesBrokerAndDatabaseTakeAtMostTwoAndAHalfGigabytes() {
        var parts =
                List.of(
                        "case-service",
                        "ingest-service",
                        "analysis-service",
                        "notification-service",
                        "kafka",
                        "postgres");
        var total = parts.stream().mapToDouble(ComposeIT::memory).sum();

        System.out.printf("memory of four services, broker and database: %.0f MiB%n", total);
        assertThat(total).isLessThanOrEqualTo(MOST_MEMORY_MIB);
    }

    // Two minutes; RollingRestartTest asks the same without an engine in each run.
    @Test
    @Tag("long")
    @Order(11)
    void aRollingRestartUnderLoadLosesAndDoublesNothing() {
        try (var load = Load.start(ComposeIT::post, Duration.ofMillis(500))) {
            for (var service : Compose.SERVICES) {
                compose.compose("restart", "--timeout", "40", service);
                await().atMost(MESSAGE).until(() -> compose.healthy(service));
            }
            load.close();
            var posted = load.posted().size();
            System.out.printf("posts during the rolling restart: %d%n", posted);
            assertThat(posted).isGreaterThan(20);
            await().atMost(SCHEDULE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(underACase(load)).hasSize(posted));
            assertThat(foundIn(load)).hasSize(posted).doesNotHaveDuplicates();
            assertThat(underACase(load)).doesNotHaveDuplicates();
        }
        assertThat(mails())
                .extracting(mail -> mail.path("MessageID").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(12)
    void aMissingSecretIsNamedAtTheStart() {
        var ended =
                compose.end(
                        "docker",
                        "run",
                        "--rm",
                        "--read-only",
                        "--tmpfs",
                        "/tmp",
                        "--network",
                        compose.network(),
                        "-e",
                        "KAFKA_BOOTSTRAP_SERVERS=kafka:9092",
                        "-e",
                        "HANDBELL_HASH_KEY_FILE=/run/secrets/hash_key",
                        compose.image("analysis-service"));

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output()).contains("/run/secrets/hash_key");
    }

    @Test
    @Order(13)
    void aLostKeyIsNotReplacedWhereThereAreData() {
        compose.run(
                "docker",
                "run",
                "--rm",
                "-v",
                compose.volume("secrets-case") + ":/secrets",
                "--entrypoint",
                "rm",
                "--user",
                "0:0",
                compose.image("standalone"),
                "/secrets/evidence_key");

        var ended = compose.end("docker", "start", "-a", compose.container("secrets"));

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output()).contains("case/evidence_key is gone");
    }

    /// Ids of the load's posts in findings.v1, once for each record about them.
    private static List<String> foundIn(Load load) {
        var records =
                compose.run(
                        "docker",
                        "exec",
                        compose.container("kafka"),
                        "/opt/kafka/bin/kafka-console-consumer.sh",
                        "--bootstrap-server",
                        "kafka:9092",
                        "--topic",
                        "findings.v1",
                        "--from-beginning",
                        "--isolation-level",
                        "read_committed",
                        "--timeout-ms",
                        "8000");
        return records.lines()
                .filter(record -> load.posted().stream().anyMatch(record::contains))
                .map(ComposeIT::postId)
                .toList();
    }

    private static String postId(String record) {
        var id = Pattern.compile("http://[^\"]+/users/\\w+/statuses/\\d+").matcher(record);
        if (!id.find()) {
            throw new IllegalStateException("a record names no post");
        }
        return id.group();
    }

    /// Ids of the load's posts that stand under a case, once for each case.
    private static List<String> underACase(Load load) {
        var found = Set.copyOf(foundIn(load));
        return compose.rows("cases", "select post_id from cases.case_posts").stream()
                .filter(found::contains)
                .toList();
    }

    private static void post(String account, String text) {
        new Pages()
                .submit(
                        Pages.at(compose.port("SCHOOL_PORT"), "/post"),
                        Map.of("account", account, "text", text));
    }

    private static List<JsonNode> mails() {
        var page = new Pages().get(compose.port("MAIL_PORT"), "/api/v1/messages?limit=1000");
        return StreamSupport.stream(
                        JSON.readTree(page.body()).path("messages").spliterator(), false)
                .toList();
    }

    private static List<String> recipients() {
        return mails().stream()
                .map(mail -> mail.path("To").get(0).path("Address").asString())
                .toList();
    }

    private static List<Double> figures(String query) {
        var path = "/api/v1/query?" + Pages.encoded(Map.of("query", query));
        var answer = new Pages().get(compose.port("PROMETHEUS_PORT"), path);
        return StreamSupport.stream(
                        JSON.readTree(answer.body()).path("data").path("result").spliterator(),
                        false)
                .map(series -> Double.parseDouble(series.path("value").get(1).asString()))
                .toList();
    }

    private static int one(String sql) {
        return Integer.parseInt(compose.rows("cases", sql).getFirst());
    }

    private static double memory(String service) {
        var usage =
                compose.run(
                                "docker",
                                "stats",
                                "--no-stream",
                                "--format",
                                "{{.MemUsage}}",
                                compose.container(service))
                        .split("/", 2)[0]
                        .strip();
        var number = Double.parseDouble(usage.replaceAll("[A-Za-z]", ""));
        return usage.endsWith("GiB") ? number * 1024 : number;
    }
}
