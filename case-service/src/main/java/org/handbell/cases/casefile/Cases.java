package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

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

    /// Cases under way whose post was aimed at this person, newest first.
    ///
    /// @param most bound
    List<Case> underWayAimedAt(String personId, int most);

    /// A case still suggested about this person that shares a clause and was opened since.
    Optional<Case> suggestedOn(String subjectId, Set<String> clauses, Instant since);

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

    /// Marks a decision as taken back; it stays among the decisions.
    void takeBack(String caseId, Instant decidedAt, Instant at);

    /// From now on nothing of the case is left but where its posts are, for good.
    ///
    /// @return false where it is so already
    boolean reduceToPointer(String caseId, Instant at);

    /// Decisions, oldest first, those taken back too; words are empty where the key was erased.
    List<Decision> decisions(String caseId);

    /// Rules of the policy pack behind the claims of a case; those of old claims are not known.
    Set<String> rules(String caseId);

    /// Clauses that are claimed.
    Set<String> clauses(String caseId);

    /// Notes that somebody who may decide a case has opened it.
    ///
    /// @return true for the first time
    boolean looked(String caseId, Instant at);

    /// How those under way stand now.
    List<Standing> standings(Instant now);

    /// Cases under way of one severity at one school.
    ///
    /// @param academyId null for the trust's own
    /// @param open how many
    /// @param overdue how many of them are past their due time and taken on by nobody
    /// @param oldestUnlooked since when the oldest is there that nobody has opened or taken on;
    ///   null where all were
    record Standing(
            Severity severity,
            @Nullable String academyId,
            long open,
            long overdue,
            @Nullable Instant oldestUnlooked) {}
}
