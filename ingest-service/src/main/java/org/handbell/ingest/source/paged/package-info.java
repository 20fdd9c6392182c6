/// Lists that come page by page, with comments under their entries.
@NullMarked
package org.handbell.ingest.source.paged;

import org.jspecify.annotations.NullMarked;
