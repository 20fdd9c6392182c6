package org.handbell.ingest.watch;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handbell.contract.WatchEvent;

/// The posts under a case. Safe for use by many threads.
public final class Watches {

    private final Map<String, WatchEvent.Watched> watched = new ConcurrentHashMap<>();

    /// Takes a record of the watches.
    public void apply(WatchEvent event) {
        switch (event) {
            case WatchEvent.Watched begun -> watched.put(begun.postId(), begun);
            case WatchEvent.Ended ended -> watched.remove(ended.postId());
        }
    }

    /// Whether pictures of the post may be fetched: of one under a case only where the watch says
    /// that they may be kept. So what a reviewer marked is never fetched again.
    public boolean mayFetchPictures(String postId) {
        var watch = watched.get(postId);
        return watch == null || watch.keepMedia();
    }

    /// Ids of the watched posts of an account whose pictures may be kept.
    public Set<String> keepingPictures(String accountId) {
        return of(accountId, WatchEvent.Watched::keepMedia);
    }

    /// Whether pictures of the post may be kept as evidence.
    public boolean keepsPictures(String postId) {
        var watch = watched.get(postId);
        return watch != null && watch.keepMedia();
    }

    /// Whether a watch of the account began after a time, as its record says, and not ahead of now.
    public boolean beganBetween(String accountId, Instant after, Instant now) {
        return !of(accountId, watch -> watch.at().isAfter(after) && !watch.at().isAfter(now))
                .isEmpty();
    }

    /// Ids of the watched posts of an account.
    public Set<String> of(String accountId) {
        return of(accountId, watch -> true);
    }

    private Set<String> of(String accountId, Predicate<WatchEvent.Watched> which) {
        return watched.values().stream()
                .filter(watch -> watch.accountId().equals(accountId))
                .filter(which)
                .map(WatchEvent.Watched::postId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
