package org.handbell.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.raised;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.DeliveryEvent.Delayed;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.Refused;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.notification.Receiver.Answer;
import org.handbell.test.TestCertificates;
import org.handbell.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole service with every channel set up: chat over TLS to a receiver of ours, push to
/// another, text messages to a stub of GOV.UK Notify, e-mail to a real SMTP server.
class ChannelsReachPeopleTest {

    private static final Duration PATIENCE = ofSeconds(30);
    private static final String TOKEN = "a-token-that-nobody-guesses";

    private static PostOffice post;
    private static Broker broker;
    private static Receiver chat;
    private static Receiver push;
    private static GovukNotifyStub notify;
    private static Running service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var certificate = new TestCertificates(folder).valid("chat");
        post = new PostOffice();
        broker = new Broker();
        chat = Receiver.overTls(certificate.store(), TestCertificates.PASSWORD);
        push = Receiver.plain(_ -> Answer.of(200));
        notify = new GovukNotifyStub();
        var settings = new HashMap<String, Object>();
        rooms(settings, folder);
        settings.put("handbell.channels.trust-file", certificate.certificate().toString());
        settings.put("handbell.channels.timeout", "2s");
        settings.put("handbell.push.server", "http://127.0.0.1:" + push.port());
        settings.put("handbell.push.token-file", file(folder, "push-token", "tk_secret"));
        settings.put("handbell.push.topics[0].school", "Fernhill High");
        settings.put("handbell.push.topics[0].name", "fernhill-7Hq2");
        settings.put("handbell.govuk-notify.address", notify.address());
        settings.put(
                "handbell.govuk-notify.api-key-file",
                file(folder, "notify-key", GovukNotifyStub.KEY));
        settings.put("handbell.govuk-notify.sms-template", GovukNotifyStub.TEMPLATE);
        settings.put("handbell.receipts.token-file", file(folder, "receipts", TOKEN));
        settings.put("handbell.limits.sms.an-hour", "1000");
        settings.put("handbell.limits.sms.pause", "0s");
        settings.put("handbell.delivery.other-channel-after", "1s");
        service = Running.start(TestDatabase.newDatabase(), post.port(), settings);
    }

    private static void rooms(Map<String, Object> settings, Path folder) throws IOException {
        var forms = List.of("teams", "slack", "mattermost");
        for (var i = 0; i < forms.size(); i++) {
            var room = "handbell.chat.rooms[" + i + "].";
            settings.put(room + "school", forms.get(i) + " school");
            settings.put(room + "form", forms.get(i));
            settings.put(
                    room + "address-file",
                    file(
                            folder,
                            forms.get(i),
                            "https://127.0.0.1:" + chat.port() + "/hooks/" + forms.get(i)));
        }
    }

    private static String file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n").toString();
    }

    @AfterAll
    static void stop() {
        service.close();
        notify.close();
        push.close();
        chat.close();
        broker.close();
        post.close();
    }

    @Test
    void teamsGetsACardThatOpensTheCase() {
        var alert = told(person(null), Channel.CHAT, "teams school", Severity.HIGH);

        var card = awaitPosted(chat, alert.reference());
        assertThat(card.path()).isEqualTo("/hooks/teams");
        assertThat(card.headers()).containsEntry("content-type", "application/json");
        assertThat(card.body())
                .contains("\"contentType\":\"application/vnd.microsoft.card.adaptive\"")
                .contains("\"type\":\"AdaptiveCard\"")
                .contains("\"type\":\"Action.OpenUrl\"")
                .contains("\"url\":\"http://localhost:8080/cases/4K7P-XM\"")
                .contains("Today: teams school, " + alert.reference());
        awaitEvent(alert, Delivered.class, "HTTP 200");
    }

    @Test
    void slackAndMattermostGetTheirFormsInTheRoomOfTheirSchool() {
        var slack = told(person(null), Channel.CHAT, "slack school", Severity.HIGH);
        var mattermost = told(person(null), Channel.CHAT, "mattermost school", Severity.HIGH);

        assertThat(awaitPosted(chat, slack.reference()))
                .satisfies(request -> {
                    assertThat(request.path()).isEqualTo("/hooks/slack");
                    assertThat(request.body())
                            .contains("\"unfurl_links\":false")
                            .contains("Today: slack school, " + slack.reference());
                });
        assertThat(awaitPosted(chat, mattermost.reference()))
                .satisfies(request -> {
                    assertThat(request.path()).isEqualTo("/hooks/mattermost");
                    assertThat(request.body()).contains("**Today: mattermost school, ");
                });
    }

    @Test
    void aPushHasItsTitleItsPriorityAndTheLinkToTap() {
        var alert = told(person(null), Channel.PUSH, "Fernhill High", Severity.CRITICAL);

        await().atMost(PATIENCE).until(() -> pushed(alert).size() == 1);
        assertThat(pushed(alert).getFirst())
                .satisfies(request -> {
                    assertThat(request.path()).isEqualTo("/fernhill-7Hq2");
                    assertThat(request.headers())
                            .containsEntry("priority", "5")
                            .containsEntry("click", alert.link())
                            .containsEntry("authorization", "Bearer tk_secret");
                    assertThat(request.headers().get("title"))
                            .startsWith("Now: Fernhill High, " + alert.reference());
                });
    }

    @Test
    void aTextMessageCarriesTheDeliveryAsItsReference() {
        var dsl = person("+447700900111");
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);

        await().atMost(PATIENCE).until(() -> notify.to("+447700900111").size() == 1);
        var text = notify.to("+447700900111").getFirst();
        assertThat(text.reference()).isEqualTo(deliveryId(alert, dsl, Channel.SMS));
        assertThat(text.words().get("subject"))
                .startsWith("Today: Fernhill High, " + alert.reference());
        assertThat(text.words().get("body")).contains(alert.link());
        awaitEvent(alert, Delivered.class, "accepted");
    }

    @Test
    void aTextThatMayHaveBeenTakenIsLookedUpByItsReferenceAndNotSentTwice() {
        notify.acceptAndFailNext();
        var alert = told(person("+447700900222"), Channel.SMS, "Fernhill High", Severity.HIGH);

        awaitEvent(alert, Delivered.class, "was accepted before");
        assertThat(notify.to("+447700900222")).hasSize(1);
        assertThat(notify.lookups()).isPositive();
    }

    @Test
    void aRefusedTextIsAnEmailAtOnce() {
        notify.refuseNext(400, "BadRequestError");
        var dsl = person("+447700900333");
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);

        await().atMost(PATIENCE).until(() -> post.lettersTo(dsl.email()).size() == 1);
        awaitEvent(alert, Refused.class, "HTTP 400");
    }

    @Test
    void aPersonWithoutATelephoneGetsAnEmailInstead() {
        var dsl = person(null);
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);

        await().atMost(PATIENCE).until(() -> post.lettersTo(dsl.email()).size() == 1);
        awaitEvent(alert, Refused.class, "no address for channel sms");
    }

    @Test
    void aRoomWhoseServerIsDownIsGivenUpSoonAndThePersonGetsAnEmail() {
        for (var i = 0; i < 30; i++) {
            push.answerNext(Answer.of(503));
        }
        var dsl = person(null);
        var alert = told(dsl, Channel.PUSH, "Fernhill High", Severity.HIGH);

        await().atMost(PATIENCE).until(() -> post.lettersTo(dsl.email()).size() == 1);
        awaitEvent(alert, Delayed.class, "HTTP 503");
        awaitEvent(alert, Refused.class, "HTTP 503, tries used up");
        push.forgetAnswers();
    }

    @Test
    void aLaterRungOfTheSamePersonIsTakenBeforeItsTimeAndNotTwice() {
        var dsl = person(null);
        var head = person(null);
        var caseId = caseId();
        var alert =
                raised(
                        caseId,
                        Severity.HIGH,
                        new Rung(dsl.personId(), Channel.SMS, ZERO),
                        new Rung(dsl.personId(), Channel.EMAIL, ofSeconds(1)),
                        new Rung(head.personId(), Channel.EMAIL, ofSeconds(1)));

        broker.tell(alert);

        await().atMost(PATIENCE).until(() -> post.lettersTo(head.email()).size() == 1);
        assertThat(post.lettersTo(dsl.email())).hasSize(1);
    }

    @Test
    void aReceiptIsNotedAndARepeatOfItChangesNothing() throws Exception {
        var dsl = person("+447700900444");
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);
        awaitEvent(alert, Delivered.class, "accepted");
        var receipt = receipt(deliveryId(alert, dsl, Channel.SMS), "delivered");

        assertThat(callBack(receipt, TOKEN)).isEqualTo(204);
        assertThat(callBack(receipt, TOKEN)).isEqualTo(204);

        assertThat(receiptOf(alert, dsl)).isEqualTo("delivered");
        assertThat(broker.deliveriesOf(alert.alertId())).hasSize(1);
        assertThat(receipts("repeated")).isPositive();
    }

    @Test
    void aTextThatDidNotArriveAfterAllIsAnEmailOnce() throws Exception {
        var dsl = person("+447700900555");
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);
        awaitEvent(alert, Delivered.class, "accepted");
        var receipt = receipt(deliveryId(alert, dsl, Channel.SMS), "permanent-failure");

        assertThat(callBack(receipt, TOKEN)).isEqualTo(204);
        assertThat(callBack(receipt, TOKEN)).isEqualTo(204);

        await().atMost(PATIENCE).until(() -> post.lettersTo(dsl.email()).size() == 1);
        awaitEvent(alert, Refused.class, "receipt: permanent-failure");
        assertThat(broker.deliveriesOf(alert.alertId()))
                .filteredOn(Refused.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aReceiptForAMessageThatIsNotKnownIsTakenAndCounted() throws Exception {
        var before = receipts("unknown");

        assertThat(callBack(receipt("0123456789abcdef", "delivered"), TOKEN)).isEqualTo(204);

        assertThat(receipts("unknown")).isEqualTo(before + 1);
    }

    @Test
    void aReceiptFromAnybodyElseIsTurnedAway() throws Exception {
        var dsl = person("+447700900666");
        var alert = told(dsl, Channel.SMS, "Fernhill High", Severity.HIGH);
        awaitEvent(alert, Delivered.class, "accepted");
        var receipt = receipt(deliveryId(alert, dsl, Channel.SMS), "permanent-failure");

        assertThat(callBack(receipt, "another-token")).isEqualTo(401);
        assertThat(callBack(receipt, TOKEN + "x")).isEqualTo(401);
        assertThat(callBack(receipt, "")).isEqualTo(401);

        assertThat(receiptOf(alert, dsl)).isNull();
    }

    @Test
    void aReceiptThatCannotBeReadOrIsTooLongIsRefused() throws Exception {
        assertThat(callBack("{\"reference\":", TOKEN)).isEqualTo(400);
        assertThat(callBack("{\"reference\":7,\"status\":\"delivered\"}", TOKEN)).isEqualTo(400);
        assertThat(callBack(receipt("x", "somewhere"), TOKEN)).isEqualTo(400);
        assertThat(callBack(receipt("x".repeat(9000), "delivered"), TOKEN)).isEqualTo(413);
    }

    @Test
    void readingAPageOfThisServiceAcknowledgesNothing() throws Exception {
        var alert = told(person(null), Channel.EMAIL, "Fernhill High", Severity.HIGH);
        awaitEvent(alert, Delivered.class, "250");

        for (var path : List.of("/callbacks/notify", "/cases/4K7P-XM", "/acknowledge", "/")) {
            var answer = get(path);
            assertThat(answer).as(path).isGreaterThanOrEqualTo(400);
        }

        assertThat(
                        service.jdbc()
                                .sql("select state from alert where alert_id = ?")
                                .param(alert.alertId())
                                .query(String.class)
                                .single())
                .isEqualTo("OPEN");
    }

    private static Listed person(@Nullable String phone) {
        var some = Sample.person("dsl");
        var listed = new Listed(some.personId(), some.email(), phone, 7, null, 1, Instant.now());
        broker.tell(listed);
        return listed;
    }

    private static Raised told(Listed person, Channel channel, String school, Severity severity) {
        var some = raised(caseId(), severity, new Rung(person.personId(), channel, ZERO));
        var alert =
                new Raised(
                        some.alertId(),
                        some.caseId(),
                        "R" + some.alertId().substring(0, 8),
                        severity,
                        school,
                        some.dueAt().plus(ofHours(1)),
                        some.link(),
                        some.ladder(),
                        some.at());
        broker.tell(alert);
        return alert;
    }

    private static Receiver.Request awaitPosted(Receiver receiver, String text) {
        await().atMost(PATIENCE).until(() -> receiver.with(text).size() == 1);
        return receiver.with(text).getFirst();
    }

    private static List<Receiver.Request> pushed(Raised alert) {
        return push.requests().stream()
                .filter(request ->
                        request.headers().getOrDefault("title", "").contains(alert.reference()))
                .toList();
    }

    private static void awaitEvent(
            Raised alert, Class<? extends DeliveryEvent> type, String detail) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(broker.deliveriesOf(alert.alertId()))
                                .filteredOn(type::isInstance)
                                .anySatisfy(
                                        event -> assertThat(event.toString()).contains(detail)));
    }

    private static String deliveryId(Raised alert, Listed person, Channel channel) {
        return Ids.delivery(alert.alertId(), person.personId(), channel);
    }

    private static @Nullable String receiptOf(Raised alert, Listed person) {
        return service.jdbc()
                .sql("select coalesce(receipt, '') from delivery where delivery_id = ?")
                .param(deliveryId(alert, person, Channel.SMS))
                .query(String.class)
                .optional()
                .filter(receipt -> !receipt.isEmpty())
                .orElse(null);
    }

    private static double receipts(String outcome) {
        var counter = service.figures().find("handbell.receipts").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    /// As the contract says it, with the address that nobody here reads.
    private static String receipt(String reference, String status) {
        return """
        {"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"%s","to":"+447700900000",\
        "status":"%s","notification_type":"sms","created_at":"2026-11-24T12:00:00.000000Z"}
        """
                .formatted(reference, status);
    }

    private static int callBack(String body, String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(uri("/callbacks/notify"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body, UTF_8));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static int get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
