package org.handbell.cases.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The clock of the local authority: Monday to Friday but for bank holidays, whether or not there
/// is school.
@Component
public class WorkingDays {

    private final CalendarSettings settings;
    private final ClosedDays closed;

    public WorkingDays(CalendarSettings settings, ClosedDays closed) {
        this.settings = settings;
        this.closed = closed;
    }

    public boolean is(LocalDate day) {
        return rule().test(day);
    }

    /// When so many working days are over. Only office hours count: what became known on a Friday
    /// evening has its first working day on Monday, and until Monday's end.
    ///
    /// @param days 1 or more
    public Instant after(Instant from, int days) {
        return new OfficeClock(settings.zone(), settings.opens(), settings.closes(), rule())
                .after(from, days);
    }

    Predicate<LocalDate> rule() {
        var proclaimed =
                closed.all().stream()
                        .filter(day -> day.kind() == ClosedDay.Kind.BANK_HOLIDAY)
                        .map(ClosedDay::day)
                        .collect(Collectors.toUnmodifiableSet());
        return day ->
                !BankHolidays.weekend(day) && !BankHolidays.on(day) && !proclaimed.contains(day);
    }
}
