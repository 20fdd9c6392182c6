/// The posts under a case, whose edits and deletion go on being watched.
@NullMarked
package org.handbell.ingest.watch;

import org.jspecify.annotations.NullMarked;
