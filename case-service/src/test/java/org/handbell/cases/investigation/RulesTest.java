package org.handbell.cases.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.cases.casefile.CaseType.ALLEGATION;
import static org.handbell.cases.casefile.CaseType.CONDUCT;
import static org.handbell.cases.casefile.CaseType.GOVERNANCE;
import static org.handbell.cases.casefile.CaseType.LOW_LEVEL_CONCERN;
import static org.handbell.cases.investigation.Investigating.DSL;
import static org.handbell.cases.investigation.Investigating.HEAD;
import static org.handbell.cases.investigation.Investigating.HR;
import static org.handbell.cases.investigation.Investigating.MONDAY;
import static org.handbell.cases.investigation.Investigating.OTHER_HEAD;
import static org.handbell.cases.investigation.Investigating.facts;
import static org.handbell.cases.investigation.Investigating.nominated;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.investigation.Step.Certainty;
import org.handbell.cases.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final Step REPLY = new Step.Replied("by letter", "I did not mean that");

    private static Step.Screened screened(Certainty one) {
        return new Step.Screened(
                List.of(Certainty.NO, one, Certainty.NO, Certainty.NO),
                MONDAY,
                MONDAY.plusSeconds(86_400));
    }

    private static Step.Decided decided(Conclusion end) {
        return new Step.Decided(end, "because");
    }

    private static Step.Interview interview(Investigating at) {
        return new Step.Interview("a witness", at.today(), true, "words");
    }

    private static Step asked(Investigating at, int days) {
        return new Step.ReplyAsked(at.today().plusDays(days), "in person");
    }

    private static Step held(Investigating at, int days) {
        return new Step.Held("head", at.today().plusDays(days), "the police asked");
    }

    private static Step proportion() {
        return new Step.Proportionality(
                Collections.nCopies(Proportion.QUESTIONS.size(), "an answer"));
    }

    private static Investigating heard(CaseType type) {
        var at = Investigating.of(type);
        return at.takes(HEAD, asked(at, 5)).takes(HEAD, REPLY);
    }

    @Test
    void nobodyDecidesBeforeThePersonWasHeard() {
        var at = Investigating.of(CONDUCT);

        assertThat(at.tries(HEAD, decided(Conclusion.NO_ACTION))).contains(Refusal.NO_REPLY_YET);
        at.takes(HEAD, asked(at, 5));
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).contains(Refusal.NO_REPLY_YET);
        at.takes(HEAD, REPLY);
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).isEmpty();
    }

    @Test
    void whereNoReplyComesTheDecisionWaitsForTheLastDayToPass() {
        var at = Investigating.of(CONDUCT);
        at.takes(HEAD, asked(at, 5)).days(5);

        assertThat(at.tries(HEAD, new Step.NoReply("rang twice"))).contains(Refusal.DAY_NOT_OVER);
        at.days(1).takes(HEAD, new Step.NoReply("rang twice"));

        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).isEmpty();
    }

    @Test
    void aLateReplyStillCounts() {
        var at = Investigating.of(CONDUCT);
        at.takes(HEAD, asked(at, 5)).days(6).takes(HEAD, new Step.NoReply("rang twice"));

        assertThat(at.tries(HEAD, REPLY)).isEmpty();
        assertThat(at.about().phase()).isInstanceOf(Phase.Replied.class);
    }

    @Test
    void aReplyHasAtLeastFiveSchoolDays() {
        var at = Investigating.of(CONDUCT);

        assertThat(at.tries(HEAD, asked(at, 4))).contains(Refusal.REPLY_TOO_SOON);
        assertThat(at.tries(HEAD, asked(at, 5))).isEmpty();
    }

    @Test
    void aHoldIsNeverWithoutAnEndAndNothingRestsOnOneThatRanOut() {
        var at = Investigating.of(CONDUCT);

        assertThat(at.tries(HEAD, held(at, 29))).contains(Refusal.HOLD_TOO_LONG);
        assertThat(at.tries(HEAD, held(at, -1))).contains(Refusal.DAY_IN_THE_PAST);
        at.takes(HEAD, held(at, 28)).days(29);
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).contains(Refusal.HOLD_LAPSED);
        at.takes(HEAD, held(at, 7));
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).isEmpty();
    }

    @Test
    void onHoldThePersonIsNotAsked() {
        var at = Investigating.of(CONDUCT);
        at.takes(DSL, held(at, 7));

        assertThat(at.tries(HEAD, asked(at, 5))).contains(Refusal.ON_HOLD);
        at.takes(HEAD, new Step.Lifted("the police agreed"));
        assertThat(at.tries(HEAD, asked(at, 5))).isEmpty();
    }

    @Test
    void whoTookDownWhatOthersSaidDoesNotDecide() {
        for (var taken :
                List.of(
                        new Step.Statement("a witness", "words"),
                        interview(Investigating.of(CONDUCT)))) {
            var at = heard(CONDUCT).takes(HEAD, taken);

            assertThat(at.tries(HEAD, decided(Conclusion.ADVICE)))
                    .contains(Refusal.INVESTIGATOR_DECIDES);
            assertThat(at.tries(OTHER_HEAD, decided(Conclusion.ADVICE))).isEmpty();
        }
    }

    @Test
    void whoWasEverNominatedDoesNotDecide() {
        var at =
                new Investigating(
                        nominated(facts(CONDUCT, Role.TEACHER, false, false), HEAD.personId()));
        at.takes(HEAD, asked(at, 5)).takes(HEAD, REPLY);

        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE)))
                .contains(Refusal.INVESTIGATOR_DECIDES);
    }

    @Test
    void whoWasNominatedLooksIntoItAndDoesNothingElse() {
        var at = Investigating.of(CONDUCT);
        at.takes(HR, new Step.Note("words")).takes(HR, interview(at));

        assertThat(at.tries(HR, asked(at, 5))).contains(Refusal.NOT_YOURS);
        assertThat(at.tries(HR, screened(Certainty.NO))).contains(Refusal.NOT_YOURS);
        assertThat(at.tries(HR, decided(Conclusion.ADVICE))).contains(Refusal.NOT_YOURS);
    }

    @Test
    void onlyWhoAnswersForTheStaffDecides() {
        assertThat(heard(CONDUCT).tries(DSL, decided(Conclusion.ADVICE)))
                .contains(Refusal.NOT_A_LEAD);
    }

    @Test
    void whereAChildMayHaveBeenHarmedNobodyIsSpokenToBeforeTheLocalAuthorityAdvised() {
        var at = new Investigating(facts(ALLEGATION, Role.TEACHER, true, false));
        for (var contact :
                List.of(
                        new Step.Statement("a witness", "words"),
                        interview(at),
                        asked(at, 5),
                        new Step.Dignity(true, "done"))) {
            assertThat(at.tries(HEAD, contact)).contains(Refusal.CONTACT_CLOSED);
        }
        at.takes(DSL, new Step.Note("preserved"));
        at.takes(DSL, new Step.LadoAdvised("LADO, 27/3", "You may speak to them"));

        assertThat(at.tries(HEAD, asked(at, 5))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Certainty.class,
            names = {"YES", "NOT_SURE"})
    void oneYesOrNotSureStartsTheClockAndClosesThePagesOfContact(Certainty sign) {
        var at = Investigating.of(CONDUCT);
        at.takes(DSL, screened(sign));

        assertThat(at.about().threshold())
                .isEqualTo(new Threshold.Running(MONDAY, MONDAY.plusSeconds(86_400)));
        assertThat(at.tries(HEAD, asked(at, 5))).contains(Refusal.CONTACT_CLOSED);
        assertThat(at.tries(HEAD, screened(Certainty.NO))).contains(Refusal.CLOCK_RUNS);
    }

    @Test
    void fourTimesNoStartsNoClock() {
        var at = Investigating.of(CONDUCT);
        at.takes(DSL, screened(Certainty.NO));

        assertThat(at.about().threshold()).isEqualTo(new Threshold.NotMet());
        assertThat(at.tries(HEAD, asked(at, 5))).isEmpty();
    }

    @Test
    void notToTellTheLocalAuthorityTakesTwoPeople() {
        var at = Investigating.of(CONDUCT);
        at.takes(DSL, screened(Certainty.NOT_SURE)).takes(DSL, new Step.NotReferred("known"));

        assertThat(at.about().contactClosed()).isTrue();
        assertThat(at.tries(DSL, new Step.Countersigned("yes")))
                .contains(Refusal.SAME_PERSON_TWICE);
        assertThat(at.about().contactClosed()).isTrue();
        at.takes(HEAD, new Step.Countersigned("yes"));
        assertThat(at.about().contactClosed()).isFalse();
    }

    @Test
    void anAllegationIsNotDecidedBeforeItIsKnownWhatTheLocalAuthorityWants() {
        var at = Investigating.of(ALLEGATION);
        at.takes(HEAD, asked(at, 5)).takes(HEAD, REPLY);

        assertThat(at.tries(HEAD, decided(Conclusion.UNFOUNDED))).contains(Refusal.THRESHOLD_OPEN);
        at.takes(DSL, new Step.LadoAdvised("LADO", "no further action"));
        assertThat(at.tries(HEAD, decided(Conclusion.UNFOUNDED))).isEmpty();
    }

    @Test
    void aLowLevelConcernNeedsTheFourAnswers() {
        var at = Investigating.of(LOW_LEVEL_CONCERN);
        at.takes(HEAD, asked(at, 5)).takes(HEAD, REPLY);

        assertThat(at.tries(HEAD, decided(Conclusion.RECORDED))).contains(Refusal.THRESHOLD_OPEN);
        at.takes(DSL, screened(Certainty.NO));
        assertThat(at.tries(HEAD, decided(Conclusion.RECORDED))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfCaseEndsInItsOwnWaysOnly(Conclusion end) {
        for (var type : CaseType.values()) {
            var at = new Investigating(facts(type, role(type), false, false));
            at.takes(DSL, screened(Certainty.NO))
                    .takes(DSL, new Step.LadoAdvised("LADO", "advice"))
                    .takes(HEAD, asked(at, 5))
                    .takes(HEAD, REPLY)
                    .takes(HEAD, proportion());

            var refused = at.tries(HEAD, decided(end));

            assertThat(refused.isEmpty()).as(end + " of " + type).isEqualTo(end.fits(type));
        }
    }

    private static Role role(CaseType type) {
        return type == GOVERNANCE ? Role.GOVERNOR : Role.TEACHER;
    }

    @ParameterizedTest
    @EnumSource
    void nothingDisciplinaryIsEverOpenToAGovernor(CaseType type) {
        for (var role : List.of(Role.GOVERNOR, Role.CHAIR)) {
            var at = new Investigating(facts(type, role, false, false));
            at.takes(DSL, new Step.LadoAdvised("LADO", "advice"))
                    .takes(HEAD, asked(at, 5))
                    .takes(HEAD, REPLY)
                    .takes(HEAD, proportion());

            assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY))).isPresent();
        }
    }

    @Test
    void aGovernorsCaseDoesNotBecomeOneOfConduct() {
        var at = new Investigating(facts(GOVERNANCE, Role.GOVERNOR, false, false));

        assertThat(at.tries(HEAD, new Step.Retyped(GOVERNANCE, CONDUCT, "why")))
                .contains(Refusal.KIND_NOT_POSSIBLE);
        assertThat(at.tries(HEAD, new Step.Retyped(GOVERNANCE, ALLEGATION, "why"))).isEmpty();
    }

    @Test
    void beforeAnythingDisciplinaryProportionIsWeighed() {
        var at = heard(CONDUCT);

        assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY)))
                .contains(Refusal.PROPORTION_FIRST);
        at.takes(HEAD, proportion());
        assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY))).isEmpty();
    }

    @Test
    void bullyingGoesThroughDignityAtWorkFirst() {
        var at = new Investigating(facts(CONDUCT, Role.TEACHER, false, true));
        at.takes(HEAD, asked(at, 5)).takes(HEAD, REPLY).takes(HEAD, proportion());

        assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY)))
                .contains(Refusal.DIGNITY_FIRST);
        at.takes(HEAD, new Step.Dignity(false, "both declined"));
        assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY))).isEmpty();
    }

    @Test
    void nothingDisciplinaryFollowsFromWhatAnotherPersonPosted() {
        var at = heard(CONDUCT).takes(HEAD, proportion());
        at.takes(HEAD, new Step.PostedByOther(true, "they say so themselves"));

        assertThat(at.tries(HEAD, decided(Conclusion.DISCIPLINARY)))
                .contains(Refusal.POSTED_BY_OTHER);
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).isEmpty();
    }

    @Test
    void whileAChildMayBeAtRiskNobodyAsksForRepliesOrDecides() {
        var at = heard(CONDUCT);
        var facts = at.about().facts();
        var risk =
                at.about()
                        .about(
                                Investigating.with(
                                        facts, facts.type(), new CaseState.ChildAtRisk(MONDAY)));

        assertThat(at.rules().refused(risk, decided(Conclusion.ADVICE), HEAD, MONDAY))
                .contains(Refusal.CHILD_FIRST);
        assertThat(at.rules().refused(risk, new Step.Note("words"), HEAD, MONDAY)).isEmpty();
    }

    @Test
    void aClosedCaseTakesNoStepsUntilItIsOpenedAgainAndThenThePersonIsHeardAgain() {
        var at = heard(CONDUCT).takes(HEAD, proportion());
        at.takes(HEAD, decided(Conclusion.ADVICE)).takes(HEAD, new Step.Closed("nobody"));

        assertThat(at.tries(HEAD, new Step.Note("words"))).contains(Refusal.CASE_CLOSED);
        assertThat(at.tries(DSL, new Step.Reopened("new facts"))).contains(Refusal.NOT_A_LEAD);
        at.takes(HEAD, new Step.Reopened("new facts"));
        assertThat(at.tries(HEAD, decided(Conclusion.ADVICE))).contains(Refusal.NO_REPLY_YET);
        assertThat(at.about().sinceOpened(Step.Proportionality.class)).isFalse();
    }

    @Test
    void aTaskIsTickedOffOnce() {
        var at = Investigating.of(CONDUCT);
        at.takes(HEAD, new Step.TaskSet("look", "dsl", at.today()))
                .takes(DSL, new Step.TaskDone(1));

        assertThat(at.tries(DSL, new Step.TaskDone(1))).contains(Refusal.NO_SUCH_TASK);
    }

    @Test
    void theEleventhFileIsRefused() {
        var at = Investigating.of(CONDUCT);
        var file = new Step.Attached("a.txt", FileKind.TEXT, 1, "00");
        for (var i = 0; i < Rules.MOST_FILES; i++) {
            at.takes(HEAD, file);
        }
        assertThat(at.tries(HEAD, file)).contains(Refusal.TOO_MANY);
    }

    @Test
    void whatIsStillToComeHasNotHappened() {
        var at = Investigating.of(CONDUCT);
        var tomorrow = at.today().plusDays(1);

        assertThat(at.tries(HEAD, new Step.Interview("her", tomorrow, true, "words")))
                .contains(Refusal.DAY_IN_THE_FUTURE);
        assertThat(
                        at.tries(
                                DSL,
                                new Step.Screened(
                                        Collections.nCopies(4, Certainty.NO),
                                        MONDAY.plusSeconds(60),
                                        Instant.EPOCH)))
                .contains(Refusal.DAY_IN_THE_FUTURE);
    }

    @Test
    void eachKindOfStepHasItsRule() {
        assertThat(Arrays.stream(StepKind.values()).map(StepKind::type))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Step.class.getPermittedSubclasses()).toArray(Class[]::new));
    }
}
