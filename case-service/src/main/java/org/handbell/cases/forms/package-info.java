/// What a person entered into a form, and what is wrong with it.
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {})
@NullMarked
package org.handbell.cases.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
