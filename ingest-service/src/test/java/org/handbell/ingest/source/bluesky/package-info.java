@NullMarked
package org.handbell.ingest.source.bluesky;

import org.jspecify.annotations.NullMarked;
