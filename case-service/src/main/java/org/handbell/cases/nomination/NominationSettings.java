package org.handbell.cases.nomination;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long somebody may look into a case.
///
/// @param atMost longest time of a nomination, 1 to 90 days
@Validated
@ConfigurationProperties(prefix = "handbell.nomination", ignoreUnknownFields = false)
public record NominationSettings(@DefaultValue("90d") Duration atMost) {

    private static final int LONGEST_DAYS = 90;

    public NominationSettings {
        if (atMost.toDays() < 1 || atMost.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "handbell.nomination.at-most " + atMost + " is not 1 to 90 days");
        }
    }
}
