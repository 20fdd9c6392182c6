/// Keeps the figures fresh that cost a question to the database or the broker.
@ApplicationModule(
        displayName = "Figures",
        allowedDependencies = {})
@NullMarked
package org.handbell.cases.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
