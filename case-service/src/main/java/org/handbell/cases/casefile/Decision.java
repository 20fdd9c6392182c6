package org.handbell.cases.casefile;

import java.time.Instant;

/// What a named person decided, and why.
///
/// @param words the person's own; empty where one tap was enough
public record Decision(
        Outcome outcome, Reason reason, String words, String decidedBy, Instant decidedAt) {

    @Override
    public String toString() {
        return "Decision[" + outcome + "]";
    }
}
