/// Pictures of posts under a case: sealed with its key, blurred until somebody asks for one, and
/// gone at once where one may be an illegal picture of a child.
@ApplicationModule(
        displayName = "Pictures",
        allowedDependencies = {
            "audit",
            "casefile",
            "conflict",
            "evidence",
            "inbox",
            "publishing",
            "signin"
        })
@NullMarked
package org.handbell.cases.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
