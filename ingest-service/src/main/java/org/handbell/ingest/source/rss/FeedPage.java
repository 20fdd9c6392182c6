package org.handbell.ingest.source.rss;

import org.jspecify.annotations.Nullable;

/// What a page of a feed says beside its items.
///
/// @param next address of the next page (RFC 5005, JSON Feed); null where there is none
record FeedPage(@Nullable String next) {}
