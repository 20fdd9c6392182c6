/// How the desk reads from Kafka: each event once, bad records set aside, outages waited out.
@ApplicationModule(
        displayName = "Inbox",
        allowedDependencies = {})
@NullMarked
package org.handbell.cases.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
