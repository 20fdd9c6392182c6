package org.handbell.notification;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.person;
import static org.handbell.notification.Sample.raised;
import static org.handbell.notification.Sample.rung;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Duration PATIENCE = ofSeconds(30);

    private static PostOffice post;
    private static Broker broker;
    private static Running service;

    @BeforeAll
    static void start() {
        post = new PostOffice();
        broker = new Broker();
        service = Running.start(TestDatabase.newDatabase(), post.port());
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
        post.close();
    }

    @Test
    void whatNobodyHasTakenIsShownByRungAndGoesOnceItIsTaken() {
        var first = listed();
        var second = listed();
        var alert =
                raised(
                        caseId(),
                        Severity.CRITICAL,
                        rung(first, ZERO),
                        rung(second, ofMillis(300)),
                        rung(listed(), ofHours(1)));
        awaitFigure("handbell.alerts.unacknowledged", 0, "severity", "critical");

        broker.tell(alert);

        awaitFigure("handbell.ladder.depth", 1, "rung", "2");
        awaitFigure("handbell.alerts.unacknowledged", 1, "severity", "critical");
        awaitFigure("handbell.alerts.unacknowledged", 0, "severity", "medium");
        service.jdbc()
                .sql("update alert set raised_at = raised_at - interval '2 h' where alert_id = ?")
                .param(alert.alertId())
                .update();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(oldest("critical")).isBetween(7_190.0, 7_300.0));

        broker.tell(
                new AlertEvent.Acknowledged(
                        alert.alertId(), alert.caseId(), second.personId(), Instant.now()));

        awaitFigure("handbell.alerts.unacknowledged", 0, "severity", "critical");
        awaitFigure("handbell.ladder.depth", 0, "rung", "2");
        assertThat(oldest("critical")).isZero();
    }

    @Test
    void anAlertWhoseLadderRanOutIsStillOneThatNobodyHasTaken() {
        var alert = raised(caseId(), Severity.HIGH, ofMillis(100), rung(listed(), ZERO));
        broker.tell(alert);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(alert.alertId())).isEqualTo("RAN_OUT"));

        awaitFigure("handbell.alerts.unacknowledged", 1, "severity", "high");
        awaitFigure("handbell.alerts.waiting", 0);

        broker.tell(
                new AlertEvent.Withdrawn(
                        alert.alertId(), alert.caseId(), "decided", Instant.now()));
        awaitFigure("handbell.alerts.unacknowledged", 0, "severity", "high");
    }

    @Test
    void aRecordThatIsPutAsideIsCountedAndTheLagGoesBackToNothing() {
        broker.tell(person("anybody"));
        broker.send(new ProducerRecord<>("alerts.v1", "broken", new byte[] {'{'}));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        service.figures()
                                                .get("handbell.dead.letters")
                                                .tag("topic", "alerts.v1")
                                                .counter()
                                                .count())
                                .isEqualTo(1));
        awaitFigure("handbell.consumer.lag", 0, "topic", "alerts.v1");
        awaitFigure("handbell.consumer.lag", 0, "topic", "recipients.v1");
    }

    @Test
    void everyFigureNamesTheServiceAndNoneAPerson() {
        awaitFigure("handbell.consumer.lag", 0, "topic", "recipients.v1");
        assertThat(meters())
                .isNotEmpty()
                .allMatch(
                        meter -> "notification-service".equals(meter.getId().getTag("application")))
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .isSubsetOf(
                        "application", "severity", "rung", "topic", "kind", "channel", "outcome");
    }

    private static List<Meter> meters() {
        return service.figures().getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("handbell"))
                .toList();
    }

    private static Listed listed() {
        var person = person("told");
        broker.tell(person);
        return person;
    }

    private static double oldest(String severity) {
        return values("handbell.oldest.unacknowledged", "severity", severity).getFirst();
    }

    private static void awaitFigure(String name, double value, String... tags) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(values(name, tags)).containsExactly(value));
    }

    private static List<Double> values(String name, String... tags) {
        var gauges = service.figures().find(name).tags(tags).gauges();
        return gauges.stream().map(Gauge::value).toList();
    }

    private static String state(String alertId) {
        return service.jdbc()
                .sql("select state from alert where alert_id = ?")
                .param(alertId)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
