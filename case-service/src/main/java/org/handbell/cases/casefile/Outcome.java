package org.handbell.cases.casefile;

/// The four answers a person can give.
public enum Outcome {
    NOT_A_CONCERN("Not a concern", "The case is closed. What was claimed does not count."),
    ADVICE("Advice", "The person is given advice and the case is closed."),
    INVESTIGATION("Open an investigation", "It needs to be looked into, fairly and in full."),
    CHILD_AT_RISK(
            "A child may be at risk now",
            "Act on the child's safety first, by your child protection procedure.");

    private final String words;
    private final String hint;

    Outcome(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    /// Whether the answer is its own reason, so that none has to be chosen.
    public boolean speaksForItself() {
        return this == INVESTIGATION || this == CHILD_AT_RISK;
    }

    public String words() {
        return words;
    }

    public String hint() {
        return hint;
    }
}
