package org.handbell.notification.timer;

import java.time.Instant;

/// Timers that are stored in the database, in the transaction of whoever sets them.
public interface Timers {

    /// Wakes a task at a time, at once where the time is past. A timer of the same task and id that
    /// stands already is left as it is.
    ///
    /// @param task name of the task that is woken
    /// @param id what it is woken for, at most 200 characters
    void set(String task, String id, Instant at);
}
