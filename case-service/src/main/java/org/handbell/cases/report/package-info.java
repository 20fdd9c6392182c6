/// Figures for those who answer for a school: how many cases, never whose.
@ApplicationModule(
        displayName = "Report",
        allowedDependencies = {"casefile", "people", "signin"})
@NullMarked
package org.handbell.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
