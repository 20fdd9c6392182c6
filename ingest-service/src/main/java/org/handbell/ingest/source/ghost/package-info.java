/// Blogs made with Ghost, by its Content API where the trust has a key, else by their feed.
@NullMarked
package org.handbell.ingest.source.ghost;

import org.jspecify.annotations.NullMarked;
