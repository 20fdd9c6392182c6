/// The enquiry into a case once a person opened one: fair to the person it is about, careful of a
/// child first, and so that its decision can be defended a year later.
@ApplicationModule(
        displayName = "Investigation",
        allowedDependencies = {
            "audit",
            "calendar",
            "casefile",
            "conflict",
            "evidence",
            "form",
            "people",
            "signin"
        })
@NullMarked
package org.handbell.cases.investigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
