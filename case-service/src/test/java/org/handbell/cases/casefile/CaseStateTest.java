package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.cases.casefile.Outcome.ADVICE;
import static org.handbell.cases.casefile.Outcome.CHILD_AT_RISK;
import static org.handbell.cases.casefile.Outcome.INVESTIGATION;
import static org.handbell.cases.casefile.Outcome.NOT_A_CONCERN;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.CaseState.Advised;
import org.handbell.cases.casefile.CaseState.ChildAtRisk;
import org.handbell.cases.casefile.CaseState.NotAConcern;
import org.handbell.cases.casefile.CaseState.Suggested;
import org.handbell.cases.casefile.CaseState.UnderInvestigation;
import org.junit.jupiter.api.Test;

class CaseStateTest {

    private static final Instant AT = Instant.parse("2026-11-18T09:30:00Z");

    private static Set<Outcome> possible(CaseState from) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> from.after(outcome, AT).isPresent())
                .collect(Collectors.toSet());
    }

    @Test
    void aSuggestionTakesAnyOfTheFourAnswers() {
        var suggested = new Suggested(AT);

        assertThat(suggested.after(NOT_A_CONCERN, AT)).contains(new NotAConcern(AT));
        assertThat(suggested.after(ADVICE, AT)).contains(new Advised(AT));
        assertThat(suggested.after(INVESTIGATION, AT)).contains(new UnderInvestigation(AT));
        assertThat(suggested.after(CHILD_AT_RISK, AT)).contains(new ChildAtRisk(AT));
    }

    @Test
    void anInvestigationIsEndedByNoTapButAChildAtRiskStillComesFirst() {
        assertThat(possible(new UnderInvestigation(AT))).containsExactly(CHILD_AT_RISK);
    }

    @Test
    void whatWasConcludedCanGoOnAgain() {
        var concluded = new UnderInvestigation(AT).concluded(AT);

        assertThat(concluded.ended()).isTrue();
        assertThat(possible(concluded)).isEmpty();
        assertThat(concluded.reopened(AT)).isEqualTo(new UnderInvestigation(AT));
    }

    @Test
    void whereAChildMayBeAtRiskOnlyAnInvestigationFollows() {
        assertThat(possible(new ChildAtRisk(AT))).containsExactly(INVESTIGATION);
    }

    @Test
    void whatHasEndedStaysEnded() {
        for (var ended : List.of(new Advised(AT), new NotAConcern(AT))) {
            assertThat(ended.ended()).isTrue();
            assertThat(possible(ended)).isEmpty();
        }
    }
}
