package org.handbell.cases.calendar;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When an office is open, on a day on which it is open.
///
/// @param zone of the trust and its local authority
/// @param opens when the working day begins; for a school without hours of its own too
/// @param closes when it ends
@Validated
@ConfigurationProperties(prefix = "handbell.calendar", ignoreUnknownFields = false)
public record CalendarSettings(
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("09:00") LocalTime opens,
        @DefaultValue("17:00") LocalTime closes) {

    public CalendarSettings {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "handbell.calendar: opens " + opens + " is not before closes " + closes);
        }
    }
}
