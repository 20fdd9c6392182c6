package org.handbell.analysis.policy;

/// How binding a clause is by its own words.
public enum Modality {
    MUST,
    MUST_NOT,
    SHOULD,
    /// May tip or join a case, never open one.
    ADVICE,
    /// Changes how another clause is read; never found by itself.
    MODIFIER,
    /// Says how the trust proceeds; never found.
    PROCEDURE
}
