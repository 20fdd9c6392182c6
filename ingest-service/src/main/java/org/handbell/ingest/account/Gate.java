package org.handbell.ingest.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.handbell.contract.AccountEvent;
import org.jspecify.annotations.Nullable;

/// What may be collected at all. Days are the trust's own: they begin at midnight in London.
public final class Gate {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration SLACK = Duration.ofDays(1);
    private static final String NOTICE = "notice in effect";

    private Gate() {}

    /// What keeps the collector away from the account now; empty where it may pull.
    public static List<String> unmet(AccountEvent.Registered account, Instant now) {
        var unmet = account.unmet();
        var from = account.collectFrom();
        return unmet.isEmpty() && from != null && now.isBefore(start(from))
                ? List.of(NOTICE)
                : unmet;
    }

    /// Whether a post of that time is from before the notice took effect, so that it must not be
    /// collected.
    public static boolean tooOld(AccountEvent.Registered account, @Nullable Instant postedAt) {
        var from = account.collectFrom();
        return from == null || postedAt == null || postedAt.isBefore(start(from));
    }

    /// From when on posts of the account may be collected; long ago where no notice is in effect.
    public static Instant since(AccountEvent.Registered account) {
        var from = account.collectFrom();
        return from == null ? Instant.EPOCH : start(from);
    }

    /// Where reading may end: nothing older is collected, so nothing older need be read. A day
    /// before the notice, since lists are not in the strict order of their dates.
    public static Instant floor(AccountEvent.Registered account) {
        return account.collectFrom() == null ? Instant.EPOCH : since(account).minus(SLACK);
    }

    /// The trust's day of a time.
    public static LocalDate day(Instant time) {
        return time.atZone(LONDON).toLocalDate();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }
}
