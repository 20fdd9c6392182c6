/// What a case rests on, for who has to defend a decision: each exhibit with its facts, the chain
/// and whether it holds, and who has looked.
@ApplicationModule(
        displayName = "Exhibits",
        allowedDependencies = {"audit", "casefile", "conflict", "evidence", "people", "signin"})
@NullMarked
package org.handbell.cases.exhibits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
