package org.handbell.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.CaseLists.Decided;
import org.handbell.cases.casefile.CaseLists.Narrowed;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The only way from a person to many cases. The database narrows a list to what may come to the
/// person at all; the rules of conflict then judge each case of it. Each look is written down.
@Component
public class DeskLists {

    /// Most cases that are judged for one page.
    static final int MOST_JUDGED = 5_000;

    /// Most decisions of a day that are gone through.
    static final int MOST_DECIDED = 500;

    private final Cases cases;
    private final CaseLists lists;
    private final KnownCircles known;
    private final People people;
    private final Conflicts conflicts;
    private final AuditLog audit;

    DeskLists(
            Cases cases,
            CaseLists lists,
            KnownCircles known,
            People people,
            Conflicts conflicts,
            AuditLog audit) {
        this.cases = cases;
        this.lists = lists;
        this.known = known;
        this.people = people;
        this.conflicts = conflicts;
        this.audit = audit;
    }

    /// Which stretch of a list.
    ///
    /// @param past reference of the last case that was had; what is none begins the list
    /// @param most bound
    public record Stretch(String past, int most) {}

    /// A stretch of a list as it was found.
    ///
    /// @param more whether there are further ones past the last
    /// @param complete false where so many others stood between that not all were gone through
    public record Page(List<Case> cases, boolean more, boolean complete) {

        static final Page NONE = new Page(List.of(), false, true);
    }

    /// A decision that a colleague or the person made.
    public record Done(Case about, Decision decision) {}

    /// The next cases of a list that this person may see.
    ///
    /// @param looking what the person does, for the audit trail: `queue.read`
    @Transactional
    public Page page(String personId, Wanted wanted, Stretch stretch, String looking) {
        var page = people.byId(personId).map(p -> page(p, wanted, stretch)).orElse(Page.NONE);
        audit.append(
                personId, looking, "cases", page.cases().size() + " cases: " + wanted.inWords());
        return page;
    }

    private Page page(Person person, Wanted wanted, Stretch stretch) {
        var most = stretch.most();
        var judge = new Judge(person);
        var narrowed = narrowed(person, judge);
        var seen = new ArrayList<Case>();
        var last = past(judge, stretch.past());
        var judged = 0;
        while (judged < MOST_JUDGED) {
            var bound = Math.min(most + 1 + judged, MOST_JUDGED - judged);
            var next = lists.after(wanted, narrowed, last, bound);
            judged += next.size();
            next.stream().filter(judge::permits).forEach(seen::add);
            if (seen.size() > most) {
                return new Page(List.copyOf(seen.subList(0, most)), true, true);
            }
            if (next.size() < bound) {
                return new Page(List.copyOf(seen), false, true);
            }
            last = next.getLast();
        }
        return new Page(List.copyOf(seen), false, false);
    }

    private @Nullable Case past(Judge judge, String reference) {
        return CaseNumber.parse(reference)
                .flatMap(cases::byNumber)
                .filter(judge::permits)
                .orElse(null);
    }

    private Narrowed narrowed(Person person, Judge judge) {
        var only = conflicts.onlyAcademy(person).orElse(null);
        var circles = new HashSet<String>();
        lists.circles().stream()
                .filter(circle -> only == null || only.equals(circle.academyId()))
                .filter(circle ->
                        known.comes(
                                person.personId(), circle, () -> judge.permits(circle.ordinary())))
                .forEach(circle -> circles.add(circle.name()));
        return new Narrowed(circles, only);
    }

    /// What was decided since on cases that this person may see, newest first.
    @Transactional
    public List<Done> decidedSince(String personId, Instant since) {
        var done =
                people.byId(personId)
                        .map(Judge::new)
                        .map(judge ->
                                lists.decidedSince(since, MOST_DECIDED).stream()
                                        .filter(decided -> judge.permits(decided.about()))
                                        .map(DeskLists::done)
                                        .toList())
                        .orElse(List.of());
        audit.append(personId, "day.read", "cases", done.size() + " decisions");
        return done;
    }

    private static Done done(Decided decided) {
        return new Done(decided.about(), decided.decision());
    }

    /// How many cases were opened in each week, by its Monday, of those that this person may see;
    /// the chair of governors counts all of the school. Never one about the person, nor one that
    /// was aimed at them.
    @Transactional
    public Map<LocalDate, Long> weeks(String personId, LocalDate firstMonday) {
        var weeks =
                people.byId(personId)
                        .map(person -> lists.weeks(counted(person), personId, firstMonday))
                        .orElse(Map.of());
        audit.append(personId, "weeks.read", "cases", "");
        return weeks;
    }

    private Set<String> counted(Person person) {
        if (person.role() != Role.CHAIR) {
            return narrowed(person, new Judge(person)).circles();
        }
        var only = conflicts.onlyAcademy(person).orElse(null);
        var circles = new HashSet<String>();
        lists.circles().stream()
                .filter(circle -> only == null || only.equals(circle.academyId()))
                .filter(circle -> circle.subjectRole() != Role.CHAIR)
                .forEach(circle -> circles.add(circle.name()));
        return circles;
    }

    /// The case of this reference, where this person may see it; finding it is not reading it.
    @Transactional
    public Page byReference(String personId, String typed) {
        var found =
                people.byId(personId)
                        .map(Judge::new)
                        .flatMap(judge ->
                                CaseNumber.parse(typed)
                                        .flatMap(cases::byNumber)
                                        .filter(judge::permits));
        audit.append(
                personId,
                "search.made",
                found.map(DeskCases::subject).orElse("cases"),
                found.isPresent() ? "by reference" : "by reference, not found");
        return new Page(found.stream().toList(), false, true);
    }

    /// Asks the rules of conflict; about the same matter once.
    private final class Judge {

        private final Person person;
        private final Map<Matter, Boolean> known = new HashMap<>();

        Judge(Person person) {
            this.person = person;
        }

        boolean permits(Case about) {
            return permits(about.matter());
        }

        boolean permits(Matter matter) {
            return known.computeIfAbsent(matter, m -> conflicts.mayDealWith(person, m));
        }
    }
}
