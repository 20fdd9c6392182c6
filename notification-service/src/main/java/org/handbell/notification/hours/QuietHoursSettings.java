package org.handbell.notification.hours;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When nobody is disturbed. The gravest tier knows no quiet hours.
///
/// @param on false where any hour will do
/// @param today for what a person should see today (T3): the evening still counts, and so does the
///   weekend by day
/// @param thisWeek for what a person should see this week (T2), and for digests' days
/// @param zone of the school's clock
@ConfigurationProperties(prefix = "handbell.quiet-hours", ignoreUnknownFields = false)
public record QuietHoursSettings(
        @DefaultValue("true") boolean on,
        @DefaultValue Evenings today,
        @DefaultValue Office thisWeek,
        @DefaultValue("Europe/London") ZoneId zone) {

    /// The tier T3.
    ///
    /// @param from when it becomes quiet
    /// @param until when it ends, the next morning
    /// @param weekends whether Saturday and Sunday are quiet all day
    public record Evenings(
            @DefaultValue("21:00") LocalTime from,
            @DefaultValue("07:00") LocalTime until,
            @DefaultValue("false") boolean weekends) {}

    /// The tier T2.
    ///
    /// @param from when it becomes quiet
    /// @param until when it ends, the next morning
    /// @param weekends whether Saturday and Sunday are quiet all day
    public record Office(
            @DefaultValue("19:00") LocalTime from,
            @DefaultValue("07:00") LocalTime until,
            @DefaultValue("true") boolean weekends) {}

    public QuietHoursSettings {
        check("today", today.from, today.until);
        check("this-week", thisWeek.from, thisWeek.until);
    }

    private static void check(String tier, LocalTime from, LocalTime until) {
        if (!until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "handbell.quiet-hours.%s: from %s until %s leaves no part of the day"
                            .formatted(tier, from, until));
        }
    }
}
