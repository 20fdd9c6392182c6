package org.handbell.cases.roster;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.RegisterEvent.Academy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Working hours and marks of each school. A school itself comes with the first import of the
/// trust, and goes with none.
@Component
class Schools implements Shelf {

    private static final int MOST = 400;

    private final Register register;

    Schools(Register register) {
        this.register = register;
    }

    @Override
    public String path() {
        return "schools";
    }

    @Override
    public String title() {
        return "Working hours and marks";
    }

    @Override
    public String about() {
        return "When each school works, and the names and signs that stand for it. Breaks stay as they"
                + " were imported.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                new Field("academy", "School", "", Type.CHOICE, schools(by)),
                new Field("days", "Working days", "", Type.TICKS, days()),
                Field.text("from", "The working day begins at", "For example, 08:30"),
                Field.text("to", "The working day ends at", "For example, 15:40"),
                Field.text(
                        "marks",
                        "Marks",
                        "Logos and mottos in words, apart by semicolons. What you leave out goes."));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return own(by).map(academy ->
                        new Item(academy.entryId(), academy.name(), detail(academy), false))
                .toList();
    }

    private static String detail(Academy academy) {
        var days =
                academy.days().isEmpty()
                        ? "Monday to Friday"
                        : academy.days().stream()
                                .map(day -> words(DayOfWeek.of(day)))
                                .collect(Collectors.joining(", "));
        var hours =
                academy.from() == null || academy.to() == null
                        ? "hours not known"
                        : academy.from() + " to " + academy.to();
        return days
                + ", "
                + hours
                + ". "
                + (academy.marks().isEmpty()
                        ? ""
                        : "Marks: " + String.join("; ", academy.marks()) + ".");
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var id = form.text("academy", 64, "Choose a school.");
        var academy = own(by).filter(a -> a.entryId().equals(id)).findFirst();
        if (academy.isEmpty() && !id.isEmpty()) {
            form.wrong("academy", "Choose a school from the list.");
        }
        var days =
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> form.has("days", day.name()))
                        .map(DayOfWeek::getValue)
                        .toList();
        if (days.isEmpty()) {
            form.wrong("days", "Choose at least one day.");
        }
        var from = time(form, "from");
        var to = time(form, "to");
        if (from != null && to != null && !from.isBefore(to)) {
            form.wrong("to", "The end must come after the beginning.");
        }
        var marks = form.optional("marks", MOST);
        if (!form.sound() || academy.isEmpty()) {
            return "";
        }
        var old = academy.get();
        register.put(
                new Clear(
                        new Academy(
                                old.entryId(),
                                old.name(),
                                old.aliases(),
                                marks(marks),
                                old.postcode(),
                                days,
                                from,
                                to,
                                old.breaks(),
                                Instant.EPOCH)));
        return id;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return false;
    }

    @Override
    public boolean ends() {
        return false;
    }

    private static List<String> marks(@Nullable String marks) {
        return marks == null
                ? List.of()
                : Arrays.stream(marks.split(";"))
                        .map(String::strip)
                        .filter(mark -> !mark.isEmpty())
                        .toList();
    }

    private static @Nullable LocalTime time(Entered form, String field) {
        try {
            return LocalTime.parse(form.text(field, 40, "Enter a time such as 08:30."));
        } catch (DateTimeException e) {
            if (form.problem(field) == null) {
                form.wrong(field, "Enter a time such as 08:30.");
            }
            return null;
        }
    }

    private Stream<Academy> own(SignedIn by) {
        return register.all(Academy.class).stream()
                .filter(academy ->
                        by.role() == Role.EXECUTIVE_HEAD
                                || academy.entryId().equals(by.academyId()));
    }

    private List<Option> schools(SignedIn by) {
        var options = new ArrayList<Option>();
        options.add(Option.none("Choose a school"));
        own(by).forEach(academy -> options.add(new Option(academy.entryId(), academy.name())));
        return options;
    }

    private static List<Option> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(day.name(), words(day)))
                .toList();
    }

    private static String words(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
