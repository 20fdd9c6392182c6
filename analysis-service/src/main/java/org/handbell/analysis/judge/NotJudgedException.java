package org.handbell.analysis.judge;

/// A post that was not judged to its end. The message is the reason, without any of its words.
public final class NotJudgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotJudgedException(String reason) {
        super(reason);
    }

    /// The reason, for a record or a person.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
