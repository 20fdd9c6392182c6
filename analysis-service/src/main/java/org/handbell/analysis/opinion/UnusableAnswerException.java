package org.handbell.analysis.opinion;

/// No answer that could be used. Says which kind, never what the model said.
final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Asked outcome;

    UnusableAnswerException(Asked outcome) {
        super(outcome.name());
        this.outcome = outcome;
    }

    Asked outcome() {
        return outcome;
    }
}
