package org.handbell.cases.conflict;

import java.time.Duration;
import java.util.Set;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long each tier waits before the next rung is told, because nobody has acknowledged.
///
/// @param now where a child may be at risk now
/// @param today where a person should look today
/// @param thisWeek where a person should look this week; of a day and more, in working days
/// @param channels those that notification-service is set up for; people choose among them
@Validated
@ConfigurationProperties(prefix = "handbell.ladder", ignoreUnknownFields = false)
public record LadderSettings(
        @DefaultValue("15m") Duration now,
        @DefaultValue("2h") Duration today,
        @DefaultValue("2d") Duration thisWeek,
        @DefaultValue("EMAIL") Set<Channel> channels) {

    public LadderSettings {
        channels = Set.copyOf(channels);
    }

    Duration wait(Severity severity) {
        return switch (severity) {
            case CRITICAL -> now;
            case HIGH -> today;
            case MEDIUM, LOW, TIP -> thisWeek;
        };
    }
}
