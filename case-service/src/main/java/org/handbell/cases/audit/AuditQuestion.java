package org.handbell.cases.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reader of the record asked for, as it was typed.
///
/// @param who person id
/// @param did action, or its beginning
/// @param to what it was done to
/// @param from first day, `2026-11-22`
/// @param until last day
record AuditQuestion(
        @Nullable String who,
        @Nullable String did,
        @Nullable String to,
        @Nullable String from,
        @Nullable String until) {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /// Whether a day was typed that is none: it does not count, and the page says so.
    public boolean wrongDay() {
        return wrong(from) || wrong(until);
    }

    AuditFilter filter(Set<String> kept) {
        var last = day(until);
        return new AuditFilter(
                text(who),
                text(did),
                text(to),
                start(day(from)),
                last == null ? null : start(last.plusDays(1)),
                kept);
    }

    /// The same for the record of who read it; what is no id or day may be a name, and stays out.
    String words() {
        return "who=%s did=%s to=%s from=%s until=%s"
                .formatted(plain(who), plain(did), plain(to), plain(from), plain(until));
    }

    private static String plain(@Nullable String typed) {
        return text(typed).matches("[\\w:.-]{0,60}") ? text(typed) : "?";
    }

    private static boolean wrong(@Nullable String typed) {
        return !text(typed).isBlank() && day(typed) == null;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZONE).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return text(typed).isBlank() ? null : LocalDate.parse(text(typed).strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
