package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.bluesky.BlueskyConfiguration;
import org.handbell.ingest.source.bluesky.BlueskySettings;
import org.handbell.ingest.source.mastodon.MastodonConfiguration;
import org.handbell.ingest.source.rss.RssConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class HttpConfigurationTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withUserConfiguration(
                            HttpConfiguration.class,
                            RssConfiguration.class,
                            MastodonConfiguration.class,
                            BlueskyConfiguration.class);

    @Test
    void theDefaultsOpenNothingPrivateAndReadThreePlatforms() {
        context.run(started -> {
            var http = started.getBean(HttpSettings.class);
            assertThat(http.allowedPrivate()).isEmpty();
            assertThat(http.maxBody()).isEqualTo(DataSize.ofMegabytes(5));
            assertThat(http.maxRedirects()).isEqualTo(3);
            assertThat(http.readTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(http.perHost().attempts()).isEqualTo(3);
            assertThat(started.getBean(BlueskySettings.class).likes()).isFalse();
            assertThat(started.getBeansOfType(Source.class).values())
                    .extracting(Source::name)
                    .containsExactlyInAnyOrder("rss", "mastodon", "bluesky");
        });
    }

    @Test
    void privateServersAreListedByHostAndPort() {
        context.withPropertyValues("handbell.ingest.http.allowed-private=localhost:2583,[::1]:80")
                .run(started ->
                        assertThat(started.getBean(HttpSettings.class).allowedPrivate())
                                .containsExactly("localhost:2583", "[::1]:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowed-private=localhost", "read-timeout=0s", "max-body=1GB", "max-redirects=99",
                "per-host.attempts=0", "per-host.requests=0", "contact=a\tb", "max-bodies=1MB"
            })
    void aSettingOutOfBoundsStopsTheStartNamingIt(String setting) {
        context.withPropertyValues("handbell.ingest.http." + setting)
                .run(started ->
                        assertThat(started.getStartupFailure())
                                .isNotNull()
                                .rootCause()
                                .satisfiesAnyOf(
                                        e -> assertThat(e.toString()).contains(camel(setting)),
                                        e ->
                                                assertThat(e.toString())
                                                        .contains(setting.split("=")[0])));
    }

    /// The last part of a key as the records spell it.
    private static String camel(String setting) {
        var key = setting.split("=")[0].replaceFirst(".*\\.", "");
        var parts = key.split("-");
        return parts.length == 1
                ? parts[0]
                : parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
    }
}
