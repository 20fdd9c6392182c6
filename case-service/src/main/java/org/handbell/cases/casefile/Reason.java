package org.handbell.cases.casefile;

import static org.handbell.cases.casefile.Outcome.ADVICE;
import static org.handbell.cases.casefile.Outcome.CHILD_AT_RISK;
import static org.handbell.cases.casefile.Outcome.INVESTIGATION;
import static org.handbell.cases.casefile.Outcome.NOT_A_CONCERN;

import java.util.Set;

/// Why a person decided as they did, in one tap.
public enum Reason {
    TO_BE_LOOKED_INTO("It needs to be looked into", INVESTIGATION, CHILD_AT_RISK),
    OWN_CHILD("It is about their own child", NOT_A_CONCERN),
    CONSENT_HELD("We hold the consent", NOT_A_CONCERN),
    APPROVED("It was approved", NOT_A_CONCERN),
    NOT_OUR_PERSON("It is not our person", NOT_A_CONCERN, ADVICE),
    OUT_OF_CONTEXT("The words mean something else in context", NOT_A_CONCERN, ADVICE),
    HONEST_MISTAKE("An honest mistake, put right", ADVICE),
    OTHER("Other", NOT_A_CONCERN, ADVICE, INVESTIGATION, CHILD_AT_RISK);

    private final String words;
    private final Set<Outcome> outcomes;

    Reason(String words, Outcome... outcomes) {
        this.words = words;
        this.outcomes = Set.of(outcomes);
    }

    public String words() {
        return words;
    }

    /// Whether it can be a reason for this answer.
    public boolean fits(Outcome outcome) {
        return outcomes.contains(outcome);
    }
}
