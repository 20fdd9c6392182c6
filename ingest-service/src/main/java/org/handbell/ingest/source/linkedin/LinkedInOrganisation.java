package org.handbell.ingest.source.linkedin;

import java.util.Map;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Addresses;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.paged.Page;
import org.jspecify.annotations.Nullable;

/// The page of one organisation: its posts, the one that changed last first, and their comments.
record LinkedInOrganisation(LinkedInClient linkedIn, String urn) {

    Step<Page> posts(String start) {
        var query =
                Map.of(
                        "q",
                        "author",
                        "author",
                        urn,
                        "sortBy",
                        "LAST_MODIFIED",
                        "start",
                        Integer.toString(LinkedInPages.from(start)),
                        "count",
                        Integer.toString(LinkedInPages.LENGTH));
        return linkedIn.ask("posts", query).then(list -> LinkedInPages.of(list, start));
    }

    Step<Page> comments(String post, String start) {
        var query =
                Map.of(
                        "start", Integer.toString(LinkedInPages.from(start)),
                        "count", Integer.toString(LinkedInPages.LENGTH));
        return linkedIn.ask("socialActions/" + Addresses.encoded(post) + "/comments", query)
                .then(list -> LinkedInPages.of(list, start));
    }

    /// GONE where LinkedIn knows it no more and still shows the page's list to this token.
    Presence presence(String postId) {
        var path = path(postId);
        if (path == null || !(linkedIn.reply(path, Map.of()) instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        return switch (answered.status()) {
            case 200 -> Presence.THERE;
            case 404 -> posts("") instanceof Step.Go<Page> ? Presence.GONE : Presence.UNKNOWN;
            default -> Presence.UNKNOWN;
        };
    }

    private static @Nullable String path(String postId) {
        if (LinkedInEntries.POST.matcher(postId).matches()) {
            return "posts/" + Addresses.encoded(postId);
        }
        var comment = LinkedInEntries.COMMENT.matcher(postId);
        return comment.matches()
                ? "socialActions/"
                        + Addresses.encoded(comment.group(1))
                        + "/comments/"
                        + comment.group(2)
                : null;
    }
}
