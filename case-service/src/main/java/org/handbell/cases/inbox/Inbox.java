package org.handbell.cases.inbox;

import java.time.Instant;

/// The ids of events that were handled already.
public interface Inbox {

    /// Notes an event in the caller's transaction, so that the note and what the event changes
    /// stand or fall together. A second caller waits until the first has committed or rolled back.
    ///
    /// @param reader who handles it: `findings`
    /// @return true for the first time, false for a repeat
    boolean first(String reader, String eventId);

    /// Forgets events handled before this time; their topics no longer hold them.
    ///
    /// @return how many
    int forgetBefore(Instant time);
}
