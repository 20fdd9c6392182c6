/// Takes in what the analysis claims: opens cases, lets related claims join, and keeps slight ones
/// for the digest.
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "audit",
            "casefile",
            "conflict",
            "evidence",
            "inbox",
            "people",
            "register"
        })
@NullMarked
package org.handbell.cases.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
