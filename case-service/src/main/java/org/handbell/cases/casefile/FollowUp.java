package org.handbell.cases.casefile;

/// Work on a case that rests on its first answer: with it begun, the answer cannot be taken back.
public interface FollowUp {

    /// Whether any is on record.
    boolean begun(String caseId);
}
