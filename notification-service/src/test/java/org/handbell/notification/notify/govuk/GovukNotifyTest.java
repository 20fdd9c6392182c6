package org.handbell.notification.notify.govuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.handbell.contract.Severity;
import org.handbell.notification.GovukNotifyStub;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Message.NeedsYou;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.notify.Patience;
import org.handbell.notification.notify.ShippedWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Its official client against a stub from the published contract.
class GovukNotifyTest {

    private static final String DSL = "rowan.pell@fernhill.example";

    private final GovukNotifyStub stub = new GovukNotifyStub();

    @TempDir Path folder;

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void anEmailCarriesOurWordsAndTheDeliveryAsItsReference() throws IOException {
        assertThat(email(stub.address()).send(message(1, false)))
                .isEqualTo(new Delivered("accepted"));

        assertThat(stub.to(DSL))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.type()).isEqualTo("email");
                    assertThat(sent.reference()).isEqualTo("d1");
                    assertThat(sent.words())
                            .containsEntry(
                                    "subject",
                                    "Today: Fernhill High, 4K7P-XM, by 5:00pm Tue 24 Nov")
                            .containsEntry(
                                    "body",
                                    "Something needs you today.\n\n"
                                            + "https://desk.example/cases/4K7P-XM\n");
                });
    }

    @Test
    void aRepeatIsSentWhereTheFirstNeverArrived() throws IOException {
        assertThat(email(stub.address()).send(message(2, true)))
                .isEqualTo(new Delivered("accepted"));
        assertThat(stub.lookups()).isEqualTo(1);
    }

    @Test
    void aRepeatIsNotSentWhereTheFirstWasAccepted() throws IOException {
        var email = email(stub.address());
        email.send(message(1, false));

        assertThat(email.send(message(2, true))).isEqualTo(new Delivered("was accepted before"));
        assertThat(stub.to(DSL)).hasSize(1);
    }

    @Test
    void tooManyInAMinuteAreTriedAgainInAMinute() throws IOException {
        stub.refuseNext(429, "RateLimitError");

        assertThat(email(stub.address()).send(message(1, false)))
                .isEqualTo(TryAgain.away(Duration.ofMinutes(1), "HTTP 429"));
    }

    @Test
    void tooManyInADayAreRefusedSoThatAnotherChannelTells() throws IOException {
        stub.refuseNext(429, "TooManyRequestsError");

        assertThat(email(stub.address()).send(message(1, false)))
                .isEqualTo(new Refused("HTTP 429, all of today's messages are sent"));
    }

    @Test
    void whatItFindsWrongIsRefusedAndNotQuoted() throws IOException {
        stub.refuseNext(400, "BadRequestError " + DSL);
        assertThat(email(stub.address()).send(message(1, false)))
                .isEqualTo(new Refused("HTTP 400"));

        stub.refuseNext(403, "AuthError");
        assertThat(email(stub.address()).send(message(1, false)))
                .isEqualTo(new Refused("HTTP 403"));
    }

    @Test
    void whileItIsDownItIsTriedAgain() throws IOException {
        stub.refuseNext(503, "Down");
        assertThat(again(email(stub.address()).send(message(1, false))).mayHaveArrived()).isFalse();

        stub.refuseNext(500, "Exception");
        assertThat(again(email(stub.address()).send(message(1, false))).mayHaveArrived()).isTrue();
    }

    @Test
    void whereNobodyListensNothingCanHaveArrived() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        var again = again(email("http://127.0.0.1:" + port).send(message(1, false)));

        assertThat(again.detail()).isEqualTo("no connection");
        assertThat(again.mayHaveArrived()).isFalse();
        assertThat(again.away()).isTrue();
    }

    /// Its client itself would wait for ever.
    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var began = Instant.now();

            var again =
                    again(
                            email("http://127.0.0.1:" + silent.getLocalPort())
                                    .send(message(1, false)));

            assertThat(again.detail()).isEqualTo("no answer");
            assertThat(again.mayHaveArrived()).isTrue();
            assertThat(Duration.between(began, Instant.now()))
                    .isLessThan(Patience.TIMEOUT.multipliedBy(10));
        }
    }

    @Test
    void withoutAKeyItIsNotSetUpAndItsEmailCannotBeChosen() throws IOException {
        var without = new GovukNotifySettings(stub.address(), null, "template", "template");
        var client = client(without);

        assertThat(new GovukNotifySms(client, without, ShippedWords.wording()).setUp()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> email(client, without))
                .withMessageContaining("handbell.govuk-notify.api-key-file");
    }

    @Test
    void aKeyFileThatIsMissingOrEmptyIsNamedByItsSetting() throws IOException {
        var missing = settings(stub.address(), folder.resolve("none"));
        var empty = settings(stub.address(), Files.createFile(folder.resolve("empty")));

        assertThatIllegalStateException()
                .isThrownBy(() -> client(missing))
                .withMessage("handbell.govuk-notify.api-key-file: the file cannot be read");
        assertThatIllegalStateException()
                .isThrownBy(() -> client(empty))
                .withMessage("handbell.govuk-notify.api-key-file: the file is empty");
    }

    private static TryAgain again(Outcome outcome) {
        assertThat(outcome).isInstanceOf(TryAgain.class);
        return (TryAgain) outcome;
    }

    private GovukNotifyEmail email(String address) throws IOException {
        var key = Files.writeString(folder.resolve("key"), GovukNotifyStub.KEY);
        var settings = settings(address, key);
        return email(client(settings), settings);
    }

    private static GovukNotifyEmail email(GovukNotifyClient client, GovukNotifySettings settings) {
        return new GovukNotifyEmail(
                client, settings, Patience.little(EmailBy.GOVUK_NOTIFY), ShippedWords.wording());
    }

    private static GovukNotifyClient client(GovukNotifySettings settings) {
        return new GovukNotifyClient(
                settings, Patience.little(EmailBy.GOVUK_NOTIFY), Patience.backoff());
    }

    private static GovukNotifySettings settings(String address, @Nullable Path key) {
        return new GovukNotifySettings(address, key, GovukNotifyStub.TEMPLATE, null);
    }

    private static Notification message(int attempt, boolean repeat) {
        return new Notification(
                "d1",
                DSL,
                new NeedsYou(
                        Severity.HIGH,
                        "4K7P-XM",
                        "Fernhill High",
                        Instant.parse("2026-11-24T17:00:00Z"),
                        "https://desk.example/cases/4K7P-XM"),
                attempt,
                repeat);
    }
}
