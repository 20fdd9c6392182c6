/// Says on `alerts.v1` that a person should look at a case, and on `watches.v1` which posts are
/// under one.
@ApplicationModule(
        displayName = "Alerting",
        allowedDependencies = {"casefile", "conflict", "console", "people", "publishing"})
@NullMarked
package org.handbell.cases.alerting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
