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

import com.icegreen.greenmail.util.GreenMailUtil;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.AlertEvent.Acknowledged;
import org.handbell.contract.AlertEvent.HandedOver;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Regraded;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.AlertEvent.Withdrawn;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.contract.DeliveryEvent.Refused;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Left;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/// The whole service on a real broker, database and mail server.
class AlertsReachPeopleTest {

    private static final Duration PATIENCE = ofSeconds(20);
    private static final Duration SHORT = ofMillis(1200);

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
    void eachPersonToldTogetherReceivesTheirsOnceAndItIsReportedBack() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO), rung(head, ZERO));

        broker.tell(alert);

        awaitLetters(dsl, 1);
        awaitLetters(head, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.deliveriesOf(alert.alertId())).hasSize(2));
        assertThat(broker.deliveriesOf(alert.alertId()))
                .allSatisfy(event ->
                        assertThat(event)
                                .isInstanceOfSatisfying(
                                        Delivered.class,
                                        delivered -> {
                                            assertThat(delivered.attempt()).isEqualTo(1);
                                            assertThat(delivered.repeat()).isFalse();
                                            assertThat(delivered.detail()).startsWith("250");
                                            assertThat(delivered.caseId())
                                                    .isEqualTo(alert.caseId());
                                        }));
    }

    @Test
    void theMessageSaysHowSoonWhereAndTheLinkAndNothingElse() throws Exception {
        var dsl = listed(person("dsl"));
        var alert = raised(caseId(), Severity.CRITICAL, rung(dsl, ZERO));

        broker.tell(alert);

        var letter = awaitLetters(dsl, 1).getFirst();
        assertThat(letter.subject())
                .matches("Now: Fernhill High, 4K7P-XM, by \\d{1,2}:\\d\\d[ap]m \\w{3} \\d+ \\w{3}");
        assertThat(letter.body().strip())
                .isEqualToNormalizingNewlines(
                        "Something needs you now.\n\nhttp://localhost:8080/cases/4K7P-XM");
        assertThat(letter.messageId())
                .isEqualTo(
                        "<"
                                + Ids.delivery(alert.alertId(), dsl.personId(), Channel.EMAIL)
                                + "@handbell.example>");
        assertThat(letter.raw().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.raw().getContentType())
                .isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(letter.raw().getFrom())
                .extracting(String::valueOf)
                .containsExactly("alerts@handbell.example");
    }

    /// Every field of the event, marked. A field that is added breaks the list and must be thought
    /// about here.
    @Test
    void ofAllFieldsOfAnAlertOnlySchoolReferenceDueTimeAndLinkAreInTheMessage() {
        assertThat(Raised.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly(
                        "alertId",
                        "caseId",
                        "reference",
                        "severity",
                        "school",
                        "dueAt",
                        "link",
                        "ladder",
                        "at");
        var mark = caseId();
        var dsl =
                listed(
                        new Listed(
                                "person-" + mark,
                                "box-" + mark + "@fernhill.example",
                                "phone-" + mark,
                                7,
                                null,
                                1,
                                Instant.now()));

        broker.tell(
                new Raised(
                        "alert-" + mark,
                        "file-" + mark,
                        "ref-" + mark.hashCode(),
                        Severity.CRITICAL,
                        "school-" + mark.hashCode(),
                        Instant.now().plusSeconds(60),
                        "http://link/" + mark.hashCode(),
                        List.of(rung(dsl, ZERO)),
                        Instant.now()));

        var source = GreenMailUtil.getWholeMessage(awaitLetters(dsl, 1).getFirst().raw());
        assertThat(source)
                .contains("ref-" + mark.hashCode())
                .contains("school-" + mark.hashCode())
                .contains("http://link/" + mark.hashCode())
                .doesNotContain("alert-" + mark)
                .doesNotContain("file-" + mark)
                .doesNotContain("person-" + mark)
                .doesNotContain("phone-" + mark)
                .doesNotContainIgnoringCase("critical")
                .doesNotContain("T4");
    }

    @Test
    void aRepeatedEventChangesNothing() {
        var dsl = listed(person("dsl"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));

        broker.tell(alert);
        broker.tell(alert);
        awaitLetters(dsl, 1);
        broker.tell(alert);
        // Of the same case, so behind the repeats on the same partition.
        acknowledge(alert.caseId(), alert.alertId(), dsl);
        awaitState(alert.alertId(), "ACKNOWLEDGED");

        assertThat(post.lettersTo(dsl.email())).hasSize(1);
        assertThat(
                        service.jdbc()
                                .sql("select count(*) from delivery where alert_id = ?")
                                .param(alert.alertId())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void anAcknowledgementStopsTheLadder() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO), rung(head, SHORT));

        broker.tell(alert);
        awaitLetters(dsl, 1);
        acknowledge(alert.caseId(), alert.alertId(), dsl);
        awaitTimersGone(alert.alertId());

        assertThat(post.lettersTo(head.email())).isEmpty();
        assertThat(broker.deliveriesOf(alert.alertId())).noneMatch(RanOut.class::isInstance);
        assertThat(state(alert.alertId())).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void anUnacknowledgedLadderIsClimbedAfterItsWaitsAndRunsOutOnce() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var trust = listed(person("trust"));
        var alert =
                raised(
                        caseId(),
                        Severity.HIGH,
                        ofMillis(100),
                        rung(dsl, ZERO),
                        rung(head, SHORT),
                        rung(trust, SHORT));

        broker.tell(alert);

        awaitLetters(trust, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(broker.deliveriesOf(alert.alertId()))
                                .filteredOn(RanOut.class::isInstance)
                                .hasSize(1));
        awaitTimersGone(alert.alertId());
        var told =
                broker.deliveriesOf(alert.alertId()).stream()
                        .filter(Delivered.class::isInstance)
                        .map(Delivered.class::cast)
                        .sorted(Comparator.comparing(Delivered::at))
                        .toList();
        assertThat(told)
                .extracting(Delivered::personId)
                .containsExactly(dsl.personId(), head.personId(), trust.personId());
        assertThat(Duration.between(told.get(0).at(), told.get(1).at()))
                .isGreaterThan(SHORT.minusMillis(300));
        assertThat(Duration.between(told.get(1).at(), told.get(2).at()))
                .isGreaterThan(SHORT.minusMillis(300));
        assertThat(broker.deliveriesOf(alert.alertId()))
                .filteredOn(RanOut.class::isInstance)
                .hasSize(1);
        assertThat(state(alert.alertId())).isEqualTo("RAN_OUT");
    }

    @Test
    void anAbsentPersonIsSkippedAndTheNextIsToldAtOnce() {
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        var dsl = person("dsl");
        var away =
                new Listed(
                        dsl.personId(), dsl.email(), null, 7, today.plusDays(1), 2, Instant.now());
        var head = listed(person("head"));
        listed(away);
        var alert = raised(caseId(), Severity.HIGH, rung(away, ZERO), rung(head, ofHours(1)));

        broker.tell(alert);

        awaitLetters(head, 1);
        assertThat(post.lettersTo(away.email())).isEmpty();
        awaitEvent(alert.alertId(), Refused.class, "absent");
    }

    @Test
    void aChannelThatIsNotSetUpFallsToTheNextRungAtOnce() {
        var dsl = listed(person("dsl"));
        var bySms = new Rung(dsl.personId(), Channel.SMS, ZERO);
        var alert = raised(caseId(), Severity.HIGH, bySms, rung(dsl, ofHours(1)));

        broker.tell(alert);

        awaitLetters(dsl, 1);
        awaitEvent(alert.alertId(), Refused.class, "channel sms is not set up");
    }

    @Test
    void aLadderThatReachesNobodyRunsOutAtOnce() {
        var alert = raised(caseId(), Severity.HIGH, new Rung("somebody", Channel.CHAT, ZERO));

        broker.tell(alert);

        awaitEvent(alert.alertId(), RanOut.class, "");
    }

    @Test
    void anAddressThatComesAfterTheAlertIsWaitedFor() {
        var dsl = person("dsl");
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));

        broker.tell(alert);
        awaitEvent(alert.alertId(), DeliveryEvent.Delayed.class, "no address for this person yet");
        listed(dsl);

        awaitLetters(dsl, 1);
    }

    @Test
    void anAddressThatNeverComesIsRefusedAndTheNextRungIsTold() {
        var nobody = person("nobody");
        var head = listed(person("head"));
        var alert = raised(caseId(), Severity.HIGH, rung(nobody, ZERO), rung(head, ofHours(1)));

        broker.tell(alert);

        awaitLetters(head, 1);
        awaitEvent(alert.alertId(), Refused.class, "no address for this person");
    }

    @Test
    void aGraverGradeTellsAnewAndStopsTheOldLadder() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var caseId = caseId();
        var medium = raised(caseId, Severity.MEDIUM, rung(dsl, ZERO), rung(head, SHORT));

        broker.tell(medium);
        awaitLetters(dsl, 1);
        broker.tell(regraded(caseId, Severity.CRITICAL, rung(dsl, ZERO)));

        assertThat(awaitLetters(dsl, 2).get(1).subject()).startsWith("Now:");
        awaitState(medium.alertId(), "SUPERSEDED");
        awaitTimersGone(medium.alertId());
        assertThat(post.lettersTo(head.email())).isEmpty();
    }

    @Test
    void aLesserGradeTellsNobodyAnewAndItsAcknowledgementCountsForTheGraver() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var caseId = caseId();
        var high = raised(caseId, Severity.HIGH, rung(dsl, ZERO), rung(head, ofSeconds(4)));

        broker.tell(high);
        awaitLetters(dsl, 1);
        var lesser = regraded(caseId, Severity.MEDIUM, rung(dsl, ZERO), rung(head, ZERO));
        broker.tell(lesser);
        awaitState(lesser.alertId(), "CARRIED");
        acknowledge(caseId, lesser.alertId(), dsl);
        awaitState(high.alertId(), "ACKNOWLEDGED");
        awaitTimersGone(high.alertId());

        assertThat(post.lettersTo(dsl.email())).hasSize(1);
        assertThat(post.lettersTo(head.email())).isEmpty();
    }

    @Test
    void anAcknowledgementOfALesserAlertLeavesTheGraverOneRunning() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var caseId = caseId();
        var medium = raised(caseId, Severity.MEDIUM, rung(dsl, ZERO));
        var critical = regraded(caseId, Severity.CRITICAL, rung(dsl, ZERO), rung(head, SHORT));

        broker.tell(medium);
        broker.tell(critical);
        acknowledge(caseId, medium.alertId(), dsl);

        awaitLetters(head, 1);
    }

    @Test
    void whoeverACaseIsHandedToIsToldAnewAlsoAfterAnAcknowledgement() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));
        broker.tell(alert);
        awaitLetters(dsl, 1);
        acknowledge(alert.caseId(), alert.alertId(), dsl);

        broker.tell(handedOver(alert.caseId(), alert.alertId(), rung(head, ZERO)));
        awaitLetters(head, 1);
        acknowledge(alert.caseId(), alert.alertId(), head);
        broker.tell(handedOver(alert.caseId(), alert.alertId(), rung(dsl, ZERO)));

        assertThat(awaitLetters(dsl, 2))
                .extracting(PostOffice.Letter::messageId)
                .doesNotHaveDuplicates();
        acknowledge(alert.caseId(), alert.alertId(), dsl);
        awaitState(alert.alertId(), "ACKNOWLEDGED");
    }

    @Test
    void aWithdrawnAlertTellsNobodyFurther() {
        var dsl = listed(person("dsl"));
        var head = listed(person("head"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO), rung(head, SHORT));
        broker.tell(alert);
        awaitLetters(dsl, 1);

        broker.tell(new Withdrawn(alert.alertId(), alert.caseId(), "false alarm", Instant.now()));
        awaitTimersGone(alert.alertId());

        assertThat(state(alert.alertId())).isEqualTo("WITHDRAWN");
        assertThat(post.lettersTo(head.email())).isEmpty();
    }

    @Test
    void aRecordThatIsNoAlertIsSetAsideAsItCameAndTheNextOneGoesOn() {
        var dsl = listed(person("dsl"));
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));
        var stamp = Instant.now().minusSeconds(60).toEpochMilli();
        var bad =
                new ProducerRecord<>(
                        Topics.ALERTS.name(),
                        null,
                        stamp,
                        alert.caseId(),
                        "{\"alertId\":".getBytes(StandardCharsets.UTF_8));
        bad.headers()
                .add("ce_type", "org.handbell.alerts.v1.Raised".getBytes(StandardCharsets.UTF_8));
        bad.headers().add("x-own", "kept".getBytes(StandardCharsets.UTF_8));

        broker.send(bad);
        broker.send(new ProducerRecord<>(Topics.ALERTS.name(), alert.caseId(), null));
        broker.send(new ProducerRecord<>(Topics.ALERTS.name(), alert.caseId(), new byte[] {1}));
        broker.tell(alert);

        awaitLetters(dsl, 1);
        var letters =
                broker.read(Topics.ALERTS.deadLetters()).stream()
                        .filter(record -> alert.caseId().equals(record.key()))
                        .toList();
        assertThat(letters).hasSize(3);
        var first = letters.getFirst();
        assertThat(first.timestamp()).isEqualTo(stamp);
        assertThat(first.value()).asString().isEqualTo("{\"alertId\":");
        assertThat(Wire.header(first, "x-own")).contains("kept");
        assertThat(Wire.header(first, "handbell_error").orElseThrow()).contains("not JSON");
        assertThat(Wire.header(first, "handbell_reader")).contains("/handbell/notification");
        assertThat(Instant.parse(Wire.header(first, "handbell_failed_at").orElseThrow()))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void anAlertThatTheDatabaseRefusesIsSetAsideAndHoldsUpNobody() {
        var dsl = listed(person("dsl"));
        var good = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));
        var bad =
                new Raised(
                        "bad-" + good.alertId(),
                        good.caseId(),
                        "4K7P-XM",
                        Severity.HIGH,
                        "Fern\u0000hill",
                        good.dueAt(),
                        good.link(),
                        good.ladder(),
                        good.at());

        broker.tell(bad);
        broker.tell(good);

        awaitLetters(dsl, 1);
        assertThat(broker.read(Topics.ALERTS.deadLetters()))
                .filteredOn(record -> good.caseId().equals(record.key()))
                .singleElement()
                .satisfies(record ->
                        assertThat(Wire.header(record, "handbell_error").orElseThrow())
                                .startsWith("not taken: "));
    }

    @Test
    void aPersonWhoLeftIsGoneAtOnceAndAnOlderRevisionReplacesNothing() {
        var dsl = person("dsl");
        var newer =
                new Listed(dsl.personId(), "new-" + dsl.email(), null, 7, null, 5, Instant.now());
        listed(newer);
        listed(dsl);
        var marker = listed(person("marker"));
        await().atMost(PATIENCE).until(() -> address(marker.personId()).size() == 1);
        assertThat(address(dsl.personId())).containsExactly("new-" + dsl.email());

        broker.tell(new Left(dsl.personId(), Instant.now()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(address(dsl.personId())).isEmpty());
    }

    @Test
    void inAQuietHourAnAlertIsInTheMailboxWellWithinTwoSeconds() {
        var dsl = listed(person("dsl"));
        broker.tell(raised(caseId(), Severity.HIGH, rung(dsl, ZERO)));
        awaitLetters(dsl, 1);

        for (var i = 2; i <= 6; i++) {
            var began = System.nanoTime();
            broker.tell(raised(caseId(), Severity.HIGH, rung(dsl, ZERO)));
            var wanted = i;
            await().pollInterval(ofMillis(10))
                    .pollDelay(ZERO)
                    .atMost(ofSeconds(2))
                    .until(() -> post.lettersTo(dsl.email()).size() == wanted);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ofSeconds(2));
        }
    }

    @Test
    void theFiguresTellAndNameNobody() {
        var dsl = listed(person("dsl"));
        broker.tell(raised(caseId(), Severity.HIGH, rung(dsl, ZERO)));
        awaitLetters(dsl, 1);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(figures())
                                .contains(
                                        "handbell_alerts_delivered_total{"
                                                + "application=\"notification-service\","
                                                + "severity=\"high\"")
                                .contains(
                                        "handbell_deliveries_total{"
                                                + "application=\"notification-service\","
                                                + "channel=\"email\",outcome=\"delivered\"")
                                .contains("handbell_alert_delivery_seconds_bucket")
                                .contains("handbell_ladders_run_out_total")
                                .contains("handbell_alerts_waiting")
                                .contains("handbell_dead_letters_total"));
        assertThat(figures())
                .doesNotContain(dsl.personId())
                .doesNotContain("fernhill.example")
                .doesNotContain("4K7P-XM");
    }

    private static String figures() {
        return String.valueOf(
                RestClient.create("http://127.0.0.1:" + service.port())
                        .get()
                        .uri("/actuator/prometheus")
                        .retrieve()
                        .body(String.class));
    }

    private static Listed listed(Listed person) {
        broker.tell(person);
        return person;
    }

    private static void acknowledge(String caseId, String alertId, Listed person) {
        broker.tell(new Acknowledged(alertId, caseId, person.personId(), Instant.now()));
    }

    private static Regraded regraded(String caseId, Severity severity, Rung... ladder) {
        var raised = raised(caseId, severity, ladder);
        return new Regraded(
                raised.alertId(),
                caseId,
                raised.reference(),
                severity,
                raised.school(),
                raised.dueAt(),
                raised.link(),
                raised.ladder(),
                raised.at());
    }

    private static HandedOver handedOver(String caseId, String alertId, Rung... ladder) {
        var now = Instant.now();
        return new HandedOver(
                alertId,
                caseId,
                "4K7P-XM",
                Severity.HIGH,
                "Fernhill High",
                now.plus(ofHours(6)),
                "http://localhost:8080/cases/4K7P-XM",
                List.of(ladder),
                now);
    }

    private static List<PostOffice.Letter> awaitLetters(Listed person, int count) {
        await().atMost(PATIENCE)
                .pollInterval(ofMillis(50))
                .until(() -> post.lettersTo(person.email()).size() >= count);
        assertThat(post.lettersTo(person.email())).hasSize(count);
        return post.lettersTo(person.email());
    }

    private static void awaitEvent(
            String alertId, Class<? extends DeliveryEvent> type, String detail) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(broker.deliveriesOf(alertId))
                                .anySatisfy(event ->
                                        assertThat(event)
                                                .isInstanceOf(type)
                                                .asString()
                                                .contains(detail)));
    }

    private static void awaitState(String alertId, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(alertId)).isEqualTo(state));
    }

    private static String state(String alertId) {
        return service.jdbc()
                .sql("select coalesce((select state from alert where alert_id = ?), 'none')")
                .param(alertId)
                .query(String.class)
                .single();
    }

    /// Every wait of the ladder is over.
    private static void awaitTimersGone(String alertId) {
        await().atMost(PATIENCE)
                .until(() ->
                        service.jdbc()
                                        .sql(
                                                "select count(*) from scheduled_tasks where task_name = 'escalate' and task_instance like ?")
                                        .param(alertId + "/%")
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    private static List<@Nullable String> address(String personId) {
        return service.jdbc()
                .sql("select email from recipient where person_id = ?")
                .param(personId)
                .query(String.class)
                .list();
    }
}
