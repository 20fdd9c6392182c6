package org.handbell.cases.casefile;

import java.util.Set;

/// Who was nominated to look into a case that does not come to them by their role.
public interface Nominated {

    /// Whether this person's nomination for the case is in force.
    boolean now(String caseId, String personId);

    /// Everybody whose nomination for the case is in force.
    Set<String> now(String caseId);

    /// Everybody who ever was; they never decide it.
    Set<String> ever(String caseId);

    /// Ends a person's nomination for the case, in the caller's transaction.
    ///
    /// @param endedBy person id of whose doing it was
    void end(String caseId, String personId, String endedBy);
}
