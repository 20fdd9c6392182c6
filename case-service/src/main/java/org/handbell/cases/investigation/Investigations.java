package org.handbell.cases.investigation;

import java.util.List;
import java.util.Optional;

/// The steps of all investigations. Changes run in the caller's transaction.
interface Investigations {

    /// Holds back every other step of this case until the caller's transaction ends.
    void lock(String caseId);

    /// Oldest first; empty where the case's key was erased.
    List<Recorded> of(String caseId);

    void append(String caseId, Recorded step);

    /// Keeps the content of a file that a step added.
    void keep(String caseId, long seq, byte[] content);

    /// The content of a file; empty where there is none, or the case's key was erased.
    Optional<byte[]> content(String caseId, long seq);
}
