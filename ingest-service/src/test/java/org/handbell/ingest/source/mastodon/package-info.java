@NullMarked
package org.handbell.ingest.source.mastodon;

import org.jspecify.annotations.NullMarked;
