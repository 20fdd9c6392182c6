/// Forums made with Discourse: a whole forum, one topic, or what one person writes there.
@NullMarked
package org.handbell.ingest.source.discourse;

import org.jspecify.annotations.NullMarked;
