/// The pages on which a school keeps its people and terms: staff, governors, pupils, consents,
/// suppliers, exceptions, days without school.
@ApplicationModule(
        displayName = "Roster",
        allowedDependencies = {"audit", "calendar", "forms", "people", "signin"})
@NullMarked
package org.handbell.cases.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
