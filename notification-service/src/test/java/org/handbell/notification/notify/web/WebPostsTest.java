package org.handbell.notification.notify.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.handbell.notification.Receiver;
import org.handbell.notification.Receiver.Answer;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.notify.Patience;
import org.handbell.test.TestCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPostsTest {

    @TempDir Path folder;

    @Test
    void whatIsTakenIsDelivered() {
        try (var receiver = Receiver.plain(_ -> Answer.of(202))) {
            assertThat(post(posts(null), "http://127.0.0.1:" + receiver.port()))
                    .isEqualTo(new Delivered("HTTP 202"));
            assertThat(receiver.requests())
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.body()).isEqualTo("words");
                        assertThat(request.headers()).containsEntry("x-own", "kept");
                    });
        }
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        try (var receiver =
                Receiver.plain(_ -> new Answer(429, Map.of("Retry-After", "120"), ""))) {
            assertThat(post(posts(null), "http://127.0.0.1:" + receiver.port()))
                    .isEqualTo(TryAgain.away(Duration.ofMinutes(2), "HTTP 429"));
        }
    }

    @Test
    void anErrorOfAServerMayComeAfterItTookTheMessage() {
        try (var receiver = Receiver.plain(_ -> Answer.of(502))) {
            assertThat(again(post(posts(null), "http://127.0.0.1:" + receiver.port())))
                    .satisfies(again -> {
                        assertThat(again.mayHaveArrived()).isTrue();
                        assertThat(again.away()).isTrue();
                    });
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var elsewhere = Receiver.plain(_ -> Answer.of(200));
                var receiver =
                        Receiver.plain(_ ->
                                new Answer(
                                        307,
                                        Map.of("Location", "http://127.0.0.1:" + elsewhere.port()),
                                        ""))) {
            assertThat(post(posts(null), "http://127.0.0.1:" + receiver.port()))
                    .isEqualTo(new Refused("HTTP 307"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatNeverAnswersMayHaveTheMessage() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var again = again(post(posts(null), "http://127.0.0.1:" + silent.getLocalPort()));

            assertThat(again.detail()).isEqualTo("no answer");
            assertThat(again.mayHaveArrived()).isTrue();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNoMessage() {
        var certificates = new TestCertificates(folder);
        var shown = certificates.valid("shown");
        try (var receiver = Receiver.overTls(shown.store(), TestCertificates.PASSWORD)) {
            var address = "https://127.0.0.1:" + receiver.port();

            var again = again(post(posts(null), address));
            assertThat(again.detail()).isEqualTo("no connection");
            assertThat(again.mayHaveArrived()).isFalse();
            assertThat(receiver.requests()).isEmpty();

            assertThat(post(posts(shown.certificate()), address))
                    .isEqualTo(new Delivered("HTTP 200"));
        }
    }

    @Test
    void aTrustFileWithoutCertificatesStopsTheStart() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatIllegalStateException()
                .isThrownBy(() -> posts(empty))
                .withMessageStartingWith("handbell.channels.trust-file");
    }

    private static WebPosts posts(@Nullable Path trusted) {
        return new WebPosts(
                Patience.little(EmailBy.SMTP, trusted), Patience.backoff(), Clock.systemUTC());
    }

    private static Outcome post(WebPosts posts, String address) {
        return posts.post(URI.create(address + "/hooks/x"), Map.of("X-Own", "kept"), "words", 1);
    }

    private static TryAgain again(Outcome outcome) {
        assertThat(outcome).isInstanceOf(TryAgain.class);
        return (TryAgain) outcome;
    }
}
