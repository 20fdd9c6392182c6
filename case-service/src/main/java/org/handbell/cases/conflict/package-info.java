/// Who may see and decide a case, and who is told of it: never its subject, never the person it was
/// aimed at.
@ApplicationModule(
        displayName = "Conflict of interest",
        allowedDependencies = {"calendar", "people"})
@NullMarked
package org.handbell.cases.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
