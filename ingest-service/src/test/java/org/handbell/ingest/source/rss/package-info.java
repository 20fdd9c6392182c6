@NullMarked
package org.handbell.ingest.source.rss;

import org.jspecify.annotations.NullMarked;
