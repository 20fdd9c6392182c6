package org.handbell.analysis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.analysis.AnalysisApplication;
import org.handbell.analysis.Invented;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class PostsStreamTest {

    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);
    private static final String NAMES_A_PUPIL =
            "Tobias Wrenfield in 8K asked if rivers ever get tired.";

    private static final long EARLIER = Invented.CAPTURED.toEpochMilli() - 12_345;

    private static Topical topics;
    private static ConfigurableApplicationContext analysis;

    @BeforeAll
    static void start() {
        topics = new Topical(TestKafka.bootstrapServers());
        topics.trust();
        topics.send(new ProducerRecord<>("register.v1", "broken-entry", "{}".getBytes(UTF_8)));
        analysis = analysis();
    }

    static ConfigurableApplicationContext analysis() {
        return new SpringApplicationBuilder(AnalysisApplication.class)
                .properties("spring.config.name=analysis-service")
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--handbell.figures.every=200ms",
                        "--handbell.hash-key-file=" + Invented.keyFile());
    }

    @AfterAll
    static void stop() {
        analysis.close();
        topics.close();
    }

    @Test
    void aPostThatNamesAPupilIsClaimedOnceWithItsWords() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s1", NAMES_A_PUPIL)));
        var record = only("s1");
        var found = (FindingEvent.Found) Topical.finding(record);
        assertThat(found.findings()).extracting(Finding::clause).contains("E3", "E4");
        assertThat(found.findings().getFirst().spans())
                .contains(new Finding.Span("text", 0, "Tobias Wrenfield".length()));
        assertThat(record.key()).isEqualTo("personal");
        assertThat(record.timestamp()).isEqualTo(found.judgedAt().toEpochMilli());
        assertThat(Wire.header(record, "ce_source")).contains("/handbell/analysis");
        assertThat(Wire.header(record, "ce_type")).contains("org.handbell.findings.v1.Found");
    }

    @Test
    void anInnocentPostLeavesNoTraceAndAnEditedOneIsCleared() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s2a", "Soup again.")));
        topics.send(
                POSTS, new PostEvent.Edited(Invented.post("personal", "s2b", "Soup once more.")));
        assertThat(Topical.finding(only("s2b"))).isInstanceOf(FindingEvent.Cleared.class);
        assertThat(about("s2a")).isEmpty();
    }

    @Test
    void aDeletedPostIsWithdrawn() {
        topics.send(
                POSTS,
                new PostEvent.Withdrawn(
                        "https://social.example/s3", "personal", Invented.CAPTURED));
        var record = only("s3");
        assertThat(Topical.finding(record)).isInstanceOf(FindingEvent.Withdrawn.class);
        assertThat(record.timestamp()).isEqualTo(Invented.CAPTURED.toEpochMilli());
    }

    @Test
    void aPostOfAnUnknownAccountIsNotJudged() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("nobody", "s4", NAMES_A_PUPIL)));
        assertThat(Topical.finding(only("s4"))).isInstanceOf(FindingEvent.NotJudged.class);
    }

    @Test
    void aPostBeyondABoundIsReportedAsNotJudgedAndHoldsNothingUp() {
        var words = "word ".repeat(40_000);
        topics.send(POSTS, new PostEvent.Observed(showing("s4a", "look", words, List.of())));
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s4b", NAMES_A_PUPIL)));
        var notJudged = (FindingEvent.NotJudged) Topical.finding(only("s4a"));
        assertThat(notJudged.reason()).isEqualTo("longer than 150,000 characters");
        assertThat(Topical.finding(only("s4b"))).isInstanceOf(FindingEvent.Found.class);
    }

    @Test
    void aTextThatWasCutIsNotPassedAsInnocent() {
        topics.send(POSTS, new PostEvent.Observed(showing("s4c", "Soup", "", List.of("text"))));
        assertThat(((FindingEvent.NotJudged) Topical.finding(only("s4c"))).reason())
                .contains("the text was cut");
    }

    private static Post showing(String id, String text, String words, List<String> truncated) {
        var post = Invented.post("personal", id, text);
        return new Post(
                post.postId(),
                post.observationId(),
                post.accountId(),
                post.platform(),
                post.action(),
                null,
                null,
                post.postedAt(),
                null,
                null,
                post.capturedAt(),
                post.text(),
                null,
                List.of(new Post.Media(Post.MediaType.IMAGE, null, null, words, List.of(), false)),
                List.of(),
                null,
                List.of(),
                post.contentHash(),
                null,
                truncated,
                post.coverage(),
                false);
    }

    @Test
    void anAccountThatIsRegisteredAMomentLaterIsWaitedFor() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("late", "s5", NAMES_A_PUPIL)));
        topics.send(
                Wire.ACCOUNTS,
                Invented.account("late", "teacher", Kind.PERSONAL, false, true, "@late"));
        assertThat(Topical.finding(only("s5"))).isInstanceOf(FindingEvent.Found.class);
    }

    @Test
    void aBadRecordIsPutAsideAndTheGoodOnesGoOn(CapturedOutput output) {
        var bad =
                new ProducerRecord<>(
                        "posts.v1", "personal", "{\"text\":\"Tobias\"".getBytes(UTF_8));
        bad.headers().add("ce_type", "org.handbell.posts.v1.Observed".getBytes(UTF_8));
        bad.headers().add("x-original", "kept".getBytes(UTF_8));
        topics.send(bad);
        topics.send(
                new ProducerRecord<String, byte[]>(
                        "posts.v1", 0, EARLIER, "personal", new byte[0]));
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s6", NAMES_A_PUPIL)));
        only("s6");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(topics.committed("posts.v1.dlt", r -> true)).hasSize(2));
        var dead =
                topics.committed("posts.v1.dlt", r -> Wire.header(r, "x-original").isPresent())
                        .getFirst();
        assertThat(dead.key()).isEqualTo("personal");
        assertThat(dead.value()).isEqualTo(bad.value());
        assertThat(Wire.header(dead, "handbell_error").orElse(""))
                .contains("posts.v1")
                .doesNotContain("Tobias");
        assertThat(Wire.header(dead, "handbell_reader")).contains("/handbell/analysis");
        assertThat(Wire.header(dead, "ce_type")).contains("org.handbell.posts.v1.Observed");
        assertThat(topics.committed("posts.v1.dlt", r -> r.timestamp() == EARLIER)).hasSize(1);
        assertThat(output.getAll()).contains("dead letter posts.v1").doesNotContain("Tobias");
    }

    @Test
    void aBadTableRecordIsShownInTheHealthAndStopsNothing() {
        var health = analysis.getBean(TablesHealth.class).health();
        assertThat(health.getDetails()).containsEntry("badRecords", 1).containsEntry("read", true);
    }

    @Test
    void theFiguresNeverCrossClauseAndSeverity() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s7", NAMES_A_PUPIL)));
        only("s7");
        var meters =
                analysis.getBean(io.micrometer.core.instrument.MeterRegistry.class).getMeters();
        assertThat(meters)
                .filteredOn(m -> m.getId().getName().startsWith("handbell"))
                .isNotEmpty()
                .noneMatch(m ->
                        m.getId().getTag("clause") != null && m.getId().getTag("severity") != null);
    }

    /// The marks of transactions take offsets too: an idle reader must not seem to be behind.
    @Test
    void theLagGoesBackToNothingOnceAllIsRead() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s9", NAMES_A_PUPIL)));
        topics.sendInTransaction(
                POSTS, new PostEvent.Observed(Invented.post("personal", "s10", NAMES_A_PUPIL)));
        only("s10");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(scrape())
                                .contains(lag("posts.v1"), lag("accounts.v1"), lag("register.v1")));
    }

    @Test
    void theFiguresSayWhichServiceAndWhichRuleAndTheTimesAreHistograms() {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s11", NAMES_A_PUPIL)));
        only("s11");
        assertThat(scrape())
                .anyMatch(line -> line.startsWith("handbell_judging_seconds_bucket{application="))
                .anyMatch(line ->
                        line.startsWith(
                                "handbell_findings_by_rule_total"
                                        + "{application=\"analysis-service\",rule=\"E3."))
                .filteredOn(line -> line.startsWith("handbell_"))
                .allMatch(line -> line.contains("application=\"analysis-service\""));
    }

    private static String lag(String topic) {
        return "handbell_consumer_lag{application=\"analysis-service\",topic=\"%s\"} 0.0"
                .formatted(topic);
    }

    private static List<String> scrape() {
        return analysis.getBean(io.micrometer.prometheusmetrics.PrometheusMeterRegistry.class)
                .scrape()
                .lines()
                .toList();
    }

    @Test
    void nobodyIsNamedInTheLog(CapturedOutput output) {
        topics.send(POSTS, new PostEvent.Observed(Invented.post("personal", "s8", NAMES_A_PUPIL)));
        only("s8");
        assertThat(output.getAll().toLowerCase(Locale.ROOT))
                .doesNotContain("wrenfield", "winslade", "social.example");
    }

    private static ConsumerRecord<String, byte[]> only(String id) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(about(id)).hasSize(1));
        return about(id).getFirst();
    }

    private static List<ConsumerRecord<String, byte[]>> about(String id) {
        return topics.committed(
                "findings.v1",
                r -> Topical.finding(r).postId().equals("https://social.example/" + id));
    }
}
