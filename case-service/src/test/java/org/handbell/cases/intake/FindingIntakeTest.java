package org.handbell.cases.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.contract.Severity.CRITICAL;
import static org.handbell.contract.Severity.HIGH;
import static org.handbell.contract.Severity.LOW;
import static org.handbell.contract.Severity.MEDIUM;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.evidence.Capture.Kind;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Verification;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Route;
import org.handbell.contract.Topics;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

class FindingIntakeTest extends DeskTest {

    private static int next;

    @Autowired private Cases cases;
    @Autowired private Timeline timeline;
    @Autowired private EvidenceLocker locker;
    @Autowired private TakeIn takeIn;
    @Autowired private JdbcClient jdbc;
    @Autowired private IntakeTasks tasks;
    @Autowired private MeterRegistry registry;
    @Autowired private KafkaListenerEndpointRegistry listeners;

    private final String account = "account-" + next++;
    private final String post = unique("https://example.social/intake");

    private Case caseOf(String postId) {
        return cases.underWayOfPost(postId).orElseThrow();
    }

    private List<Timeline.Kind> kinds(Case about) {
        return timeline.of(about.caseId()).stream().map(Timeline.Entry::kind).toList();
    }

    private long waiting(String postId) {
        return jdbc.sql("select count(*) from waiting_findings where post_id = ?")
                .param(postId)
                .query(Long.class)
                .single();
    }

    @Test
    void aSlightFindingWhoseTimeIsOverIsForgottenAndCounted() {
        takeIn.take(Found.by(account, post).claiming("P8", LOW).event());
        assertThat(waiting(post)).isOne();
        var before = disposals();
        tasks.forget();
        assertThat(waiting(post)).isOne();

        jdbc.sql(
                        "update waiting_findings set expires_at = now() - interval '1 s' where post_id = ?")
                .param(post)
                .update();
        tasks.forget();

        assertThat(waiting(post)).isZero();
        assertThat(disposals()).isEqualTo(before + 1);
    }

    private double disposals() {
        return registry.get("handbell.disposals").tag("kind", "slight-finding").counter().count();
    }

