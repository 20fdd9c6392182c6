package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.Set;

/// What happened to a case, for the other features of the desk. Published in the transaction that
/// made it so.
public sealed interface CaseEvent {

    String caseId();

    /// A machine's claim became a suggested case.
    ///
    /// @param capturedAt when Handbell saw what was claimed
    record Opened(String caseId, Set<String> posts, Instant capturedAt) implements CaseEvent {}

    /// A post or a new state of one joined it.
    record Joined(String caseId, Set<String> posts) implements CaseEvent {}

    /// A claim that joined made it graver.
    ///
    /// @param capturedAt when Handbell saw what was claimed
    record Regraded(String caseId, Instant capturedAt) implements CaseEvent {}

    /// A claim that joined brought in people who were not told yet.
    ///
    /// @param capturedAt when Handbell saw what was claimed
    record Widened(String caseId, Instant capturedAt) implements CaseEvent {}

    /// A named person has taken it.
    record Acknowledged(String caseId, String personId, Instant at) implements CaseEvent {}

    /// A named person decided.
    ///
    /// @param ended whether the matter is at an end
    record Decided(String caseId, Outcome outcome, boolean ended, Set<String> posts)
            implements CaseEvent {}
}
