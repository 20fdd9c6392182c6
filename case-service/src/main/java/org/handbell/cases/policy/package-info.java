/// The trust's own policy: its versions, and which of its words each clause rests on.
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"access", "audit", "forms", "people", "signin"})
@NullMarked
package org.handbell.cases.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
