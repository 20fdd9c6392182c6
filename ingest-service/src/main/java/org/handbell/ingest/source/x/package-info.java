/// X, read through its API v2, which is paid for by the post.
@NullMarked
package org.handbell.ingest.source.x;

import org.jspecify.annotations.NullMarked;
