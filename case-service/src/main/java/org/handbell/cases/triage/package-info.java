/// Going through what waits: the queue, one card after another, and the end of the day.
@ApplicationModule(
        displayName = "Triage",
        allowedDependencies = {"casefile", "people", "signin"})
@NullMarked
package org.handbell.cases.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
