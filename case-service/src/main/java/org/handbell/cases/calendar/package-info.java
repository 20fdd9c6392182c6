/// The two clocks of a school: days of school, and working days of the local authority. Bank
/// holidays of England and Wales, terms, days on which a school is closed.
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"audit", "people", "signin"})
@NullMarked
package org.handbell.cases.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
