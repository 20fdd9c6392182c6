package org.handbell.notification.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long this service remembers. The case service has the whole story from `deliveries.v1`.
///
/// @param alerts an alert that waits for nobody, with its messages and their log, from its last
///   change
/// @param inbox ids of events taken; longer than `alerts.v1` keeps its records (7 days)
@ConfigurationProperties(prefix = "handbell.retention", ignoreUnknownFields = false)
public record RetentionSettings(
        @DefaultValue("90d") Duration alerts, @DefaultValue("30d") Duration inbox) {

    private static final Duration TOPIC_KEEPS = Duration.ofDays(7);

    public RetentionSettings {
        if (inbox.compareTo(TOPIC_KEEPS) <= 0 || alerts.compareTo(TOPIC_KEEPS) <= 0) {
            throw new IllegalArgumentException(
                    "handbell.retention: alerts %s and inbox %s must be longer than %s, else an event could be taken twice"
                            .formatted(alerts, inbox, TOPIC_KEEPS));
        }
    }
}
