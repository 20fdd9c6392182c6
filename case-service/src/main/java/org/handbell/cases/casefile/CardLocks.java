package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Who has a card before them. A person has one at a time; a lock ends by itself. It keeps two
/// people from answering the same card, and never keeps anybody from saying that a child may be at
/// risk.
public interface CardLocks {

    /// Tries to take the lock of a case and gives back those that the person had.
    ///
    /// @return the lock as it is now: theirs, or that of whoever was first
    Lock take(String caseId, String personId);

    /// The lock that somebody else has.
    Optional<Lock> ofAnother(String caseId, String personId);

    /// The locks of these cases that others have, by case.
    Map<String, Lock> ofOthers(Collection<String> caseIds, String personId);

    /// Nobody holds the case any more.
    void release(String caseId);

    /// The person has no card before them.
    void leave(String personId);

    /// The person closed a card; nothing changes where they have opened it again.
    ///
    /// @param since of the lock that was taken when it was opened
    void leave(String personId, Instant since);

    /// @param since when it was taken; tells one opening of a card from the next
    record Lock(String caseId, String heldBy, Instant since, Instant until) {}
}
