package org.handbell.notification.hours;

import java.time.Instant;
import org.handbell.contract.Severity;
import org.springframework.stereotype.Component;

/// Says when a message may leave: the gravest tier at any hour, others when it is not quiet, and
/// what can wait with the person's digest.
@Component
public class SendingTimes {

    private final QuietHoursSettings quiet;
    private final DigestSettings digest;
    private final Quiet today;
    private final Quiet thisWeek;

    public SendingTimes(QuietHoursSettings quiet, DigestSettings digest) {
        this.quiet = quiet;
        this.digest = digest;
        var evenings = quiet.today();
        this.today =
                new Quiet(evenings.from(), evenings.until(), evenings.weekends(), quiet.zone());
        var office = quiet.thisWeek();
        this.thisWeek = new Quiet(office.from(), office.until(), office.weekends(), quiet.zone());
    }

    /// Whether a message of this tier waits for the person's digest.
    public boolean gathered(Severity severity, String personId) {
        return severity == Severity.LOW
                || severity == Severity.MEDIUM && digest.mediumToo(personId);
    }

    /// The first moment from `now` at which this tier disturbs nobody out of hours.
    public Instant afterQuiet(Severity severity, Instant now) {
        return switch (severity) {
            case CRITICAL -> now;
            case HIGH -> quiet.on() ? today.over(now) : now;
            case MEDIUM, LOW, TIP -> quiet.on() ? thisWeek.over(now) : now;
        };
    }

    /// The next time after `now` that a person of this digest hour gets what can wait.
    ///
    /// @param hour 0 to 23
    public Instant nextDigest(int hour, Instant now) {
        var day = now.atZone(quiet.zone()).toLocalDate();
        var at = day.atTime(hour, 0).atZone(quiet.zone());
        while (!at.toInstant().isAfter(now)
                || !digest.weekends() && Quiet.weekend(at.toLocalDate())) {
            day = day.plusDays(1);
            at = day.atTime(hour, 0).atZone(quiet.zone());
        }
        return at.toInstant();
    }
}
