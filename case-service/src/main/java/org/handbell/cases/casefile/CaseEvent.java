package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.Set;
import org.handbell.contract.Post;

/// What happened to a case, for the other features of the desk. Published in the transaction that
/// made it so.
public sealed interface CaseEvent {

    String caseId();

    /// Of the post that made it so.
    ///
    /// @param postedAt when it was posted, as its platform says
    /// @param capturedAt when Handbell saw it
    record Times(Instant postedAt, Instant capturedAt) {

        static Times of(Post post) {
            return new Times(post.postedAt(), post.capturedAt());
        }
    }

    /// A machine's claim became a suggested case.
    ///
    /// @param times of the post that was claimed about
    record Opened(String caseId, Set<String> posts, Times times) implements CaseEvent {}

    /// A post or a new state of one joined it.
    record Joined(String caseId, Set<String> posts) implements CaseEvent {}

    /// A claim that joined made it graver.
    ///
    /// @param times of the post that was claimed about
    record Regraded(String caseId, Times times) implements CaseEvent {}

    /// A claim that joined brought in people who were not told yet.
    ///
    /// @param times of the post that was claimed about
    record Widened(String caseId, Times times) implements CaseEvent {}

    /// A named person has taken it.
    record Acknowledged(String caseId, String personId, Instant at) implements CaseEvent {}

    /// A named person decided.
    ///
    /// @param ended whether the matter is at an end
    record Decided(String caseId, Outcome outcome, boolean ended, Set<String> posts)
            implements CaseEvent {}

    /// A named person took their answer back, so that the case waits again.
    ///
    /// @param outcome that no longer counts
    record TakenBack(String caseId, Outcome outcome, Set<String> posts) implements CaseEvent {}

    /// A named person closed it after an investigation, or opened it again.
    ///
    /// @param ended whether the matter is at an end
    record Concluded(String caseId, boolean ended, Set<String> posts) implements CaseEvent {}
}
