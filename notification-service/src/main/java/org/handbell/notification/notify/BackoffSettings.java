package org.handbell.notification.notify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Pauses between attempts.
///
/// @param first before the second attempt
/// @param longest no pause is longer, jitter included
@ConfigurationProperties(prefix = "handbell.backoff", ignoreUnknownFields = false)
public record BackoffSettings(
        @DefaultValue("2s") Duration first, @DefaultValue("5m") Duration longest) {

    public BackoffSettings {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "handbell.backoff: first %s and longest %s are no growing pauses"
                            .formatted(first, longest));
        }
    }
}
