/// Mastodon, and servers that speak its REST API, read at the account's home server.
@NullMarked
package org.handbell.ingest.source.mastodon;

import org.jspecify.annotations.NullMarked;
