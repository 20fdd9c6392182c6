package org.handbell.ingest.source.discourse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbell.ingest.source.UrlQuery;

/// What is read of a forum, and where.
///
/// @param forum scheme, host and folder of the forum, without a slash at the end
/// @param part what of it is read
/// @param name the number of the topic, or the name of the person; empty for a whole forum
record DiscourseAddress(String forum, Part part, String name) {

    /// Part of a forum.
    enum Part {
        FORUM,
        TOPIC,
        PERSON
    }

    private static final Pattern WHOLE = pattern("/posts\\.json()");
    private static final Pattern TOPIC = pattern("/t/(?:[^/\\s?#]+/)?([0-9]{1,18})(?:\\.json)?/?");
    private static final Pattern PERSON =
            pattern(
                    "/(?:u/|user_actions\\.json\\?username=)([A-Za-z0-9_.-]{1,100}?)"
                            + "(?:&filter=[0-9,]+)?/?");
    private static final Pattern POST = Pattern.compile("/p/([0-9]{1,18})");

    /// Reads `https://host/posts.json` (all posts), `https://host/t/title/123` (one topic) or
    /// `https://host/u/name` (one person); empty for any other address.
    static Optional<DiscourseAddress> of(String address) {
        return matched(WHOLE, Part.FORUM, address)
                .or(() -> matched(TOPIC, Part.TOPIC, address))
                .or(() -> matched(PERSON, Part.PERSON, address));
    }

    /// The newest posts of the forum.
    URI newest() {
        return URI.create(forum + "/posts.json");
    }

    /// The posts whose number is this one or among the 50 below.
    URI before(long number) {
        return URI.create(forum + "/posts.json?before=" + number);
    }

    /// A topic with its first posts and the numbers of all.
    URI topic(String number) {
        return URI.create(forum + "/t/" + number + ".json");
    }

    /// Some posts of a topic.
    URI posts(String topic, List<Long> numbers) {
        var asked =
                numbers.stream()
                        .map(n -> UrlQuery.encoded("post_ids[]") + "=" + n)
                        .collect(Collectors.joining("&"));
        return URI.create(forum + "/t/" + topic + "/posts.json?" + asked);
    }

    /// What the person wrote, newest first: topics (4) and replies (5).
    URI actions(int offset) {
        return URI.create(
                forum
                        + "/user_actions.json?username="
                        + UrlQuery.encoded(name)
                        + "&filter=4,5&offset="
                        + offset);
    }

    URI post(String number) {
        return URI.create(forum + "/posts/" + number + ".json");
    }

    /// What a post is called here: Discourse's short address of it, which lasts when it is moved to
    /// another topic.
    String postId(long number) {
        return forum + "/p/" + number;
    }

    /// The number of a post; empty where it is not one of this forum.
    Optional<String> numberOf(String postId) {
        var matched =
                POST.matcher(postId.startsWith(forum) ? postId.substring(forum.length()) : "");
        return matched.matches() ? Optional.of(matched.group(1)) : Optional.empty();
    }

    private static Optional<DiscourseAddress> matched(Pattern form, Part part, String address) {
        var matched = form.matcher(address.strip());
        if (!matched.matches()) {
            return Optional.empty();
        }
        try {
            return URI.create(matched.group(1)).getHost() == null
                    ? Optional.empty()
                    : Optional.of(new DiscourseAddress(matched.group(1), part, matched.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile("(https?://[^\\s?#]+?)" + path, Pattern.CASE_INSENSITIVE);
    }
}
