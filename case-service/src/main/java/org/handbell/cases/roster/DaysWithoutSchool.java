package org.handbell.cases.roster;

import java.util.ArrayList;
import java.util.List;
import org.handbell.cases.calendar.ClosedDay;
import org.handbell.cases.calendar.ClosedDay.Kind;
import org.handbell.cases.calendar.ClosedDays;
import org.handbell.cases.calendar.KeepClosedDays;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Days of training, days on which a school is shut, and bank holidays that were proclaimed.
@Component
class DaysWithoutSchool implements Shelf {

    private static final int MOST = 100;

    private final ClosedDays closed;
    private final KeepClosedDays keep;
    private final People people;

    DaysWithoutSchool(ClosedDays closed, KeepClosedDays keep, People people) {
        this.closed = closed;
        this.keep = keep;
        this.people = people;
    }

    @Override
    public String path() {
        return "closed-days";
    }

    @Override
    public String title() {
        return "Days without school";
    }

    @Override
    public String about() {
        return "Days in term time on which there is no school. The bank holidays of England and Wales"
                + " are known already: enter one here only if it has been proclaimed besides.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                Field.day("day", "Day"),
                Field.text("name", "What it is called", "For example, Staff training"),
                new Field("kind", "Kind", "", Type.CHOICE, kinds(by)));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return closed.all().stream()
                .map(day ->
                        new Item(
                                id(day),
                                Days.words(day.day()),
                                day.name() + ". " + words(day.kind()) + ", " + where(day) + ".",
                                false))
                .toList()
                .reversed();
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var day = form.day("day", "Enter the day.");
        var name = form.text("name", MOST, "Enter what the day is called.");
        var kind = form.choice(Kind.class, "kind", "Choose a kind.");
        if (kind == Kind.BANK_HOLIDAY && by.role() != Role.EXECUTIVE_HEAD) {
            form.wrong("kind", "Only the Executive Head enters a bank holiday.");
        }
        if (!form.sound() || day == null || kind == null) {
            return "";
        }
        var entered = new ClosedDay(day, kind, academy(by), name);
        keep.put(entered);
        return id(entered);
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return closed.all().stream()
                .filter(day -> id(day).equals(id))
                .filter(day ->
                        by.role() == Role.EXECUTIVE_HEAD
                                || by.academyId() != null && by.academyId().equals(day.academyId()))
                .findFirst()
                .map(day -> {
                    keep.remove(day);
                    return true;
                })
                .orElse(false);
    }

    /// The Executive Head enters days for all of the trust.
    private static @Nullable String academy(SignedIn by) {
        return by.role() == Role.EXECUTIVE_HEAD ? null : by.academyId();
    }

    private static String id(ClosedDay day) {
        return day.day() + (day.academyId() == null ? "" : "." + day.academyId());
    }

    private String where(ClosedDay day) {
        return day.academyId() == null
                ? "all of the trust"
                : people.academy(day.academyId()).map(People.Academy::name).orElse(day.academyId());
    }

    private static List<Option> kinds(SignedIn by) {
        var options = new ArrayList<Option>();
        options.add(Option.none("Choose a kind"));
        for (var kind : Kind.values()) {
            if (kind != Kind.BANK_HOLIDAY || by.role() == Role.EXECUTIVE_HEAD) {
                options.add(new Option(kind.name(), words(kind)));
            }
        }
        return options;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case INSET -> "Day of staff training";
            case CLOSED -> "School closed";
            case BANK_HOLIDAY -> "Bank holiday";
        };
    }
}
