/// The page on which each person says how they want to be told, and when they are away.
@ApplicationModule(
        displayName = "My settings",
        allowedDependencies = {"audit", "conflict", "forms", "people", "signin"})
@NullMarked
package org.handbell.cases.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
