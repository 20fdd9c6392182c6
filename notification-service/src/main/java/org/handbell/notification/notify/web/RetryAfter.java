package org.handbell.notification.notify.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a server says in `Retry-After`: seconds or a date.
final class RetryAfter {

    /// A server that asks for more is asked again all the same.
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /// Empty where it is neither, or past.
    static Optional<Duration> parse(String value, Instant now) {
        return pause(value.strip(), now)
                .filter(Duration::isPositive)
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> pause(String value, Instant now) {
        try {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            var at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, at.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
