/// Notes on each case what became of the messages about it.
@ApplicationModule(
        displayName = "Deliveries",
        allowedDependencies = {"alerting", "casefile", "inbox", "people"})
@NullMarked
package org.handbell.cases.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
