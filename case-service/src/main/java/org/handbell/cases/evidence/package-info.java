/// What was captured, sealed with a key for each case and chained, so that it can neither be read
/// without the case nor changed unseen.
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {})
@NullMarked
package org.handbell.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
