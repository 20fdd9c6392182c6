package org.handbell.cases.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a named person decided, and why.
///
/// @param words the person's own; empty where one tap was enough
/// @param undoneAt when the person took it back; null where it stands
public record Decision(
        Outcome outcome,
        Reason reason,
        String words,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant undoneAt) {

    /// A decision that stands.
    public Decision(
            Outcome outcome, Reason reason, String words, String decidedBy, Instant decidedAt) {
        this(outcome, reason, words, decidedBy, decidedAt, null);
    }

    /// Whether it was not taken back.
    public boolean stands() {
        return undoneAt == null;
    }

    @Override
    public String toString() {
        return "Decision[" + outcome + "]";
    }
}
