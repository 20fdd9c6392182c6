package org.handbell.cases.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.casefile.DeskCases.Seen;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Nominated;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.contract.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whoever deals with a case asks somebody who does not to look into it, or takes that back.
@Component
class NominateInvestigator {

    /// Most nominations of one case, ended ones too.
    static final int MOST = 50;

    private final DeskCases desk;
    private final Nominations nominations;
    private final Nominated nominated;
    private final People people;
    private final Conflicts conflicts;
    private final AuditLog audit;
    private final DueSettings due;
    private final NominationSettings settings;
    private final Clock clock;

    NominateInvestigator(
            DeskCases desk,
            Nominations nominations,
            Nominated nominated,
            People people,
            Conflicts conflicts,
            AuditLog audit,
            DueSettings due,
            NominationSettings settings,
            Clock clock) {
        this.desk = desk;
        this.nominations = nominations;
        this.nominated = nominated;
        this.people = people;
        this.conflicts = conflicts;
        this.audit = audit;
        this.due = due;
        this.settings = settings;
        this.clock = clock;
    }

    /// What was asked.
    ///
    /// @param until last day
    record Request(String email, LocalDate until, String why) {}

    /// What came of it.
    sealed interface Result {

        /// It is in force.
        record Made(Nomination nomination) implements Result {}

        /// It is not possible.
        record Refused(Fault why) implements Result {}

        /// There is no such case for this person.
        record NotFound() implements Result {}
    }

    /// Why somebody cannot be nominated.
    enum Fault {
        NOT_KNOWN("email", "Nobody in the register has this e-mail address."),
        CONFLICTED("email", "This person has to do with the case and cannot look into it."),
        DEALS_ALREADY("email", "The case comes to this person already: they will decide it."),
        ALREADY("email", "This person is nominated already."),
        TOO_MANY("email", "There are as many nominations as a case can hold."),
        CASE_CLOSED("email", "The case is closed."),
        DAY_OVER("until", "That day is over. Choose a later one."),
        TOO_LONG("until", "A nomination does not last that long. Choose an earlier day.");

        private final String field;
        private final String words;

        Fault(String field, String words) {
            this.field = field;
            this.words = words;
        }

        String field() {
            return field;
        }

        String words() {
            return words;
        }
    }

    /// The case with its nominations, for whoever deals with it.
    @Transactional
    public Optional<Seen> read(String personId, String reference) {
        var found = desk.seen(personId, reference).filter(Seen::deals);
        found.ifPresent(seen ->
                audit.append(personId, "nominations.read", DeskCases.subject(seen.about()), ""));
        return found;
    }

    List<Nomination> of(Case about) {
        return nominations.of(about.caseId());
    }

    @Transactional
    public Result nominate(String personId, String reference, Request request) {
        var found = desk.seen(personId, reference).filter(Seen::deals).map(Seen::about);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var about = found.get();
        var whom = people.byEmail(request.email());
        var fault =
                whom.isEmpty() ? Optional.of(Fault.NOT_KNOWN) : fault(about, whom.get(), request);
        return fault.<Result>map(Result.Refused::new)
                .orElseGet(() -> made(about, whom.orElseThrow(), personId, request));
    }

    private Result made(Case about, Person whom, String by, Request request) {
        var at = clock.instant();
        var made =
                new Nomination(
                        Ids.derive("nomination", about.caseId() + whom.personId() + at),
                        about.caseId(),
                        whom.personId(),
                        by,
                        at,
                        end(request.until()),
                        request.why(),
                        null);
        nominations.add(made);
        audit.append(by, "nomination.made", DeskCases.subject(about), whom.personId());
        return new Result.Made(made);
    }

    private Optional<Fault> fault(Case about, Person whom, Request request) {
        var today = LocalDate.ofInstant(clock.instant(), due.zone());
        if (about.state().ended()) {
            return Optional.of(Fault.CASE_CLOSED);
        }
        if (conflicts.mayDealWith(whom, about.matter())) {
            return Optional.of(Fault.DEALS_ALREADY);
        }
        if (whom.personId().equals(about.matter().subjectId())
                || about.matter().targets().contains(whom.personId())) {
            return Optional.of(Fault.CONFLICTED);
        }
        if (nominated.now(about.caseId(), whom.personId())) {
            return Optional.of(Fault.ALREADY);
        }
        if (nominations.of(about.caseId()).size() >= MOST) {
            return Optional.of(Fault.TOO_MANY);
        }
        if (request.until().isBefore(today)) {
            return Optional.of(Fault.DAY_OVER);
        }
        return request.until().isAfter(today.plusDays(settings.atMost().toDays()))
                ? Optional.of(Fault.TOO_LONG)
                : Optional.empty();
    }

    /// The end of the last day.
    private Instant end(LocalDate until) {
        return until.plusDays(1).atStartOfDay(due.zone()).toInstant();
    }

    /// Takes a nomination back; empty where there is none such in force for this person.
    @Transactional
    public Optional<Case> withdraw(String personId, String reference, String nominationId) {
        return desk.seen(personId, reference)
                .filter(Seen::deals)
                .map(Seen::about)
                .flatMap(about ->
                        nominations.of(about.caseId()).stream()
                                .filter(n -> n.nominationId().equals(nominationId))
                                .filter(n -> n.inForce(clock.instant()))
                                .findFirst()
                                .map(n -> ended(about, n, personId)));
    }

    private Case ended(Case about, Nomination over, String by) {
        nominated.end(about.caseId(), over.personId(), by);
        audit.append(by, "nomination.withdrawn", DeskCases.subject(about), over.personId());
        return about;
    }

    /// References of the cases that this person is nominated for.
    @Transactional
    public List<String> casesOf(String personId) {
        var cases = nominations.casesOf(personId);
        audit.append(personId, "nominations.listed", "nominations", cases.size() + " cases");
        return cases;
    }
}
