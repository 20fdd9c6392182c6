package org.handbell.cases.nomination;

import java.util.List;

/// Who was asked to look into which case. Changes run in the caller's transaction.
interface Nominations {

    /// Oldest first, ended ones too; at most 100.
    List<Nomination> of(String caseId);

    void add(Nomination made);

    /// References of the cases that this person is nominated for now; at most 100.
    List<String> casesOf(String personId);
}
