/// Forms: their questions, and reading the answers as people write them.
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {})
@NullMarked
package org.handbell.cases.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
