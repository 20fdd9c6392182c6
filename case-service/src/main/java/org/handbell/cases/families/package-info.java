/// Who of the people at the desk is family of whom, so that nobody deals with a case about their
/// own.
@ApplicationModule(
        displayName = "Families",
        allowedDependencies = {"audit", "conflict", "people", "signin"})
@NullMarked
package org.handbell.cases.families;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
