package org.handbell.notification;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.person;
import static org.handbell.notification.Sample.raised;
import static org.handbell.notification.Sample.rung;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.DeliveryEvent.Delayed;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.Refused;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailServerTroubleTest {

    private static final Duration PATIENCE = ofSeconds(30);

    private static ScriptedMailServer server;
    private static Broker broker;
    private static Running service;

    @BeforeAll
    static void start() throws IOException {
        server = new ScriptedMailServer();
        broker = new Broker();
        service =
                Running.start(
                        TestDatabase.newDatabase(),
                        server.port(),
                        Map.of(
                                "handbell.delivery.give-up-after",
                                "6s",
                                "handbell.mail.from",
                                "handbell@localhost"));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        broker.close();
        server.close();
    }

    @Test
    void aBusyServerIsTriedAgainUntilItTakesTheMessage() {
        var dsl = listed("busy");
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));

        broker.tell(alert);

        var events = eventsUntil(alert.alertId(), Delivered.class);
        assertThat(server.lettersTo(dsl.email())).hasSize(1);
        assertThat(events)
                .filteredOn(Delayed.class::isInstance)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.toString()).contains("detail=451 4.3.0"));
        var delivered = (Delivered) events.getLast();
        assertThat(delivered.attempt()).isEqualTo(3);
        assertThat(delivered.repeat()).isFalse();
        assertThat(delivered.detail()).isEqualTo("250 2.0.0");
    }

    @Test
    void aRefusedAddressTellsTheNextRungAtOnceAndIsNowhereRepeated() {
        var gone = listed("nobox");
        var head = listed("head");
        var alert = raised(caseId(), Severity.HIGH, rung(gone, ZERO), rung(head, ofHours(1)));

        broker.tell(alert);

        var events = eventsUntil(alert.alertId(), Delivered.class);
        assertThat(server.lettersTo(head.email())).hasSize(1);
        assertThat(events)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Refused) event).detail()).isEqualTo("550 5.1.1"));
    }

    @Test
    void aConnectionLostAfterTheMessageIsRepeatedUnderTheSameIdAndSaidToBeARepeat() {
        var dsl = listed("cut");
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO));

        broker.tell(alert);

        var delivered = (Delivered) eventsUntil(alert.alertId(), Delivered.class).getLast();
        assertThat(delivered.repeat()).isTrue();
        assertThat(delivered.attempt()).isEqualTo(2);
        assertThat(server.lettersTo(dsl.email()))
                .hasSize(2)
                .extracting(ScriptedMailServer.Letter::messageId)
                .containsOnly(server.lettersTo(dsl.email()).getFirst().messageId());
    }

    @Test
    void aServerThatIsBusyForTooLongIsGivenUpAndTheNextRungIsTold() {
        var dsl = listed("never");
        var head = listed("head");
        var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO), rung(head, ofHours(1)));

        broker.tell(alert);

        var events = eventsUntil(alert.alertId(), Delivered.class);
        assertThat(server.lettersTo(head.email())).hasSize(1);
        assertThat(events)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((Refused) event).detail())
                                .isEqualTo("451 4.3.0, tries used up"));
    }

    private static Listed listed(String role) {
        var person = person(role);
        broker.tell(person);
        return person;
    }

    private static List<DeliveryEvent> eventsUntil(
            String alertId, Class<? extends DeliveryEvent> last) {
        await().atMost(PATIENCE)
                .until(() -> broker.deliveriesOf(alertId).stream().anyMatch(last::isInstance));
        return broker.deliveriesOf(alertId);
    }
}
