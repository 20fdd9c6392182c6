package org.handbell.cases.alerting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.handbell.contract.Severity.CRITICAL;
import static org.handbell.contract.Severity.HIGH;
import static org.handbell.contract.Severity.MEDIUM;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.casefile.AcknowledgeCase;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.DecideCase;
import org.handbell.cases.casefile.DecideCase.Answer;
import org.handbell.cases.casefile.Outcome;
import org.handbell.cases.casefile.Reason;
import org.handbell.cases.casefile.TakeBack;
import org.handbell.cases.casefile.Timeline;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Event;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.handbell.contract.Topics;
import org.handbell.contract.WatchEvent;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertingTest extends DeskTest {

    private static int next = 45;
    private static final Wire<AlertEvent> ALERTS = Wire.of(Topics.ALERTS);
    private static final Wire<DeliveryEvent> DELIVERIES = Wire.of(Topics.DELIVERIES);

    @Autowired private Cases cases;
    @Autowired private Timeline timeline;
    @Autowired private AcknowledgeCase acknowledgeCase;
    @Autowired private DecideCase decideCase;
    @Autowired private TakeBack takeBack;
    @Autowired private JdbcClient jdbc;
    @Autowired private MeterRegistry registry;

    private final String account = "account-" + next++;
    private final String post = unique("https://example.social/alerting");

    private Case open(FindingEvent event) {
        send(event);
        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(event.postId()).isPresent());
        return cases.underWayOfPost(event.postId()).orElseThrow();
    }

    private Case safeguarding() {
        return open(
                Found.by(account, post).claiming("C1", MEDIUM).routed(Route.SAFEGUARDING).event());
    }

    private static <E extends Event> List<E> all(Wire<E> wire, String key) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(wire.topic().name()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<E>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> {
                            if (key.equals(record.key())) {
                                events.add(event(wire, record));
                            }
                        });
            }
            return events;
        }
    }

    private static <E extends Event> E event(Wire<E> wire, ConsumerRecord<String, byte[]> record) {
        return wire.read(
                Wire.header(record, CloudEventHeaders.TYPE).orElse(null),
                record.key(),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static List<AlertEvent> alerts(Case about, int atLeast) {
        await().atMost(20, SECONDS).until(() -> all(ALERTS, about.caseId()).size() >= atLeast);
        return all(ALERTS, about.caseId());
    }

    @Test
    void aSafeguardingCaseIsRaisedToTheDslAndTheHeadWithNothingOfItsContent() {
        var about = safeguarding();

        var raised = (AlertEvent.Raised) alerts(about, 1).getFirst();

        assertThat(raised.alertId()).isEqualTo(Ids.alert(about.caseId(), MEDIUM));
        assertThat(raised.link()).isEqualTo("http://localhost:8080/cases/" + about.number());
        assertThat(raised.dueAt()).isEqualTo(about.dueAt());
        assertThat(raised.ladder())
                .startsWith(
                        new Rung("dsl", Channel.EMAIL, Duration.ZERO),
                        new Rung("head", Channel.EMAIL, Duration.ZERO));
        assertThat(raised.toString()).doesNotContain("C1").doesNotContain(account);
    }

    @Test
    void whatJoinsDoesNotAlertAgainUnlessItIsGraver() {
        var about = safeguarding();
        alerts(about, 1);
        send(
                Found.by(account, post)
                        .saying("edited")
                        .claiming("C1", MEDIUM)
                        .routed(Route.SAFEGUARDING)
                        .event());
        send(
                Found.by(account, post)
                        .saying("edited again")
                        .claiming("C3", CRITICAL)
                        .routed(Route.SAFEGUARDING)
                        .event());

        assertThat(alerts(about, 2))
                .hasExactlyElementsOfTypes(AlertEvent.Raised.class, AlertEvent.Regraded.class);
    }

    @Test
    void whoeverANewRouteBringsInIsToldToo() {
        var about = open(Found.by(account, post).claiming("P8", HIGH).event());
        alerts(about, 1);
        send(
                Found.by(account, post)
                        .saying("edited")
                        .claiming("C1", HIGH)
                        .routed(Route.SAFEGUARDING)
                        .event());

        var handed = (AlertEvent.HandedOver) alerts(about, 2).getLast();

        assertThat(handed.ladder()).extracting(Rung::personId).containsExactly("dsl", "deputy");
    }

    @Test
    void takingOnStopsTheLadderAndAnEndWithdrawsTheAlert() {
        var about = safeguarding();
        acknowledgeCase.acknowledge("dsl", about.number().value());
        var version = cases.byId(about.caseId()).orElseThrow().version();
        decideCase.decide(
                "dsl",
                about.number().value(),
                new Answer(version, Outcome.ADVICE, Reason.HONEST_MISTAKE, ""));

        assertThat(alerts(about, 3))
                .hasExactlyElementsOfTypes(
                        AlertEvent.Raised.class,
                        AlertEvent.Acknowledged.class,
                        AlertEvent.Withdrawn.class);
    }

    @Test
    void aPostIsWatchedWhileItsCaseIsUnderWay() {
        var about = safeguarding();
        await().atMost(20, SECONDS)
                .until(() ->
                        all(Wire.WATCHES, post).stream()
                                .anyMatch(WatchEvent.Watched.class::isInstance));

        decideCase.decide(
                "dsl",
                about.number().value(),
                new Answer(about.version(), Outcome.NOT_A_CONCERN, Reason.APPROVED, ""));

        await().atMost(20, SECONDS)
                .until(() -> all(Wire.WATCHES, post).getLast() instanceof WatchEvent.Ended);
    }

    @Test
    void whenAnAnswerIsTakenBackThePostIsWatchedAgainAndTheAlertStaysTaken() {
        var about = safeguarding();
        decideCase.decide(
                "dsl",
                about.number().value(),
                new Answer(about.version(), Outcome.NOT_A_CONCERN, Reason.APPROVED, ""));
        await().atMost(20, SECONDS)
                .until(() ->
                        all(Wire.WATCHES, post).stream()
                                .anyMatch(WatchEvent.Ended.class::isInstance));

        takeBack.takeBack("dsl", about.number().value());

        await().atMost(20, SECONDS)
                .until(() -> all(Wire.WATCHES, post).getLast() instanceof WatchEvent.Watched);
        assertThat(alerts(about, 3))
                .hasExactlyElementsOfTypes(
                        AlertEvent.Raised.class,
                        AlertEvent.Acknowledged.class,
                        AlertEvent.Withdrawn.class);
    }

    @Test
    void anAlertThatTheBrokerDidNotConfirmIsSentAgainWithTheSameId() {
        var about = safeguarding();
        alerts(about, 1);
        jdbc.sql("update alert_events set sent_at = null where case_id = ?")
                .param(about.caseId())
                .update();
        acknowledgeCase.acknowledge("head", about.number().value());

        assertThat(alerts(about, 3))
                .extracting(AlertEvent::eventId)
                .startsWith(Ids.alert(about.caseId(), MEDIUM), Ids.alert(about.caseId(), MEDIUM));
    }

    @Test
    void whatBecameOfAMessageIsOnTheTimelineOnce() {
        var about = safeguarding();
        var alertId = Ids.alert(about.caseId(), MEDIUM);
        var delivered =
                new DeliveryEvent.Delivered(
                        alertId,
                        about.caseId(),
                        "dsl",
                        Channel.EMAIL,
                        1,
                        false,
                        "250 OK",
                        Found.NOW);
        send(DELIVERIES.record(delivered, "/handbell/notification"));
        send(DELIVERIES.record(delivered, "/handbell/notification"));
        send(
                DELIVERIES.record(
                        new DeliveryEvent.Refused(
                                alertId,
                                about.caseId(),
                                "head",
                                Channel.EMAIL,
                                9,
                                "550",
                                Found.NOW),
                        "/handbell/notification"));

        await().atMost(20, SECONDS)
                .until(() ->
                        timeline.of(about.caseId()).stream()
                                .anyMatch(e -> e.kind() == Timeline.Kind.NOT_TOLD));
        assertThat(timeline.of(about.caseId()))
                .extracting(Timeline.Entry::words)
                .filteredOn(words -> words.startsWith("E-mail"))
                .containsExactly(
                        "E-mail to the designated safeguarding lead was sent.",
                        "E-mail to the Head of School could not be delivered.");
    }

    @Test
    void theDelayFromCaptureToDeliveryIsMeasuredOnceForEachAlert() {
        var about = safeguarding();
        var before = registry.get("handbell.capture.to.delivery").timer().takeSnapshot();
        var medium = sincePosted("medium");
        var critical = sincePosted("critical");
        deliver(about, MEDIUM, "dsl", Duration.ofSeconds(7));
        deliver(about, MEDIUM, "dsl", Duration.ofSeconds(7));
        deliver(about, MEDIUM, "head", Duration.ofSeconds(900));
        send(
                Found.by(account, post)
                        .saying("edited")
                        .claiming("C3", CRITICAL)
                        .routed(Route.SAFEGUARDING)
                        .event());
        alerts(about, 2);
        deliver(about, CRITICAL, "dsl", Duration.ofSeconds(40));

        await().atMost(20, SECONDS).until(() -> told(about) == 3);
        var after = registry.get("handbell.capture.to.delivery").timer().takeSnapshot();
        assertThat(after.count() - before.count()).isEqualTo(2);
        assertThat(after.total(SECONDS) - before.total(SECONDS)).isEqualTo(47.0, within(0.001));
        assertThat(sincePosted("medium") - medium).isEqualTo(307.0, within(0.001));
        assertThat(sincePosted("critical") - critical).isEqualTo(340.0, within(0.001));
    }

    /// The invented posts were posted five minutes before their capture.
    private double sincePosted(String severity) {
        return registry.get("handbell.posted.to.delivery")
                .tag("severity", severity)
                .timer()
                .totalTime(SECONDS);
    }

    private long told(Case about) {
        return timeline.of(about.caseId()).stream()
                .filter(entry -> entry.kind() == Timeline.Kind.TOLD)
                .count();
    }

    private void deliver(Case about, Severity step, String personId, Duration sinceCapture) {
        send(
                DELIVERIES.record(
                        new DeliveryEvent.Delivered(
                                Ids.alert(about.caseId(), step),
                                about.caseId(),
                                personId,
                                Channel.EMAIL,
                                1,
                                false,
                                "250 OK",
                                Found.NOW.plus(sinceCapture)),
                        "/handbell/notification"));
    }
}
