package org.handbell.cases.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.form.Field;
import org.handbell.cases.people.Person;

/// What a form must know of the case to ask its questions.
///
/// @param participants people who deal with the case or look into it
/// @param earliestReply the earliest last day for a reply that is asked for today
record Asking(
        InvestigateCase.Open open,
        List<Person> participants,
        Instant now,
        ZoneId zone,
        LocalDate earliestReply,
        String subjectName,
        String schoolName) {

    private static final DateTimeFormatter ENTERED =
            DateTimeFormatter.ofPattern("d M uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    Investigation about() {
        return open.about();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    List<Field.Choice> people() {
        return participants.stream()
                .map(p -> new Field.Choice(p.personId(), p.name(), ""))
                .toList();
    }

    /// As people enter it: `27 3 2027`.
    static String entered(LocalDate day) {
        return ENTERED.format(day);
    }

    String hour() {
        return HOUR.format(now.atZone(zone)).toLowerCase(Locale.UK);
    }
}
