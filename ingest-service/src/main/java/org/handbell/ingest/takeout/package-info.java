/// Posts of Google+, which closed in 2019: only the archive that its holder took out of it in time
/// still has them. No such archive could be had when this was written, so the names of its fields
/// are those that other people's readers of it use; they are unproven.
@NullMarked
package org.handbell.ingest.takeout;

import org.jspecify.annotations.NullMarked;
