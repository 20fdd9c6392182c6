package org.handbell.cases.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Agreements.Agreement;
import org.handbell.cases.people.Agreements.Kind;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Ids;
import org.handbell.contract.RegisterEvent.Permission;
import org.springframework.stereotype.Component;

/// Exceptions that senior leadership agreed to: an own child, a relative, a need to message. The
/// one at the desk is the one who agrees; nobody agrees to their own.
@Component
class Exceptions implements Shelf {

    private static final int MOST_REASON = 1_000;
    private static final int LONGEST_DAYS = 400;

    private final Register register;
    private final Agreements agreements;
    private final Members members;
    private final Clock clock;

    Exceptions(Register register, Agreements agreements, Members members, Clock clock) {
        this.register = register;
        this.agreements = agreements;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "exceptions";
    }

    @Override
    public String title() {
        return "Exceptions";
    }

    @Override
    public String about() {
        return "What senior leadership has agreed to, for one person and until a day. A post that an"
                + " exception covers is not held against that person under that clause. An"
                + " exception that is over goes by itself.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                new Field("staff", "For whom", "", Type.CHOICE, staff(by)),
                new Field("clause", "From which clause", "", Type.CHOICE, clauses()),
                new Field("why", "Kind of exception", "", Type.CHOICE, kinds()),
                Field.text(
                        "pupil",
                        "Towards which pupil",
                        "The pupil’s number in your register. Leave it empty for all pupils."),
                Field.day("until", "Last day"),
                new Field(
                        "reason",
                        "The reason in your own words",
                        "Kept sealed. Seen only on this page.",
                        Type.AREA,
                        List.of()));
    }

    @Override
    public List<Item> items(SignedIn by) {
        var names = Shown.names(members);
        return register.all(Permission.class).stream()
                .filter(permission -> sees(by, permission))
                .sorted(Comparator.comparing(Permission::until))
                .map(permission ->
                        new Item(
                                permission.entryId(),
                                names.getOrDefault(permission.staffId(), "Somebody who left")
                                        + ", "
                                        + permission.clause(),
                                detail(permission),
                                permission.until().isBefore(today())))
                .toList();
    }

    private String detail(Permission permission) {
        var until = "Until " + Days.words(permission.until()) + ". ";
        return agreements
                .agreement(permission.entryId())
                .map(agreed ->
                        until
                                + words(agreed.kind())
                                + ". Agreed by "
                                + Shown.names(members)
                                        .getOrDefault(agreed.agreedBy(), "somebody who left")
                                + " on "
                                + Days.words(agreed.agreedOn())
                                + ": "
                                + agreed.reason())
                .orElse(until + "From the imported register.");
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var staff = form.text("staff", 64, "Choose a person.");
        if (!staff.isEmpty() && staff(by).stream().noneMatch(o -> o.value().equals(staff))) {
            form.wrong(
                    "staff",
                    "Choose a person from the list. Nobody agrees to their own exception.");
        }
        var clause = form.text("clause", 3, "Choose a clause.");
        if (clauses().stream().noneMatch(option -> option.value().equals(clause))) {
            form.wrong("clause", "Choose a clause from the list.");
        }
        var kind = form.choice(Kind.class, "why", "Choose the kind of exception.");
        var until = until(form);
        var pupil = form.optional("pupil", 64);
        if (pupil != null && register.hidden(pupil).filter(Pupil.class::isInstance).isEmpty()) {
            form.wrong("pupil", "There is no pupil with this number.");
        }
        var reason = form.text("reason", MOST_REASON, "Say why.");
        if (!form.sound() || kind == null) {
            return "";
        }
        var id = "permission-" + Ids.derive("permission", clause + " " + staff + " " + pupil);
        register.put(new Clear(new Permission(id, clause, staff, pupil, until, Instant.EPOCH)));
        agreements.agreed(id, new Agreement(kind, by.personId(), today(), reason));
        return id;
    }

    private LocalDate until(Entered form) {
        var until = form.day("until", "Enter the last day.");
        if (until != null && until.isBefore(today())) {
            form.wrong("until", "This day is over.");
        } else if (until != null && until.isAfter(today().plusDays(LONGEST_DAYS))) {
            form.wrong("until", "Agree to at most " + LONGEST_DAYS + " days. You can renew it.");
        }
        return until == null ? today() : until;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return register.all(Permission.class).stream()
                        .anyMatch(permission ->
                                permission.entryId().equals(id) && sees(by, permission))
                && register.remove(id);
    }

    private boolean sees(SignedIn by, Permission permission) {
        return by.role() == Role.EXECUTIVE_HEAD
                || person(permission.staffId())
                        .filter(person ->
                                by.academyId() != null && by.academyId().equals(person.academyId()))
                        .isPresent();
    }

    private Optional<Person> person(String id) {
        return members.members().stream()
                .map(Member::person)
                .filter(person -> person.personId().equals(id))
                .findFirst();
    }

    private List<Option> staff(SignedIn by) {
        var options = new ArrayList<Option>();
        options.add(Option.none("Choose a person"));
        members.members().stream()
                .map(Member::person)
                .filter(person -> KeepStaff.keeps(by, person))
                .sorted(Comparator.comparing(Person::name))
                .forEach(person -> options.add(new Option(person.personId(), person.name())));
        return options;
    }

    private static List<Option> clauses() {
        return List.of(
                Option.none("Choose a clause"),
                new Option("E2", "E2: pupils as contacts on a personal site"),
                new Option("E5", "E5: photographs of pupils"),
                new Option("C1", "C1: contact with pupils or former pupils"),
                new Option("C2", "C2: giving personal contact details to pupils"),
                new Option("C4", "C4: channels that are not the school’s"));
    }

    private static List<Option> kinds() {
        var options = new ArrayList<Option>();
        options.add(Option.none("Choose a kind"));
        for (var kind : Kind.values()) {
            options.add(new Option(kind.name(), words(kind)));
        }
        return options;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case OWN_CHILD -> "Own child";
            case RELATIVE -> "Relative";
            case MESSAGING -> "A need to message";
            case OTHER -> "Other";
        };
    }

    private LocalDate today() {
        return Shown.today(clock);
    }
}
