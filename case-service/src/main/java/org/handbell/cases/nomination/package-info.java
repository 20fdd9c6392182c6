/// Lets a person who is not one of those a case comes to look into it: for this case alone, until a
/// day.
@ApplicationModule(
        displayName = "Nomination",
        allowedDependencies = {
            "audit",
            "casefile",
            "conflict",
            "evidence",
            "form",
            "people",
            "signin"
        })
@NullMarked
package org.handbell.cases.nomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
