/// Tumblr blogs, read through its API v2 in the Neue Post Format.
@NullMarked
package org.handbell.ingest.source.tumblr;

import org.jspecify.annotations.NullMarked;
