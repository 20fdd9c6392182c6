/// The work itself: which accounts are ours, when each is looked at, and what a look changed.
@NullMarked
package org.handbell.ingest.poll;

import org.jspecify.annotations.NullMarked;
