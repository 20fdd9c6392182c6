package org.handbell.ingest.source.x;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.handbell.ingest.source.Fetch;

/// What each account has cost in this calendar month. The position keeps it over restarts and when
/// an account moves; between two positions it is remembered here, so that what a failed look or the
/// look at a single post costs is counted as well. Amounts are in millionths of a US dollar.
final class XPurse {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /// Accounts remembered; of one that is forgotten, the position tells.
    private static final int MOST = 10_000;

    private final long budget;
    private final long post;
    private final long user;
    private final Clock clock;
    private final XMetrics metrics;
    private final Map<String, Spent> lately = new LinkedHashMap<>(16, 0.75f, true);

    XPurse(XSettings settings, Clock clock, XMetrics metrics) {
        this.budget = micros(settings.budgetPerAccount());
        this.post = micros(settings.pricePerPost());
        this.user = micros(settings.pricePerUser());
        this.clock = clock;
        this.metrics = metrics;
    }

    /// The calendar month in London, such as `2026-11`.
    String month() {
        return YearMonth.from(today()).toString();
    }

    /// Takes up what a position says, which another instance may have written.
    synchronized void resume(String accountId, XPosition position) {
        if (month().equals(position.month()) && position.spent() > spent(accountId)) {
            put(accountId, position.spent());
        }
    }

    synchronized long spent(String accountId) {
        var spent = lately.get(accountId);
        return spent != null && spent.month().equals(month()) ? spent.micros() : 0;
    }

    long left(String accountId) {
        return Math.max(0, budget - spent(accountId));
    }

    /// @param posts that X returned, and pictures
    void payPosts(String accountId, long posts) {
        pay(accountId, posts * post);
    }

    void payUser(String accountId) {
        pay(accountId, user);
    }

    long costOfPosts(long posts) {
        return posts * post;
    }

    long costOfUser() {
        return user;
    }

    /// Until the month's end.
    Fetch.UsedUp usedUp() {
        var first = YearMonth.from(today()).plusMonths(1).atDay(1);
        return new Fetch.UsedUp(
                Duration.between(clock.instant(), first.atStartOfDay(LONDON).toInstant()),
                "this month's budget for X is used up; it goes on on " + DAY.format(first));
    }

    private void pay(String accountId, long micros) {
        synchronized (this) {
            put(accountId, spent(accountId) + micros);
        }
        metrics.spent(micros);
    }

    private void put(String accountId, long micros) {
        lately.put(accountId, new Spent(month(), micros));
        if (lately.size() > MOST) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    private static long micros(BigDecimal dollars) {
        return dollars.movePointRight(6).longValue();
    }

    private record Spent(String month, long micros) {}
}
