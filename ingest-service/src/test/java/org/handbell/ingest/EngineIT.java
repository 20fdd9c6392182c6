package org.handbell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.ingest.Invented.MET;
import static org.handbell.ingest.Invented.NOON;
import static org.handbell.ingest.Invented.NOTICE;
import static org.handbell.ingest.Invented.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Action;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.SubmissionEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.WatchEvent;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.picture.Drawn;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.test.TestKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class EngineIT {

    private static final Wire<SubmissionEvent> SUBMISSIONS = Wire.of(Topics.SUBMISSIONS);

    private static final Wire<MediaEvent> MEDIA = Wire.of(Topics.MEDIA);
    private static final Instant BEGUN = Instant.now();

    @TempDir static Path folder;

    private final StubServer server = StubServer.start();

    private final String group = "engine-" + UUID.randomUUID();
    private final ScriptedSource source = new ScriptedSource();
    private final Broker broker = new Broker();
    private ConfigurableApplicationContext engine = start();

    @BeforeEach
    void ready() {
        awaitReady();
    }

    @AfterEach
    void stop() {
        engine.close();
        broker.close();
        server.close();
    }

    @Test
    void postsEditsAndDeletionsOfAnApprovedAccountReachTheTopicOnceOverARestart() {
        var id = register("spring");
        source.shows(id, item("urn:2", "Two"), item("urn:1", "One"));
        change(id, 2);
        awaitTrue(() -> broker.posts(id).size() == 2);
        source.shows(id, item("urn:2", "Two, changed"), item("urn:1", "One"));
        awaitTrue(() -> broker.posts(id).size() == 3);

        engine.close();
        source.says("urn:1", Presence.GONE);
        source.shows(
                id,
                item("urn:2", "Two, changed"),
                Invented.item("urn:0", "Zero", BEGUN.minusSeconds(9999)));
        engine = start();
        awaitReady();
        awaitTrue(() -> broker.posts(id).size() == 5);
        assertThat(broker.posts(id))
                .extracting(event -> event.getClass().getSimpleName() + " " + event.postId())
                .containsExactly(
                        "Observed urn:1",
                        "Observed urn:2",
                        "Edited urn:2",
                        "Observed urn:0",
                        "Withdrawn urn:1");
    }

    @Test
    void anAccountIsPulledOnlyAfterItsGatesAreMet() {
        var id = "held-" + UUID.randomUUID();
        source.shows(id, item("urn:1", "One"));
        var unmet = new AccountEvent.Gates("DPIA-7", null, "JCC", "person-9", "2017");
        broker.tell(Wire.ACCOUNTS, account(id, unmet, true, NOTICE, 1));
        awaitTrue(() ->
                scrape().contains(
                                "handbell_accounts_held_back{application=\"ingest-service\",gate=\"monitoring notice\"} 1.0"));
        assertThat(source.fetched).doesNotContain(id);
        broker.tell(Wire.ACCOUNTS, account(id, MET, true, NOTICE, 2));
        awaitTrue(() -> broker.posts(id).size() == 1);
    }

    @Test
    void aClosedAccountIsNotPulledAnyMoreAndItsCursorIsForgotten() {
        var id = register("closing");
        source.shows(id, item("urn:1", "One"));
        change(id, 2);
        awaitTrue(() -> broker.posts(id).size() == 1);
        broker.tell(Wire.ACCOUNTS, new AccountEvent.Closed(id, NOON));
        awaitTrue(() -> cursors(id).getLast().value() == null);
        var looks = source.fetched.stream().filter(id::equals).count();
        source.showsAlso(id, item("urn:2", "Two"));
        var other = register("still-open");
        source.shows(other, item("urn:3", "Three"));
        change(other, 2);
        awaitTrue(() -> broker.posts(other).size() == 1);
        assertThat(source.fetched.stream().filter(id::equals).count()).isEqualTo(looks);
        assertThat(broker.posts(id)).hasSize(1);
    }

    @Test
    void aWatchedPostIsFoundGone() {
        var id = register("watched");
        source.shows(id, item("urn:1", "One"));
        source.says("urn:case", Presence.GONE);
        broker.tell(Wire.WATCHES, new WatchEvent.Watched("urn:case", id, false, NOON));
        change(id, 2);
        awaitTrue(() -> broker.posts(id).size() == 2);
        assertThat(broker.posts(id).getLast()).isInstanceOf(PostEvent.Withdrawn.class);
    }

    @Test
    void aPostSaysWhatItsPictureHoldsAndItsPixelsAreKeptWhereAWatchSaysSo() {
        var picture = Drawn.file(Drawn.landscape(320, 200), "jpeg");
        server.on("/hill.jpg", Answer.bytes(Drawn.withExif(picture, Drawn.tiff(1, true))));
        var id = register("pictures");
        var postId = "urn:" + id;
        var media =
                new Post.Media(
                        Post.MediaType.IMAGE,
                        server.url("/hill.jpg"),
                        null,
                        null,
                        List.of(),
                        false);
        source.shows(id, Invented.item(postId, List.of(media), List.of()));
        change(id, 2);
        awaitTrue(() -> broker.posts(id).size() == 1);
        assertThat(broker.posts(id).getFirst())
                .isInstanceOfSatisfying(
                        PostEvent.Observed.class,
                        told ->
                                assertThat(told.post().media())
                                        .singleElement()
                                        .matches(Post.Media::located));
        assertThat(copies(postId)).isEmpty();
        broker.tell(Wire.WATCHES, new WatchEvent.Watched(postId, id, true, Instant.now()));
        awaitTrue(() -> !copies(postId).isEmpty());
        var looks = source.fetched.size();
        awaitTrue(() -> source.fetched.size() > looks + 20);
        assertThat(copies(postId))
                .singleElement()
                .isInstanceOfSatisfying(
                        MediaEvent.Captured.class,
                        copy -> {
                            assertThat(copy.contentType()).isEqualTo("image/jpeg");
                            assertThat(new String(copy.bytes(), StandardCharsets.ISO_8859_1))
                                    .doesNotContain("Exif");
                        });
        assertThat(broker.posts(id)).hasSize(1);
    }

    private List<MediaEvent> copies(String postId) {
        return broker.records(Topics.MEDIA.name(), Topics.MEDIA.partitions(), postId).stream()
                .map(MEDIA::read)
                .toList();
    }

    private static Item item(String postId, String text) {
        return Invented.item(postId, text, BEGUN);
    }

    @Test
    void aRegisterRecordThatCannotBeReadIsCountedAndTheOthersGoOn() {
        var id = "broken-" + UUID.randomUUID();
        var record =
                new ProducerRecord<>(
                        Topics.ACCOUNTS.name(), id, "{]".getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add(
                        CloudEventHeaders.TYPE,
                        "org.handbell.accounts.v1.Registered".getBytes(StandardCharsets.UTF_8));
        broker.send(record);
        var good = register("good");
        source.shows(good, item("urn:1", "One"));
        change(good, 2);
        awaitTrue(() -> broker.posts(good).size() == 1);
        assertThat(scrape())
                .contains(
                        "handbell_table_records_passed_over_total{application=\"ingest-service\",topic=\"accounts.v1\"}");
        broker.tell(Wire.ACCOUNTS, new AccountEvent.Closed(id, NOON));
    }

    @Test
    void whatAPersonBringsInIsObservedOrRefusedWithAReason() {
        var id = register("by-hand");
        broker.tell(SUBMISSIONS, submission(id, Instant.parse("2026-11-01T10:00:00Z")));
        awaitTrue(() -> broker.posts(id).size() == 1);
        assertThat(broker.posts(id).getFirst())
                .isInstanceOfSatisfying(
                        PostEvent.Observed.class,
                        observed -> {
                            assertThat(observed.post().broughtIn()).isTrue();
                            assertThat(observed.post().coverage().source())
                                    .isEqualTo("brought in by hand");
                        });
        var stranger = "stranger-" + UUID.randomUUID();
        broker.tell(SUBMISSIONS, submission(stranger, NOON));
        awaitTrue(() -> errors(stranger).contains("the account is not in the register"));
        broker.tell(SUBMISSIONS, submission(id, Instant.parse("2026-01-01T10:00:00Z")));
        awaitTrue(
                () -> errors(id).contains("it was posted before the account's notice took effect"));
        assertThat(broker.posts(id)).hasSize(1);
    }

    @Test
    void twoInstancesShareTheAccountsAndOneTakesAllWhenTheOtherLeaves() {
        var ids = IntStream.range(0, 12).mapToObj(n -> register("shared-" + n)).toList();
        ids.forEach(id -> source.shows(id, item(id + ":1", "One")));
        ids.forEach(id -> change(id, 2));
        try (var second = start()) {
            awaitTrue(
                    () -> partitions(second) > 0 && partitions(second) + partitions(engine) == 12);
            ids.forEach(id -> source.showsAlso(id, item(id + ":2", "Two")));
            awaitTrue(() -> ids.stream().allMatch(id -> broker.posts(id).size() == 2));
            engine.close();
            awaitTrue(() -> partitions(second) == 12);
            ids.forEach(id -> source.showsAlso(id, item(id + ":3", "Three")));
            awaitTrue(() -> ids.stream().allMatch(id -> broker.posts(id).size() == 3));
            assertThat(ids)
                    .allSatisfy(id ->
                            assertThat(broker.posts(id))
                                    .extracting(PostEvent::postId)
                                    .containsExactly(id + ":1", id + ":2", id + ":3"));
        }
    }

    private static double partitions(ConfigurableApplicationContext engine) {
        return engine.getBean(MeterRegistry.class)
                .get("handbell.partitions.pulled")
                .gauge()
                .value();
    }

    @Test
    void noFigureNamesAPerson() {
        var id = register("wren");
        source.shows(id, item("urn:wren:1", "Wren says hello"));
        change(id, 2);
        awaitTrue(() -> broker.posts(id).size() == 1);
        awaitTrue(() ->
                scrape().contains(
                                "handbell_accounts{application=\"ingest-service\",platform=\"mastodon\",state=\"pulled\"}"));
        assertThat(scrape())
                .contains(
                        "handbell_posts_observed_total{application=\"ingest-service\",platform=\"mastodon\"}")
                .contains(
                        "handbell_oldest_fetch_age_seconds{application=\"ingest-service\",platform=\"mastodon\"}")
                .contains(
                        "handbell_fetch_total{application=\"ingest-service\",outcome=\"fetched\",platform=\"mastodon\"}")
                .doesNotContain(id)
                .doesNotContainIgnoringCase("wren");
    }

    private String register(String name) {
        var id = name + "-" + UUID.randomUUID();
        broker.tell(Wire.ACCOUNTS, account(id));
        return id;
    }

    private void change(String id, long revision) {
        broker.tell(Wire.ACCOUNTS, account(id, MET, true, NOTICE, revision));
    }

    private static SubmissionEvent.Submitted submission(String id, Instant postedAt) {
        return new SubmissionEvent.Submitted(
                "sub-" + UUID.randomUUID(),
                id,
                Action.POST,
                null,
                null,
                "Seen on a wall",
                List.of(),
                postedAt,
                NOON);
    }

    private List<String> errors(String key) {
        return broker.records(Topics.SUBMISSIONS.deadLetters(), 1, key).stream()
                .map(record -> Wire.header(record, "handbell_error").orElse(""))
                .toList();
    }

    private List<ConsumerRecord<String, byte @Nullable []>> cursors(String id) {
        return broker.records(Topics.CURSORS.name(), Topics.CURSORS.partitions(), id);
    }

    private String scrape() {
        return engine.getBean(PrometheusMeterRegistry.class).scrape();
    }

    private void awaitReady() {
        var ready = engine.getBean("ready", HealthIndicator.class);
        awaitTrue(() -> Objects.requireNonNull(ready.health()).getStatus().equals(Status.UP));
    }

    private static void awaitTrue(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40)).until(condition);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(IngestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(ScriptedSource.class, () -> source))
                .run(
                        "--spring.config.name=ingest-service",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--handbell.ingest.group=" + group,
                        "--handbell.ingest.fingerprint-key-file=" + folder.resolve("key"),
                        "--handbell.ingest.create-fingerprint-key=true",
                        "--handbell.ingest.http.allowed-private=" + server.hostPort(),
                        "--handbell.ingest.poll.fastest=100ms",
                        "--handbell.ingest.poll.slowest=400ms",
                        "--handbell.ingest.poll.sweep-every=1s",
                        "--handbell.ingest.poll.sweep-watched-every=500ms");
    }
}
