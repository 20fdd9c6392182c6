package org.handbell.ingest.source.wordpress;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.wordpress.WordPressAddress.Way;
import tools.jackson.databind.JsonNode;

/// Looks for one post or comment. A post in the bin answers 401, just as a site does that shows
/// nothing to strangers, so the list is asked as well.
record WordPressPresence(Web web, WordPressAddress address) {

    /// What WordPress says of a post or comment that is there, but not for strangers.
    private static final Set<String> HIDDEN =
            Set.of("rest_forbidden", "rest_cannot_read", "rest_cannot_read_post");

    /// One record of the interface.
    ///
    /// @param list its list: `posts` or `comments`
    /// @param number its number there
    record Sought(String list, String number) {

        private static final Pattern SHORT_LINK =
                Pattern.compile("/\\?p=([0-9]{1,18})(?:#comment-([0-9]{1,18}))?");

        /// Empty for an id that was not made of a number on this site.
        static Optional<Sought> of(String site, String postId) {
            var id =
                    SHORT_LINK.matcher(
                            postId.startsWith(site) ? postId.substring(site.length()) : "");
            if (!id.matches()) {
                return Optional.empty();
            }
            return Optional.of(
                    id.group(2) == null
                            ? new Sought("posts", id.group(1))
                            : new Sought("comments", id.group(2)));
        }
    }

    /// Empty where the site's interface shows nothing at all.
    Optional<Presence> of(Sought sought) {
        var reply = listed(address, sought);
        if (reply instanceof Answered answered && answered.status() == 404) {
            return judged(
                    address.by(Way.PARAMETER), sought, listed(address.by(Way.PARAMETER), sought));
        }
        return judged(address, sought, reply);
    }

    private Reply listed(WordPressAddress at, Sought sought) {
        return web.get(
                Query.json(
                        at.api(
                                sought.list,
                                Map.of("include", sought.number, "_fields", "id,content"))));
    }

    private Optional<Presence> judged(WordPressAddress at, Sought sought, Reply listed) {
        if (!(listed instanceof Answered answered) || answered.status() >= 500) {
            return Optional.of(Presence.UNKNOWN);
        }
        if (!(Answers.json(answered) instanceof Step.Go<JsonNode>(var records))
                || !records.isArray()) {
            return Optional.empty();
        }
        return Optional.of(records.isEmpty() ? alone(at, sought) : shown(records.path(0)));
    }

    /// What went behind a password is gone for the public.
    private static Presence shown(JsonNode record) {
        return WordPressRecord.isProtected(record) ? Presence.GONE : Presence.THERE;
    }

    private Presence alone(WordPressAddress at, Sought sought) {
        var asked = Map.of("_fields", "id");
        var reply = web.get(Query.json(at.api(sought.list + "/" + sought.number, asked)));
        if (!(reply instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        return switch (answered.status()) {
            case 404, 410 -> Presence.GONE;
            case 401, 403 ->
                    HIDDEN.contains(WordPressList.code(answered))
                            ? Presence.GONE
                            : Presence.UNKNOWN;
            default -> Presence.UNKNOWN;
        };
    }
}
