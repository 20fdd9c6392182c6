package org.handbell.notification.alert;

import java.time.Instant;
import org.handbell.contract.Event;

/// Ids of events already taken.
interface Inbox {

    /// True for the first time that this event is seen. Counts with the transaction it runs in.
    boolean first(Event event, Instant now);

    /// Forgets what can come no more.
    ///
    /// @return how many were forgotten
    int forgetBefore(Instant taken);
}
