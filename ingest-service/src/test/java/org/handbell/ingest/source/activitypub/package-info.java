@NullMarked
package org.handbell.ingest.source.activitypub;

import org.jspecify.annotations.NullMarked;
