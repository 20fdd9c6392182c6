package org.handbell.cases.roster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PeopleController {

    private static final int ON_A_PAGE = 50;
    private static final int MOST = 200;
    private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]{1,190}";

    private final KeepStaff staff;
    private final People people;
    private final Clock clock;

    PeopleController(KeepStaff staff, People people, Clock clock) {
        this.staff = staff;
        this.people = people;
        this.clock = clock;
    }

    /// A line of the list.
    ///
    /// @param kept whether the person at the desk may change it
    record Row(String id, String name, String role, String academy, String email, boolean kept) {}

    @GetMapping("/people")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn by, @RequestParam(defaultValue = "1") String page) {
        var all = staff.all(by);
        var pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var shown = page.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
        var list = new ModelAndView("cases/roster/people");
        list.addObject(
                "rows",
                all.stream()
                        .skip((long) (shown - 1) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(member -> row(by, member.person()))
                        .toList());
        list.addObject("count", all.size());
        list.addObject("page", shown);
        list.addObject("pages", pages);
        list.addObject("kinds", Shelf.titles());
        return list;
    }

    @GetMapping("/people/new")
    ModelAndView blank(@AuthenticationPrincipal SignedIn by) {
        return form(by, null, Entered.empty(), HttpStatus.OK);
    }

    @PostMapping("/people/new")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn by,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        return kept(by, null, new Entered(form), next);
    }

    @GetMapping("/people/{personId}")
    ModelAndView read(@AuthenticationPrincipal SignedIn by, @PathVariable String personId) {
        var member = found(by, personId);
        return form(by, member, shown(member), HttpStatus.OK);
    }

    @PostMapping("/people/{personId}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn by,
            @PathVariable String personId,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        return kept(by, found(by, personId), new Entered(form), next);
    }

    @PostMapping("/people/{personId}/end")
    String end(
            @AuthenticationPrincipal SignedIn by,
            @PathVariable String personId,
            RedirectAttributes next) {
        if (!staff.end(by, personId)) {
            throw notFound();
        }
        next.addFlashAttribute(
                "done", "Their place is taken away. They cannot open the desk any more.");
        return "redirect:/people";
    }

    private Member found(SignedIn by, String personId) {
        return staff.find(by, personId).orElseThrow(PeopleController::notFound);
    }

    private ModelAndView kept(
            SignedIn by, @Nullable Member before, Entered form, RedirectAttributes next) {
        var member = member(by, before, form);
        if (!form.sound()) {
            return form(by, before, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        staff.put(by, member);
        next.addFlashAttribute("done", "It is saved.");
        return new ModelAndView("redirect:/people");
    }

    private Member member(SignedIn by, @Nullable Member before, Entered form) {
        var name = form.text("name", MOST, "Enter a name.");
        var email = form.optional("email", MOST);
        if (email != null && !email.matches(EMAIL)) {
            form.wrong("email", "Enter an e-mail address such as name@school.example.");
        }
        var id =
                before == null
                        ? "p-" + Ids.derive("person", name, clock.instant().toString())
                        : before.person().personId();
        if (staff.taken(email, id)) {
            form.wrong("email", "Somebody else has this e-mail address.");
        }
        var role = form.choice(Role.class, "role", "Choose a role.");
        if (role != null && !KeepStaff.roles(by).contains(role)) {
            form.wrong("role", "Choose a role from the list.");
        }
        var person =
                new Person(
                        id,
                        name,
                        form.optional("title", MOST),
                        role == null ? Role.SUPPORT : role,
                        academy(by, form),
                        email);
        return before == null
                ? new Member(person, null, Members.DIGEST_HOUR, null)
                : new Member(person, before.phone(), before.digestHour(), before.absentUntil());
    }

    private @Nullable String academy(SignedIn by, Entered form) {
        if (by.role() != Role.EXECUTIVE_HEAD) {
            return by.academyId();
        }
        var academy = form.value("academy");
        if (academy.isEmpty()) {
            return null;
        }
        if (people.academy(academy).isEmpty()) {
            form.wrong("academy", "Choose a school from the list.");
        }
        return academy;
    }

    private ModelAndView form(
            SignedIn by, @Nullable Member before, Entered form, HttpStatus status) {
        var page = new ModelAndView("cases/roster/person", status);
        page.addObject("form", form);
        page.addObject("id", before == null ? null : before.person().personId());
        page.addObject("roles", roles(by));
        page.addObject("academies", by.role() == Role.EXECUTIVE_HEAD ? academies() : List.of());
        return page;
    }

    private static Entered shown(Member member) {
        var person = member.person();
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of(person.name()));
        values.put("title", person.title() == null ? List.of() : List.of(person.title()));
        values.put("role", List.of(person.role().name()));
        values.put("academy", person.academyId() == null ? List.of() : List.of(person.academyId()));
        values.put("email", person.email() == null ? List.of() : List.of(person.email()));
        return new Entered(values);
    }

    private static List<Option> roles(SignedIn by) {
        var options = new ArrayList<Option>();
        options.add(Option.none("Choose a role"));
        KeepStaff.roles(by).forEach(role -> options.add(new Option(role.name(), words(role))));
        return options;
    }

    private List<Option> academies() {
        var options = new ArrayList<Option>();
        options.add(Option.none("The trust itself"));
        people.academies()
                .forEach(academy -> options.add(new Option(academy.academyId(), academy.name())));
        return options;
    }

    private Row row(SignedIn by, Person person) {
        var academy =
                person.academyId() == null
                        ? people.trustName()
                        : people.academy(person.academyId())
                                .map(People.Academy::name)
                                .orElse(person.academyId());
        return new Row(
                person.personId(),
                person.name(),
                words(person.role()),
                academy,
                person.email() == null ? "None: cannot be told" : person.email(),
                KeepStaff.keeps(by, person));
    }

    static String words(Role role) {
        return switch (role) {
            case HEAD -> "Head of School";
            case DSL -> "Designated safeguarding lead";
            case DEPUTY_DSL -> "Deputy safeguarding lead";
            case CHAIR -> "Chair of governors";
            case HR_INVESTIGATOR -> "HR investigator";
            default -> {
                var words = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
