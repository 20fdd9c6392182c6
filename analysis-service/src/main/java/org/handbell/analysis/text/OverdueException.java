package org.handbell.analysis.text;

/// The time for a post is over. Without a stack, since it may come from deep inside a pattern.
public final class OverdueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverdueException() {
        super("overdue", null, false, false);
    }
}
