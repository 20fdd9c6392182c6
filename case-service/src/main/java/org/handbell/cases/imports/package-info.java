/// Registers from files: OneRoster 1.2 in its CSV form, or a simple form of our own. First a
/// preview of what would change, then all of it or nothing.
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"audit", "people", "signin"})
@NullMarked
package org.handbell.cases.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
