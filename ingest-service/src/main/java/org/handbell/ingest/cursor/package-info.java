/// Where the collector stands with each account: a place, and keyed fingerprints of what it has
/// seen. No text and no link is kept here.
@NullMarked
package org.handbell.ingest.cursor;

import org.jspecify.annotations.NullMarked;
