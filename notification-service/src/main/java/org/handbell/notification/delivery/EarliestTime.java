package org.handbell.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.handbell.contract.Severity;
import org.handbell.notification.hours.SendingTimes;
import org.springframework.stereotype.Component;

/// From when on a message may leave: not before its next attempt, not in quiet hours, and not above
/// what a person is to get in an hour. The gravest tier waits for its next attempt alone.
@Component
class EarliestTime {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final SendingTimes times;
    private final Deliveries deliveries;
    private final LimitSettings limits;

    EarliestTime(SendingTimes times, Deliveries deliveries, LimitSettings limits) {
        this.times = times;
        this.deliveries = deliveries;
        this.limits = limits;
    }

    /// `now`, or later.
    Instant of(Delivery delivery, Severity severity, Instant now) {
        var next = Objects.requireNonNullElse(delivery.nextAt(), now);
        if (severity == Severity.CRITICAL || delivery.gathered()) {
            return latest(now, next);
        }
        var quietOver = times.afterQuiet(severity, now);
        return next.isAfter(now) || quietOver.isAfter(now)
                ? latest(next, quietOver)
                : latest(now, room(delivery, now));
    }

    /// When the person's limits leave room.
    private Instant room(Delivery delivery, Instant now) {
        var limit = limits.of(delivery.channel());
        var left = deliveries.left(delivery, now.minus(WINDOW));
        var first = left.first();
        var last = left.last();
        if (first == null || last == null) {
            return now;
        }
        var window = left.count() < limit.anHour() ? now : first.plus(WINDOW);
        return latest(window, last.plus(limit.pause()));
    }

    private static Instant latest(Instant... times) {
        return Stream.of(times).max(Instant::compareTo).orElseThrow();
    }
}
