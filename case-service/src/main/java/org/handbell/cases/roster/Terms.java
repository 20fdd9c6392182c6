package org.handbell.cases.roster;

import java.time.Instant;
import java.util.List;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.Timetable;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Ids;
import org.handbell.contract.RegisterEvent.Term;
import org.springframework.stereotype.Component;

/// The terms of the trust's schools.
@Component
class Terms implements Shelf {

    private static final int MOST = 200;
    private static final int LONGEST_DAYS = 200;

    private final Register register;
    private final Timetable timetable;

    Terms(Register register, Timetable timetable) {
        this.register = register;
        this.timetable = timetable;
    }

    @Override
    public String path() {
        return "terms";
    }

    @Override
    public String title() {
        return "Terms";
    }

    @Override
    public String about() {
        return "When there is school. Enter each half term on its own. Where no term is known, each"
                + " working day counts as a day of school.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                Field.text("name", "Name", "For example, Autumn 1"),
                Field.day("from", "First day"),
                Field.day("to", "Last day"));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return timetable.terms().stream()
                .map(term ->
                        new Item(
                                term.entryId(),
                                term.name(),
                                Days.words(term.from()) + " to " + Days.words(term.to()) + ".",
                                false))
                .toList();
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var name = form.text("name", MOST, "Enter a name.");
        var from = form.day("from", "Enter the first day.");
        var to = form.day("to", "Enter the last day.");
        if (from != null && to != null && to.isBefore(from)) {
            form.wrong("to", "The last day must not come before the first.");
        } else if (from != null && to != null && to.isAfter(from.plusDays(LONGEST_DAYS))) {
            form.wrong("to", "A term has at most " + LONGEST_DAYS + " days.");
        }
        if (!form.sound() || from == null || to == null) {
            return "";
        }
        var id = "term-" + Ids.derive("term", name + from);
        register.put(new Clear(new Term(id, name, from, to, Instant.EPOCH)));
        return id;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return timetable.terms().stream().anyMatch(term -> term.entryId().equals(id))
                && register.remove(id);
    }
}
