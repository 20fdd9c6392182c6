package org.handbell.notification.escalation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a ladder has run out.
///
/// @param lastWait how long the last ones told have to acknowledge, where the alert's own due time
///   is not later
@ConfigurationProperties(prefix = "handbell.escalation", ignoreUnknownFields = false)
public record EscalationSettings(@DefaultValue("15m") Duration lastWait) {

    public EscalationSettings {
        if (lastWait.isNegative()) {
            throw new IllegalArgumentException(
                    "handbell.escalation.last-wait " + lastWait + " is negative");
        }
    }
}
