package org.handbell.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.http.Poster;
import org.handbell.ingest.source.Nudge;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the subscriber together, where a public address for callbacks is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("handbell.ingest.websub.callback")
@EnableConfigurationProperties(WebSubSettings.class)
class WebSubConfiguration {

    @Bean
    Seal webSubSeal(FingerprintKey key) {
        return new Seal(key);
    }

    @Bean
    Subscriptions subscriptions(WebSubSettings settings, Seal seal, Poster poster, Clock clock) {
        var callback = Objects.requireNonNull(settings.callback());
        return new Subscriptions(settings, callback, seal, poster, clock);
    }

    @Bean
    WebSubMetrics webSubMetrics(MeterRegistry registry, Subscriptions subscriptions) {
        return new WebSubMetrics(registry, subscriptions::standing);
    }

    @Bean
    WebSubController.Admission webSubAdmission(Accounts accounts, Nudge nudge, Clock clock) {
        return new WebSubController.Admission(accounts, nudge, clock);
    }
}
