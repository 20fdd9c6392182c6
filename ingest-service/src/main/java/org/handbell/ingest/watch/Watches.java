package org.handbell.ingest.watch;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /// Ids of the watched posts of an account.
    public Set<String> of(String accountId) {
        return watched.values().stream()
                .filter(watch -> watch.accountId().equals(accountId))
                .map(WatchEvent.Watched::postId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
