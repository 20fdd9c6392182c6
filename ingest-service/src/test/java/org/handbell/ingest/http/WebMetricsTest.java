package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbell.contract.Platform;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StubServer one = StubServer.start();
    private final StubServer two = StubServer.start();
    private final PoliteWeb web =
            Webs.with(Tokens.none(), registry, one.hostPort(), two.hostPort());

    @AfterEach
    void close() {
        web.close();
        one.close();
        two.close();
    }

    @Test
    void whatIsLeftIsTheTightestOfThePlatformsHosts() {
        var reset = Instant.now().plusSeconds(300).toString();
        one.on("/", limited("X-RateLimit-", "300", "240", reset));
        two.on("/", limited("X-RateLimit-", "300", "30", reset));

        ask(Platform.MASTODON, one);
        assertThat(left("mastodon")).isEqualTo(0.8);
        ask(Platform.MASTODON, two);
        assertThat(left("mastodon")).isEqualTo(0.1);
    }

    @Test
    void anotherPlatformHasItsOwnFigureAndNoHostIsALabel() {
        one.on("/", limited("X-RateLimit-", "300", "30", "60"));
        two.on("/", limited("RateLimit-", "3000", "1500", "60"));

        ask(Platform.MASTODON, one);
        ask(Platform.BLUESKY, two);

        assertThat(left("mastodon")).isEqualTo(0.1);
        assertThat(left("bluesky")).isEqualTo(0.5);
        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .containsOnly("platform");
    }

    @Test
    void aPleaForPatienceWithALimitShowsThatNothingIsLeft() {
        one.on("/", limited("RateLimit-", "3000", "0", "60").withStatus(429));

        ask(Platform.BLUESKY, one);

        assertThat(left("bluesky")).isZero();
    }

    @Test
    void aLimitThatIsToldInPercentIsShownAsTheTightestOfItsParts() {
        one.on(
                "/",
                Answer.ok("text/plain", "x")
                        .with("X-App-Usage", "{\"call_count\":20,\"total_time\":40}")
                        .with(
                                "X-Business-Use-Case-Usage",
                                "{\"77\":[{\"type\":\"pages\",\"call_count\":75,"
                                        + "\"estimated_time_to_regain_access\":0}]}"));

        ask(Platform.FACEBOOK, one);

        assertThat(left("facebook")).isEqualTo(0.25);
    }

    @Test
    void onceTheLimitStartsAnewNothingIsKnownOfIt() {
        var clock = new SettableClock();
        var metrics = new WebMetrics(registry, clock);
        var host = metrics.ofHost();
        var quota = new RateHeaders.Quota(0.25, clock.instant().plusSeconds(60));
        ForPlatform.ask(
                Platform.MASTODON,
                () -> {
                    host.left(quota);
                    return 0;
                });
        assertThat(left("mastodon")).isEqualTo(0.25);

        clock.pass(Duration.ofSeconds(61));

        assertThat(left("mastodon")).isNaN();
    }

    @Test
    void furtherAttemptsAreCountedByPlatform() {
        var times = new AtomicInteger();
        one.on("/", _ -> Answer.status(times.incrementAndGet() < 3 ? 502 : 200));

        ask(Platform.BLOG, one);

        assertThat(registry.get("handbell.fetch.retries").tag("platform", "blog").counter().count())
                .isEqualTo(2);
    }

    private double left(String platform) {
        return registry.get("handbell.platform.quota.left.ratio")
                .tag("platform", platform)
                .gauge()
                .value();
    }

    private void ask(Platform platform, StubServer server) {
        ForPlatform.ask(platform, () -> web.get(Query.of(server.uri("/"))));
    }

    private static Answer limited(String prefix, String limit, String remaining, String reset) {
        return Answer.ok("text/plain", "x")
                .with(prefix + "Limit", limit)
                .with(prefix + "Remaining", remaining)
                .with(prefix + "Reset", reset);
    }
}
