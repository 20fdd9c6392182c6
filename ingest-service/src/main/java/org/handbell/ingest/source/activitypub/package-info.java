/// Any server that publishes by ActivityPub, read at its actors' outboxes.
@NullMarked
package org.handbell.ingest.source.activitypub;

import org.jspecify.annotations.NullMarked;
