package org.handbell.ingest.source.wordpress;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.UrlQuery;
import org.jspecify.annotations.Nullable;

/// Where a WordPress site answers. What is registered is the address of the interface, which every
/// such site names in its `Link` header (`rel="https://api.w.org/"`).
///
/// @param site scheme, host and folder of the site, without a slash at the end
/// @param way how the interface is reached
/// @param author number of the only author to read; null for all
record WordPressAddress(String site, Way way, @Nullable String author) {

    private static final Pattern PRETTY =
            Pattern.compile(
                    "(https?://[^\\s?#]+?)/wp-json(?:/wp/v2(?:/posts)?)?/?"
                            + "(?:\\?author=([0-9]{1,18}))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(https?://[^\\s?#]+?)/(?:index\\.php)?\\?rest_route=/(?:wp/v2(?:/posts)?/?)?"
                            + "(?:&author=([0-9]{1,18}))?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED =
            Pattern.compile("https?://([^/:?#]+)[^?#]*/\\?p=([0-9]{1,18})");

    /// How the interface is reached.
    enum Way {
        /// By a path: `/wp-json/`.
        PATH,
        /// By a parameter, which works on sites without permalinks as well: `/?rest_route=/`.
        PARAMETER
    }

    /// Reads `https://host/wp-json/` or `https://host/?rest_route=/`; empty for any other address.
    /// Behind either may stand which posts: `https://host/wp-json/wp/v2/posts?author=3`.
    static Optional<WordPressAddress> of(String address) {
        var pretty = PRETTY.matcher(address.strip());
        if (pretty.matches()) {
            return at(pretty, Way.PATH);
        }
        var plain = PLAIN.matcher(address.strip());
        return plain.matches() ? at(plain, Way.PARAMETER) : Optional.empty();
    }

    /// The same site, reached in another way.
    WordPressAddress by(Way other) {
        return new WordPressAddress(site, other, author);
    }

    /// An address of the interface.
    ///
    /// @param path below `wp/v2/`; safe as it is
    URI api(String path, Map<String, String> query) {
        var asked = UrlQuery.of(query);
        return switch (way) {
            case PATH -> URI.create(site + "/wp-json/wp/v2/" + path + "?" + asked);
            case PARAMETER -> URI.create(site + "/?rest_route=/wp/v2/" + path + "&" + asked);
        };
    }

    /// An address of the interface that lists posts of the author alone, where there is one.
    URI posts(Map<String, String> query) {
        var asked = new HashMap<>(query);
        if (author != null) {
            asked.put("author", author);
        }
        return api("posts", asked);
    }

    /// The feed of the same posts; this form works with and without permalinks.
    String feed() {
        return site + "/?feed=rss2" + (author == null ? "" : "&author=" + author);
    }

    /// An item of the feed under the id that it has in the interface, so that nothing is told twice
    /// where a site closes or opens its interface. The feed knows it for posts that were written in
    /// the editor; others keep the feed's id.
    Item named(Item item) {
        var number = NUMBERED.matcher(item.postId());
        return number.matches() && number.group(1).equalsIgnoreCase(URI.create(site).getHost())
                ? item.under(site + "/?p=" + number.group(2))
                : item;
    }

    private static Optional<WordPressAddress> at(Matcher matched, Way way) {
        var site = matched.group(1);
        try {
            return URI.create(site).getHost() == null
                    ? Optional.empty()
                    : Optional.of(new WordPressAddress(site, way, matched.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
