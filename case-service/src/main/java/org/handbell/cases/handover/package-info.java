/// Hands parts of a case to whom the law or the procedure gives them: asked for by one person,
/// approved by another, made once, and each look at it on record.
@ApplicationModule(
        displayName = "Handover",
        allowedDependencies = {
            "audit",
            "casefile",
            "conflict",
            "evidence",
            "form",
            "investigation",
            "people",
            "signin"
        })
@NullMarked
package org.handbell.cases.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
