package org.handbell.ingest.source.rss;

import org.jspecify.annotations.Nullable;

/// What a page of a feed says beside its items.
///
/// @param next address of the next page (RFC 5005, JSON Feed); null where there is none
/// @param hub address of its hub (WebSub); null where it has none
/// @param self what it calls itself there; null where it does not say
record FeedPage(@Nullable String next, @Nullable String hub, @Nullable String self) {}
