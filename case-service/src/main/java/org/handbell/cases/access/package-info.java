/// Who may use which page of the desk: one table, which every page and action must be in.
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"people"})
@NullMarked
package org.handbell.cases.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
