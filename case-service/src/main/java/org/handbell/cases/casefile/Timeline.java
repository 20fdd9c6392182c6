package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a case, in plain words.
public interface Timeline {

    /// Appends an entry in the caller's transaction.
    void append(String caseId, Entry entry);

    /// Oldest first.
    List<Entry> of(String caseId);

    /// One line. The words hold no content and no name: people are named by id, or by their role.
    ///
    /// @param actor person id; null for what no person did
    record Entry(Instant at, Kind kind, String words, @Nullable String actor) {}

    /// What an entry is about.
    enum Kind {
        OPENED,
        JOINED,
        EDITED,
        CLEARED,
        DELETED,
        REGRADED,
        NOBODY_TO_TELL,
        TOLD,
        NOT_TOLD,
        ACKNOWLEDGED,
        DECIDED,
        TAKEN_BACK,
        INVESTIGATED,
        PICTURE_KEPT,
        ILLEGAL_PICTURE
    }
}
