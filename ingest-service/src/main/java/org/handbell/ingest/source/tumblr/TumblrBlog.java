package org.handbell.ingest.source.tumblr;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A blog as the API names it: its name, or its host.
record TumblrBlog(String name) {

    private static final Pattern NAME = Pattern.compile("@?([A-Za-z0-9-]{1,64})");
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:https?://)?([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+)/?");
    private static final Pattern DASHBOARD =
            Pattern.compile(
                    "(?i)https?://(?:www\\.)?tumblr\\.com/(?:blog/)?@?([A-Za-z0-9-]{1,64})/?");

    /// Reads a name, a host, or the address of a blog.
    static Optional<TumblrBlog> of(String address) {
        var text = address.strip();
        for (var form : new Pattern[] {DASHBOARD, NAME, HOST}) {
            var named = form.matcher(text);
            if (named.matches()) {
                return Optional.of(new TumblrBlog(named.group(1)))
                        .filter(blog -> !blog.name.matches("(?i)(?:www\\.)?tumblr\\.com"));
            }
        }
        return Optional.empty();
    }

    /// An address of the API.
    ///
    /// @param query safe as it is
    URI api(URI server, String what, String query) {
        return URI.create(
                server.toString().replaceFirst("/$", "")
                        + "/v2/blog/"
                        + name
                        + "/"
                        + what
                        + "?"
                        + query);
    }
}
