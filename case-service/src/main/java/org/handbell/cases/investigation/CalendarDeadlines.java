package org.handbell.cases.investigation;

import java.time.Instant;
import org.handbell.cases.calendar.SchoolDays;
import org.handbell.cases.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By the desk's calendar.
@Component
class CalendarDeadlines implements Deadlines {

    private final WorkingDays working;
    private final SchoolDays school;

    CalendarDeadlines(WorkingDays working, SchoolDays school) {
        this.working = working;
        this.school = school;
    }

    @Override
    public Instant workingDays(Instant from, int days) {
        return working.after(from, days);
    }

    @Override
    public Instant schoolDays(Instant from, int days, @Nullable String academyId) {
        return school.after(from, days, academyId);
    }
}
