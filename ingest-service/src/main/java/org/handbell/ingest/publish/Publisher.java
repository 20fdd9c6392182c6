package org.handbell.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.CursorEvent;

/// The right to write for the accounts of one partition. Whoever opens the same partition later
/// takes the right away. Not for use by several threads at once.
public interface Publisher {

    /// The cursors of this partition as they were last committed; whoever was fenced off by opening
    /// this publisher cannot change them any more.
    List<CursorEvent> cursors();

    /// What was told of posts of this partition and is still kept, in the order it was told.
    List<Told> told();

    /// Writes all of it, or nothing.
    Outcome commit(Batch batch);

    /// Gives the right back.
    ///
    /// @param patience how long an open transaction may take to end
    void close(Duration patience);

    /// What became of a batch.
    sealed interface Outcome {

        /// All of it is written.
        record Committed() implements Outcome {}

        /// Nothing is written; the same publisher may try again later.
        ///
        /// @param reason for the operator
        record NotNow(String reason) implements Outcome {}

        /// Nothing more can be written here: another instance took over, or it cannot be told what
        /// was written. Only a new publisher can find out.
        ///
        /// @param reason for the operator
        record Lost(String reason) implements Outcome {}
    }

    /// One post that was told of.
    ///
    /// @param stateAt since when it was as it was told, by its platform's clock
    /// @param withdrawn whether the last that was told is its deletion
    record Told(
            String accountId,
            String postId,
            Instant postedAt,
            Instant stateAt,
            Instant capturedAt,
            boolean withdrawn) {}
}
