/// The case: what is claimed, what people decided, and how it came about.
@ApplicationModule(
        displayName = "Case file",
        allowedDependencies = {
            "audit",
            "conflict",
            "evidence",
            "people",
            "policy",
            "register",
            "signin"
        })
@NullMarked
package org.handbell.cases.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
