package org.handbell.standalone.deadletter;

import java.time.Instant;

/// A record that a reader could not process, without what it holds.
///
/// @param topic the topic of dead letters: `posts.v1.dlt`
/// @param at when the original record was written
/// @param reason why it was put aside, as its reader said
/// @param reader who put it aside
public record DeadLetter(
        String topic, long offset, Instant at, String reason, String reader, State state) {

    /// What has become of it.
    public enum State {
        /// Waits for a person.
        OPEN,
        /// Was sent to its topic again.
        REPLAYED,
        /// Was given up.
        DISCARDED
    }
}
