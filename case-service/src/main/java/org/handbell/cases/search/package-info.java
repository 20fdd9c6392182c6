/// Search over the cases that a person may see, by what is no content: reference, school, clause,
/// standing and dates.
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"casefile", "people", "policy", "signin"})
@NullMarked
package org.handbell.cases.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
