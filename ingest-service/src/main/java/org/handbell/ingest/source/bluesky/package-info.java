/// Bluesky, read where the truth is: in the account's own repository on its own server.
@NullMarked
package org.handbell.ingest.source.bluesky;

import org.jspecify.annotations.NullMarked;
