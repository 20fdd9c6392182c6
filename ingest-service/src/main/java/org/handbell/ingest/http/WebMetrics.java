package org.handbell.ingest.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.handbell.ingest.http.RateHeaders.Quota;
import org.handbell.ingest.http.Tokens.Expiring;

/// Figures of the way out, by platform and never by host: the host of a personal blog is a person.
///
/// `handbell_fetch_retries_total{platform}`: attempts after the first one.
/// `handbell_platform_quota_left_ratio{platform}`: what is left of the tightest limit that a host
/// has told of and that has not started anew since; NaN where no host has.
/// `handbell_token_expires_seconds{platform}`: until the first token expires; negative afterwards.
final class WebMetrics {

    private static final String PLATFORM = "platform";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Set<OfHost>> hosts = new ConcurrentHashMap<>();

    WebMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void retried() {
        registry.counter("handbell.fetch.retries", PLATFORM, ForPlatform.label()).increment();
    }

    /// The figures of one host; they are forgotten with it.
    OfHost ofHost() {
        return new OfHost();
    }

    void expiring(List<Expiring> tokens) {
        for (var token : tokens) {
            var platform = ForPlatform.label(token.platform());
            Gauge.builder("handbell.token.expires", () -> left(tokens, token))
                    .description("Seconds until the first access token of the platform expires")
                    .baseUnit("seconds")
                    .tag(PLATFORM, platform)
                    .register(registry);
        }
    }

    private double left(List<Expiring> tokens, Expiring one) {
        return tokens.stream()
                .filter(token -> token.platform() == one.platform())
                .map(Expiring::at)
                .min(Instant::compareTo)
                .map(at -> (double) Duration.between(clock.instant(), at).toSeconds())
                .orElse(Double.NaN);
    }

    private double leftOf(Set<OfHost> known) {
        synchronized (known) {
            return known.stream()
                    .flatMap(host -> host.quota.stream())
                    .filter(quota -> clock.instant().isBefore(quota.until()))
                    .mapToDouble(Quota::ratio)
                    .min()
                    .orElse(Double.NaN);
        }
    }

    private Set<OfHost> hosts(String platform) {
        return hosts.computeIfAbsent(
                platform,
                label -> {
                    Set<OfHost> known =
                            Collections.synchronizedSet(
                                    Collections.newSetFromMap(new WeakHashMap<>()));
                    Gauge.builder("handbell.platform.quota.left.ratio", () -> leftOf(known))
                            .description("What is left of the tightest limit of a host, 0 to 1")
                            .tag(PLATFORM, label)
                            .register(registry);
                    return known;
                });
    }

    /// What one host said last.
    final class OfHost {

        private volatile Optional<Quota> quota = Optional.empty();

        void left(Quota said) {
            quota = Optional.of(said);
            hosts(ForPlatform.label()).add(this);
        }
    }
}
