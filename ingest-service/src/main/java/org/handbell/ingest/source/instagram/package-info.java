/// Instagram's professional accounts: the trust's own, and others by business discovery.
@NullMarked
package org.handbell.ingest.source.instagram;

import org.jspecify.annotations.NullMarked;
