package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbell.contract.Severity;

/// All cases. Changes run in the caller's transaction.
public interface Cases {

    /// Holds back every other change about this person until the caller's transaction ends, so that
    /// two findings at the same time cannot open two cases.
    void lockSubject(String subjectId);

    Optional<Case> byId(String caseId);

    Optional<Case> byNumber(CaseNumber number);

    /// The case under way that this post belongs to.
    Optional<Case> underWayOfPost(String postId);

    /// All cases that this post belongs to, ended ones too, newest first.
    List<Case> ofPost(String postId);

    /// The newest case that was ended on this very state of a post.
    Optional<Case> endedOnObservation(String observationId);

    /// A case still suggested about this person that shares a clause and was opened since.
    Optional<Case> suggestedOn(String subjectId, Set<String> clauses, Instant since);

    /// Cases under way, gravest and most urgent first.
    ///
    /// @param most bound
    List<Case> underWay(int most);

    void open(Case opened);

    /// @throws CaseChangedException where somebody else changed it since it was read
    Case update(Case changed);

    /// Notes what is claimed and about which post; what was noted already stays as it is.
    void note(String caseId, Claims claims);

    /// Ids of the posts under a case.
    Set<String> posts(String caseId);

    /// Whether this state of the post is known to the case.
    boolean knows(String caseId, String observationId);

    void decide(String caseId, Decision decision);

    /// Decisions, oldest first; words are empty where the key was erased.
    List<Decision> decisions(String caseId);

    /// How many are under way, by severity.
    Map<Severity, Long> countUnderWay();
}
