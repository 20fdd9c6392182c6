/// Turns what a platform shows into posts, and writes posts and the cursor that follows them in one
/// transaction.
@NullMarked
package org.handbell.ingest.publish;

import org.jspecify.annotations.NullMarked;
