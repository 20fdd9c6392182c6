/// YouTube channels, read through its Data API v3.
@NullMarked
package org.handbell.ingest.source.youtube;

import org.jspecify.annotations.NullMarked;
