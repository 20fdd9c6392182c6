package org.handbell.cases.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.investigation.Step.Certainty;
import org.handbell.cases.investigation.Step.Side;
import org.handbell.cases.people.Role;

/// Whatever people try, in whatever order, over any kind of case: what must never happen does not.
/// What is looked at is the record that results, by a reckoning of its own and not by the rules.
class RandomMovesTest {

    private static final int MOVES = 40;
    private static final List<Actor> ACTORS =
            List.of(
                    Investigating.HEAD,
                    Investigating.OTHER_HEAD,
                    Investigating.DSL,
                    Investigating.HR);
    private static final Role[] SUBJECTS = {
        Role.TEACHER, Role.GOVERNOR, Role.CHAIR, Role.HEAD, Role.DSL
    };

    private static long decided;

    @BeforeContainer
    static void none() {
        decided = 0;
    }

    @Property(tries = 10_000)
    void neitherHearingNorSafetyNorFairnessCanBeGotRound(@ForAll long seed) {
        anyMoves(new Random(seed));
    }

    @Tag("long")
    @Property(tries = 100_000)
    void norCanItInManyMore(@ForAll long seed) {
        anyMoves(new Random(seed));
    }

    private static void anyMoves(Random random) {
        var at = new Investigating(facts(random));
        for (var i = 0; i < MOVES; i++) {
            at.tries(ACTORS.get(random.nextInt(ACTORS.size())), step(at, random));
            at.days(random.nextInt(4) == 0 ? random.nextInt(12) : 0);
        }
        check(at);
    }

    private static Facts facts(Random random) {
        var subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
        var kinds = CaseType.values();
        var facts =
                Investigating.facts(
                        kinds[random.nextInt(kinds.length)],
                        subject,
                        random.nextInt(4) == 0,
                        random.nextInt(3) == 0);
        return random.nextInt(4) == 0 ? Investigating.nominated(facts, "executive") : facts;
    }

    private static Step step(Investigating at, Random random) {
        var day = at.today().plusDays(random.nextInt(40) - 4L);
        var type = at.about().facts().type();
        return switch (random.nextInt(20)) {
            case 0 -> new Step.Note("w");
            case 1 -> new Step.Statement("x", "w");
            case 2 -> new Step.Interview("x", at.today(), random.nextBoolean(), "w");
            case 3 -> new Step.Weighed(Side.AGAINST, "w");
            case 4 -> new Step.PostedByOther(random.nextBoolean(), "w");
            case 5 -> screened(at, random);
            case 6 -> new Step.LadoAdvised("x", "w");
            case 7 -> new Step.NotReferred("w");
            case 8 -> new Step.Countersigned("w");
            case 9 -> new Step.Retyped(type, CaseType.values()[random.nextInt(4)], "w");
            case 10 -> new Step.Held("head", day, "w");
            case 11 -> new Step.Lifted("w");
            case 12 -> new Step.ReplyAsked(day, "w");
            case 13 -> new Step.Replied("x", "w");
            case 14 -> new Step.NoReply("w");
            case 15 -> new Step.Dignity(random.nextBoolean(), "w");
            case 16 ->
                    new Step.Proportionality(Collections.nCopies(Proportion.QUESTIONS.size(), "w"));
            case 17 -> new Step.Closed("w");
            case 18 -> new Step.Reopened("w");
            default ->
                    new Step.Decided(
                            Conclusion.values()[random.nextInt(Conclusion.values().length)], "w");
        };
    }

    private static Step screened(Investigating at, Random random) {
        var answers = Certainty.values();
        return new Step.Screened(
                Stream.generate(() ->
                                random.nextInt(3) == 0
                                        ? answers[random.nextInt(answers.length)]
                                        : Certainty.NO)
                        .limit(4)
                        .toList(),
                at.now(),
                at.now());
    }

    private static void check(Investigating at) {
        var steps = at.about().steps();
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).step() instanceof Step.Decided end) {
                decided++;
                decision(at.about().facts(), steps.subList(0, i), steps.get(i), end);
            }
        }
    }

    private static void decision(
            Facts facts, List<Recorded> before, Recorded decision, Step.Decided end) {
        var round = sinceOpened(before);
        assertThat(heard(round, decision)).as("heard, or on hold").isTrue();
        assertThat(decision.by()).as("who decides looked not into it").isNotIn(facts.nominated());
        assertThat(before)
                .filteredOn(s ->
                        s.step() instanceof Step.Statement || s.step() instanceof Step.Interview)
                .noneMatch(s -> s.by().equals(decision.by()));
        assertThat(decision.by()).isIn("head", "executive");
        if (end.conclusion() == Conclusion.DISCIPLINARY) {
            assertThat(facts.subjectRole()).isNotIn(Role.GOVERNOR, Role.CHAIR);
            assertThat(round).anyMatch(s -> s.step() instanceof Step.Proportionality);
            assertThat(
                            !facts.bullying()
                                    || before.stream()
                                            .anyMatch(s -> s.step() instanceof Step.Dignity))
                    .as("Dignity at Work first")
                    .isTrue();
        }
        if (facts.childGrave()) {
            assertThat(before)
                    .anyMatch(s ->
                            s.step() instanceof Step.LadoAdvised
                                    || s.step() instanceof Step.Countersigned);
        }
    }

    private static List<Recorded> sinceOpened(List<Recorded> before) {
        var from = 0;
        for (var i = 0; i < before.size(); i++) {
            from = before.get(i).step() instanceof Step.Reopened ? i + 1 : from;
        }
        return before.subList(from, before.size());
    }

    /// A reply, a day for one that has passed, or a hold that nothing lifted and that has not run
    /// out.
    private static boolean heard(List<Recorded> round, Recorded decision) {
        var heard = false;
        var heldUntil = LocalDate.MIN;
        for (var recorded : round) {
            switch (recorded.step()) {
                case Step.Replied _, Step.NoReply _ -> heard = true;
                case Step.Held held -> heldUntil = held.review();
                case Step.Lifted _ -> heldUntil = LocalDate.MIN;
                default -> {}
            }
        }
        var day = LocalDate.ofInstant(decision.at(), Investigating.ZONE);
        return heard || !day.isAfter(heldUntil);
    }

    @AfterContainer
    static void decisionsWereReached() {
        assertThat(decided).as("decisions that were looked at").isGreaterThan(100);
    }
}
