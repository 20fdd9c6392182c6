package org.handbell.notification.selfcheck;

import java.time.Instant;
import java.util.Optional;

/// When the service last reached its test contact, over all instances.
interface SelfChecks {

    /// The first is tried now, unless one was tried before.
    void begun(Instant now);

    void gotThrough(Instant at);

    /// When the last got through, or else when the first was tried; empty before.
    Optional<Instant> last();
}
