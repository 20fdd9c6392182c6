package org.handbell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.source.Hubs.Hub;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SubscriptionsTest {

    private static final URI TOPIC = URI.create("https://blog.example.org/feed");
    private static final Hub HUB = new Hub(URI.create("https://hub.example.org/"), TOPIC);

    private final List<Map<String, String>> asked = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final Seal seal = new Seal(new FingerprintKey(new byte[32]));
    private final Subscriptions subscriptions = subscriptions(2);

    @Test
    void aHubIsAskedOnceForACallbackThatOnlyWeCanSeal() {
        subscriptions.named("a 1", HUB);
        subscriptions.named("a 1", HUB);
        subscriptions.unchanged("a 1");

        var sealed = seal.of("a 1", TOPIC);
        assertThat(asked)
                .containsExactly(
                        Map.of(
                                "hub.mode",
                                "subscribe",
                                "hub.topic",
                                TOPIC.toString(),
                                "hub.callback",
                                "https://push.example.org/websub/a%201/" + sealed,
                                "hub.lease_seconds",
                                "432000",
                                "hub.secret",
                                seal.secret("a 1", sealed)));
        assertThat(seal.isOf("a 1", TOPIC, sealed)).isTrue();
        assertThat(seal.isOf("a 2", TOPIC, sealed)).isFalse();
        assertThat(seal.isOf("a 1", URI.create("https://other.example.org/"), sealed)).isFalse();
    }

    @Test
    void aLeaseIsRenewedBeforeItEndsByLooksThatFindNothingNewAsWell() {
        subscriptions.named("a", HUB);
        subscriptions.confirmed("a", TOPIC, Duration.ofHours(3));
        assertThat(subscriptions.standing()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(119));
        subscriptions.unchanged("a");
        assertThat(asked).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        subscriptions.unchanged("a");
        assertThat(asked).hasSize(2);
        assertThat(subscriptions.standing()).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assertThat(subscriptions.standing()).isZero();
    }

    @Test
    void aHubThatDoesNotConfirmIsAskedAgainAfterAnHour() {
        subscriptions.named("a", HUB);
        clock.pass(Duration.ofMinutes(59));
        subscriptions.named("a", HUB);
        assertThat(asked).hasSize(1);

        clock.pass(Duration.ofMinutes(2));
        subscriptions.named("a", HUB);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aHubThatDeniesIsLeftAloneForADay() {
        subscriptions.named("a", HUB);
        subscriptions.denied("a", TOPIC);
        clock.pass(Duration.ofHours(23));
        subscriptions.named("a", HUB);
        assertThat(asked).hasSize(1);

        clock.pass(Duration.ofHours(2));
        subscriptions.named("a", HUB);
        assertThat(asked).hasSize(2);
    }

    @Test
    void anotherHubIsAskedAtOnce() {
        subscriptions.named("a", HUB);
        subscriptions.confirmed("a", TOPIC, null);
        subscriptions.named("a", new Hub(URI.create("https://other.example.org/"), TOPIC));

        assertThat(asked).hasSize(2);
        assertThat(subscriptions.standing()).isZero();
    }

    @Test
    void moreAccountsThanAllowedPushOutTheOneLongestWithoutNews() {
        subscriptions.named("a", HUB);
        subscriptions.named("b", HUB);
        subscriptions.named("c", HUB);
        subscriptions.named("b", HUB);
        assertThat(asked).hasSize(3);

        subscriptions.named("a", HUB);
        assertThat(asked).hasSize(4);
    }

    private Subscriptions subscriptions(int most) {
        var callback = URI.create("https://push.example.org/");
        var settings =
                new WebSubSettings(callback, Duration.ofDays(5), DataSize.ofKilobytes(1), most);
        return new Subscriptions(
                settings,
                callback,
                seal,
                (_, form) -> {
                    asked.add(form);
                    return new Reply.Unreachable("no network here");
                },
                clock);
    }
}
