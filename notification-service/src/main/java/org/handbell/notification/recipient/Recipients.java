package org.handbell.notification.recipient;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.handbell.contract.RecipientEvent;

/// The people who may be told, as far as this service has read them.
public interface Recipients {

    Optional<Recipient> find(String personId);

    /// Follows one event: a newer revision replaces an older one, a person who left is gone at
    /// once.
    void follow(RecipientEvent event, Instant readAt);

    /// The whole table was read anew: whoever is not in it, and was not read since the reading
    /// began, is gone.
    void replace(Collection<RecipientEvent.Listed> table, Instant readingBegan);
}
