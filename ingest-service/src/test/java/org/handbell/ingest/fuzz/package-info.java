/// Feeds what nobody would send to everything that reads what somebody sent.
@NullMarked
package org.handbell.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
