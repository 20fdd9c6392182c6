package org.handbell.ingest.source.rss;

import java.util.regex.Pattern;
import org.handbell.ingest.source.Item;

/// Feeds of NodeBB name each item by its topic and show of it the last post alone. So the same name
/// stands for another post, often another person's, after each reply: the time goes into the name.
final class ForumTopic {

    private static final Pattern TOPIC =
            Pattern.compile("https?://[^/?#]+(?:/[^?#]*)?/topic/[0-9]+(?:/[^/?#]*)?");

    private ForumTopic() {}

    /// The item as it is told of a forum.
    static Item told(Item item) {
        return TOPIC.matcher(item.postId()).matches()
                ? item.under(item.postId() + "#" + item.postedAt())
                : item;
    }
}
