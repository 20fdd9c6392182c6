package org.handbell.cases.casefile;

/// Why a person decided as they did, in one tap.
public enum Reason {
    TO_BE_LOOKED_INTO("It needs to be looked into"),
    OWN_CHILD("It is about their own child"),
    CONSENT_HELD("We hold the consent"),
    APPROVED("It was approved"),
    NOT_OUR_PERSON("It is not our person"),
    OUT_OF_CONTEXT("The words mean something else in context"),
    HONEST_MISTAKE("An honest mistake, put right"),
    OTHER("Other");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
