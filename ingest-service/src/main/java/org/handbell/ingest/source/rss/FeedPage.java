package org.handbell.ingest.source.rss;

import org.jspecify.annotations.Nullable;

/// What a page of a feed says beside its items.
///
/// @param next address of the next page; null where there is none
/// @param complete whether the feed declares that it holds all that there is (RFC 5005)
record FeedPage(@Nullable String next, boolean complete) {}