    @Test
    void aFindingOfMediumOrAboveOpensASuggestedCase() {
        send(
                Found.by(account, post)
                        .claiming("E3", MEDIUM)
                        .claiming("C1", HIGH)
                        .routed(Route.SAFEGUARDING)
                        .event());

        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(post).isPresent());
        var opened = caseOf(post);
        assertThat(opened.state()).isInstanceOf(CaseState.Suggested.class);
        assertThat(opened.severity()).isEqualTo(HIGH);
        assertThat(opened.matter().routes()).containsExactly(Route.SAFEGUARDING);
        assertThat(opened.matter().academyId()).isEqualTo(ACADEMY);
        assertThat(locker.of(opened.caseId())).hasSize(1);
        assertThat(locker.verify(opened.caseId())).isEqualTo(new Verification.Intact(1));
    }

    @Test
    void aSlightFindingWaitsAndAnAdvisoryOneOpensNothing() {
        var advisory = unique("https://example.social/advisory");
        takeIn.take(Found.by(account, post).claiming("E9", LOW).event());
        takeIn.take(Found.by(account, advisory).advising("S2", MEDIUM).event());

        assertThat(cases.ofPost(post)).isEmpty();
        assertThat(cases.ofPost(advisory)).isEmpty();
        assertThat(waiting(post)).isEqualTo(1);
        assertThat(waiting(advisory)).isEqualTo(1);
    }

    @Test
    void aFindingThatIsNotSureEnoughToTellAPersonWaitsHoweverGrave() {
        var sure = unique("https://example.social/sure");
        takeIn.take(Found.by(account, post).explained("E3", HIGH, 0.9, null).event());
        takeIn.take(Found.by(account, sure).explained("E3", HIGH, 0.8, null).event());

        assertThat(cases.ofPost(post)).isEmpty();
        assertThat(waiting(post)).isEqualTo(1);
        assertThat(cases.ofPost(sure)).isNotEmpty();
    }

    @Test
    void whatWaitedAboutAPostGoesIntoItsCase() {
        var slight = Found.by(account, post).saying("first").claiming("E9", LOW).event();
        takeIn.take(slight);
        takeIn.take(Found.by(account, post).saying("edited").claiming("E3", MEDIUM).event());

        assertThat(waiting(post)).isZero();
        assertThat(locker.of(caseOf(post).caseId())).hasSize(2);
        assertThat(locker.of(Exhibits.waiting(slight.eventId()))).isEmpty();
    }

    @Test
    void aRepeatChangesNothing() {
        var event = Found.by(account, post).claiming("E3", MEDIUM).event();

        assertThat(takeIn.take(event)).isTrue();
        assertThat(takeIn.take(event)).isFalse();

        assertThat(cases.ofPost(post)).hasSize(1);
        assertThat(kinds(caseOf(post))).containsExactly(Timeline.Kind.OPENED);
        assertThat(locker.of(caseOf(post).caseId())).hasSize(1);
    }

    @Test
    void theSameEventManyTimesAtOnceIsOneCase() throws Exception {
        var event = Found.by(account, post).claiming("E3", MEDIUM).event();
        Callable<Boolean> take = () -> takeIn.take(event);

        try (var pool = Executors.newFixedThreadPool(8)) {
            var taken = pool.invokeAll(java.util.Collections.nCopies(8, take));
            assertThat(taken).filteredOn(Future::resultNow).hasSize(1);
        }
        assertThat(cases.ofPost(post)).hasSize(1);
    }

    @Test
    void twoFindingsAboutOnePersonAtOnceAreOneCase() throws Exception {
        var other = unique("https://example.social/intake");
        List<Callable<Boolean>> both =
                List.of(
                        () -> takeIn.take(Found.by(account, post).claiming("E3", MEDIUM).event()),
                        () -> takeIn.take(Found.by(account, other).claiming("E3", HIGH).event()));

        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var taken : pool.invokeAll(both)) {
                assertThat(taken.get()).isTrue();
            }
        }

        assertThat(caseOf(post)).isEqualTo(caseOf(other));
        assertThat(caseOf(post).severity()).isEqualTo(HIGH);
    }

    @Test
    void anotherClauseOfThePersonIsAnotherCase() {
        var other = unique("https://example.social/intake");
        takeIn.take(Found.by(account, post).claiming("E3", MEDIUM).event());
        takeIn.take(Found.by(account, other).claiming("P8", MEDIUM).event());

        assertThat(caseOf(post)).isNotEqualTo(caseOf(other));
    }

    @Test
    void aSlightOrAdvisoryFindingOfTheSamePostJoinsAndMakesNothingGraver() {
        takeIn.take(Found.by(account, post).claiming("E3", MEDIUM).event());
        takeIn.take(
                Found.by(account, post)
                        .saying("edited")
                        .claiming("E9", LOW)
                        .advising("S2", CRITICAL)
                        .event());

        var joined = caseOf(post);
        assertThat(joined.severity()).isEqualTo(MEDIUM);
        assertThat(kinds(joined)).containsExactly(Timeline.Kind.OPENED, Timeline.Kind.EDITED);
        assertThat(waiting(post)).isZero();
    }

    @Test
    void aGraverEditRegradesTheCaseAndItsTime() {
        takeIn.take(Found.by(account, post).claiming("E3", MEDIUM).event());
        var before = caseOf(post);
        takeIn.take(Found.by(account, post).saying("edited").claiming("C3", CRITICAL).event());

        var after = caseOf(post);
        assertThat(after.severity()).isEqualTo(CRITICAL);
        assertThat(after.dueAt()).isBefore(before.dueAt());
        assertThat(kinds(after)).contains(Timeline.Kind.REGRADED);
    }

    @Test
    void anEditAndADeletionAreEvidence() {
        var first = Found.by(account, post).saying("first").claiming("E3", MEDIUM).event();
        takeIn.take(first);
        takeIn.take(
                new FindingEvent.Cleared(
                        post, account, Ids.observation(post, "later"), "2017-06", Found.NOW));
        takeIn.take(new FindingEvent.Withdrawn(post, account, Found.NOW));

        var about = caseOf(post);
        assertThat(locker.of(about.caseId()))
                .extracting(e -> e.capture().kind())
                .containsExactly(Kind.POST, Kind.CLEARED, Kind.DELETED);
        assertThat(kinds(about)).contains(Timeline.Kind.CLEARED, Timeline.Kind.DELETED);
        assertThat(about.state()).isInstanceOf(CaseState.Suggested.class);
        assertThat(locker.verify(about.caseId())).isEqualTo(new Verification.Intact(3));
    }

    @Test
    void aDeletedPostNoLongerWaits() {
        var slight = Found.by(account, post).claiming("E9", LOW).event();
        takeIn.take(slight);
        takeIn.take(new FindingEvent.Withdrawn(post, account, Found.NOW));

        assertThat(waiting(post)).isZero();
        assertThat(locker.of(Exhibits.waiting(slight.eventId()))).isEmpty();
    }

    @Test
    void whatWasCommittedBeforeACrashButNotAcknowledgedIsNotDoneAgain() throws Exception {
        send(Found.by(account, post).claiming("E3", MEDIUM).event());
        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(post).isPresent());
        var listener =
                Objects.requireNonNull(listeners.getListenerContainer("handbell-cases-findings"));
        listener.stop();
        backToTheBeginning();
        listener.start();
        var later = unique("https://example.social/intake");
        send(Found.by(account, later).claiming("P8", MEDIUM).event());

        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(later).isPresent());
        assertThat(cases.ofPost(post)).hasSize(1);
        assertThat(kinds(caseOf(post))).containsExactly(Timeline.Kind.OPENED);
        assertThat(locker.of(caseOf(post).caseId())).hasSize(1);
    }

    private static void backToTheBeginning() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            var group = "casework-tests";
            var offsets = new java.util.HashMap<TopicPartition, OffsetAndMetadata>();
            admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .stream()
                    .filter(partition -> partition.topic().equals("findings.v1"))
                    .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(0)));
            assertThat(offsets).isNotEmpty();
            await().atMost(20, SECONDS)
                    .ignoreExceptions()
                    .until(() -> {
                        admin.alterConsumerGroupOffsets(group, offsets).all().get();
                        return true;
                    });
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothingBehindNotEvenItsId() {
        var event = Found.by("no-such-account", post).claiming("E3", MEDIUM).event();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> takeIn.take(event))
                .hasMessage("account no-such-account is not on the register");
        assertThat(
                        jdbc.sql("select count(*) from inbox where event_id = ?")
                                .param(event.eventId())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aBadRecordIsSetAsideWithItsReasonAndTheNextOneGoesOn() {
        var bad =
                new ProducerRecord<>(
                        "findings.v1",
                        null,
                        Found.NOW.toEpochMilli(),
                        account,
                        "{\"words of\": \"somebody\"}".getBytes(StandardCharsets.UTF_8));
        bad.headers()
                .add("ce_type", "org.handbell.findings.v1.Found".getBytes(StandardCharsets.UTF_8));
        send(bad);
        send(Found.by(account, post).claiming("E3", MEDIUM).event());

        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(post).isPresent());
        assertThat(deadLetters(account))
                .isNotEmpty()
                .allSatisfy(letter -> {
                    assertThat(letter.get("handbell_error"))
                            .contains("findings.v1 Found")
                            .doesNotContain("somebody");
                    assertThat(letter.get("handbell_reader")).isEqualTo("/handbell/cases");
                    assertThat(letter).containsKeys("handbell_failed_at", "ce_type");
                    assertThat(letter.get("value")).contains("words of");
                    assertThat(letter.get("timestamp"))
                            .isEqualTo(String.valueOf(Found.NOW.toEpochMilli()));
                });
    }

    private static List<Map<String, String>> deadLetters(String key) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partition = new TopicPartition(Topics.FINDINGS.deadLetters(), 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            var letters = new java.util.ArrayList<Map<String, String>>();
            await().atMost(20, SECONDS)
                    .until(() -> {
                        consumer.poll(java.time.Duration.ofMillis(200))
                                .forEach(record -> {
                                    if (key.equals(record.key())) {
                                        letters.add(letter(record));
                                    }
                                });
                        return !letters.isEmpty();
                    });
            return letters;
        }
    }

    private static Map<String, String> letter(
            org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record) {
        var letter = new java.util.HashMap<String, String>();
        record.headers()
                .forEach(h -> letter.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        letter.put("value", new String(record.value(), StandardCharsets.UTF_8));
        letter.put("timestamp", String.valueOf(record.timestamp()));
        return letter;
    }
}
