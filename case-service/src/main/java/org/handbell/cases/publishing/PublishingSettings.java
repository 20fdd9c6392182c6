package org.handbell.cases.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param acknowledgedWithin how long a send may wait for the broker; longer than Kafka's own
///   `delivery.timeout.ms`, so that what we give up on is not sent later
/// @param retryEvery how often publications that failed are submitted again
/// @param retryAtOnce how many of them at a time
@ConfigurationProperties(prefix = "handbell.publishing", ignoreUnknownFields = false)
record PublishingSettings(
        @DefaultValue("10s") Duration acknowledgedWithin,
        @DefaultValue("15s") Duration retryEvery,
        @DefaultValue("100") int retryAtOnce) {

    PublishingSettings {
        if (acknowledgedWithin.isNegative() || acknowledgedWithin.isZero()) {
            throw new IllegalArgumentException(
                    "handbell.publishing.acknowledged-within must be longer than nothing");
        }
        if (retryAtOnce < 1 || retryAtOnce > 1_000) {
            throw new IllegalArgumentException(
                    "handbell.publishing.retry-at-once is not in 1 to 1000");
        }
    }
}
