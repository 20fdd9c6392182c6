/// Blogs and forums, by their feeds: RSS, Atom and JSON Feed.
@NullMarked
package org.handbell.ingest.source.rss;

import org.jspecify.annotations.NullMarked;
