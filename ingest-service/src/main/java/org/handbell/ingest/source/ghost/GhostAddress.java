package org.handbell.ingest.source.ghost;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.source.UrlQuery;
import org.jspecify.annotations.Nullable;

/// Where a Ghost site answers. What is registered is the address of its Content API.
///
/// @param site scheme, host and folder of the site, without a slash at the end
/// @param author the only author to read, as in the address of the author's page; null for all
record GhostAddress(String site, @Nullable String author) {

    private static final Pattern CONTENT =
            Pattern.compile(
                    "(https?://[^\\s?#]+?)/ghost/api/content(?:/posts)?/?"
                            + "(?:\\?filter=authors?:([a-z0-9-]{1,191}))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /// Reads `https://host/ghost/api/content/`, or `…/posts/?filter=author:name` for the posts of
    /// one author; empty for any other address.
    static Optional<GhostAddress> of(String address) {
        var matched = CONTENT.matcher(address.strip());
        if (!matched.matches()) {
            return Optional.empty();
        }
        try {
            return URI.create(matched.group(1)).getHost() == null
                    ? Optional.empty()
                    : Optional.of(new GhostAddress(matched.group(1), matched.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    URI posts(Map<String, String> query) {
        return URI.create(site + "/ghost/api/content/posts/?" + UrlQuery.of(query));
    }

    /// What a post is called here: its address in the API, which lasts when its title changes.
    String postId(String id) {
        return site + "/ghost/api/content/posts/" + id + "/";
    }

    /// Ghost's own id of a post; empty where it is not one of this site.
    Optional<String> idOf(String postId) {
        var prefix = postId("").substring(0, postId("").length() - 1);
        if (!postId.startsWith(prefix) || !postId.endsWith("/")) {
            return Optional.empty();
        }
        var id = postId.substring(prefix.length(), postId.length() - 1);
        return isId(id) ? Optional.of(id) : Optional.empty();
    }

    String feed() {
        return site + (author == null ? "" : "/author/" + author) + "/rss/";
    }

    String host() {
        return URI.create(site).getHost();
    }
}
