package org.handbell.cases.casefile;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// By when a person should have looked, for each tier.
///
/// @param now how long where a child may be at risk now, at any hour
/// @param dayEnds when the working day ends that *today* means, Monday to Friday
/// @param weekEnds when Friday ends that *this week* means
/// @param zone the school's time zone
@Validated
@ConfigurationProperties(prefix = "handbell.due", ignoreUnknownFields = false)
public record DueSettings(
        @DefaultValue("1h") Duration now,
        @DefaultValue("17:00") LocalTime dayEnds,
        @DefaultValue("17:00") LocalTime weekEnds,
        @DefaultValue("Europe/London") ZoneId zone) {}
