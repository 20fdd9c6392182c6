/// Logs that name no person, whichever library writes them.
@NullMarked
package org.handbell.operations.logging;

import org.jspecify.annotations.NullMarked;
