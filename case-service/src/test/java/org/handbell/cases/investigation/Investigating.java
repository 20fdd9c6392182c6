package org.handbell.cases.investigation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;

/// An investigation under test: takes steps by the rules, on a clock that is turned by hand. Its
/// effect on the case is as the desk has it.
final class Investigating {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
    static final Actor HEAD = new Actor("head", true, true);
    static final Actor OTHER_HEAD = new Actor("executive", true, true);
    static final Actor DSL = new Actor("dsl", true, false);
    static final Actor HR = new Actor("hr", false, false);

    private final Rules rules =
            new Rules(ZONE, new Weekdays(), new InvestigationSettings(Duration.ofDays(28), 5));
    private Investigation about;
    private Instant now = MONDAY;

    Investigating(Facts facts) {
        about = Investigation.opened(facts, ZONE);
    }

    static Investigating of(CaseType type) {
        return new Investigating(facts(type, Role.TEACHER, false, false));
    }

    static Facts facts(CaseType type, Role subject, boolean childGrave, boolean bullying) {
        return new Facts(
                type,
                new CaseState.UnderInvestigation(MONDAY),
                "subject",
                subject,
                "ac-01",
                childGrave,
                bullying,
                Set.of());
    }

    Investigation about() {
        return about;
    }

    Rules rules() {
        return rules;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    Investigating days(int later) {
        now = now.plus(later, ChronoUnit.DAYS);
        return this;
    }

    /// Takes a step where it is legal.
    Optional<Refusal> tries(Actor by, Step step) {
        var refused = rules.refused(about, step, by, now);
        if (refused.isEmpty()) {
            about = about.with(new Recorded(about.version() + 1, step, by.personId(), now));
            about = about.about(after(about.facts(), step));
        }
        return refused;
    }

    /// Takes a step that must be legal.
    Investigating takes(Actor by, Step step) {
        var refused = tries(by, step);
        if (refused.isPresent()) {
            throw new AssertionError(step + " was refused: " + refused.get());
        }
        return this;
    }

    private Facts after(Facts facts, Step step) {
        return switch (step) {
            case Step.Retyped kind -> with(facts, kind.to(), facts.state());
            case Step.Closed _ -> with(facts, facts.type(), new CaseState.Concluded(now));
            case Step.Reopened _ ->
                    with(facts, facts.type(), new CaseState.UnderInvestigation(now));
            default -> facts;
        };
    }

    static Facts with(Facts facts, CaseType type, CaseState state) {
        return new Facts(
                type,
                state,
                facts.subjectId(),
                facts.subjectRole(),
                facts.academyId(),
                facts.childGrave(),
                facts.bullying(),
                facts.nominated());
    }

    static Facts nominated(Facts facts, String personId) {
        return new Facts(
                facts.type(),
                facts.state(),
                facts.subjectId(),
                facts.subjectRole(),
                facts.academyId(),
                facts.childGrave(),
                facts.bullying(),
                Set.of(personId));
    }

    /// Counts every day as one of school and of work.
    private static final class Weekdays implements Deadlines {

        @Override
        public Instant workingDays(Instant from, int days) {
            return from.plus(days, ChronoUnit.DAYS);
        }

        @Override
        public Instant schoolDays(Instant from, int days, @Nullable String academyId) {
            return from.plus(days, ChronoUnit.DAYS);
        }
    }
}
