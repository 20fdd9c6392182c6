package org.handbell.ingest.source.bluesky;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a record: `at://did/collection/key`. It stays the same over handles, servers and
/// edits.
record AtUri(String did, String collection, String key) {

    static final String POST = "app.bsky.feed.post";
    static final String REPOST = "app.bsky.feed.repost";
    static final String LIKE = "app.bsky.feed.like";

    private static final Pattern FORM =
            Pattern.compile(
                    "at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/([A-Za-z0-9.-]{1,200})"
                            + "/([A-Za-z0-9._:~-]{1,512})");

    static Optional<AtUri> of(String text) {
        var uri = FORM.matcher(text);
        return uri.matches()
                ? Optional.of(new AtUri(uri.group(1), uri.group(2), uri.group(3)))
                : Optional.empty();
    }

    boolean isPost() {
        return collection.equals(POST);
    }
}
