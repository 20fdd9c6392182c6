package org.handbell.ingest.source.wordpress;

import static org.handbell.ingest.source.Fields.requiredUtc;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Enclosure;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads posts and comments.
///
/// @param site the registered site, by which posts and comments are named
/// @param authors whether to say who posted, as in a group account
record WordPressRecord(String site, boolean authors) {

    /// Empty where the post is not open to everybody.
    Optional<Item> post(JsonNode post) {
        var status = text(post, "status");
        return isProtected(post) || !(status == null || status.equals("publish"))
                ? Optional.empty()
                : Optional.of(item(post));
    }

    /// Empty for what is no comment of a person: another site's note that it links here.
    Optional<Item> comment(JsonNode comment) {
        var type = text(comment, "type");
        var status = text(comment, "status");
        return type == null || type.equals("comment") && !"hold".equals(status)
                ? Optional.of(commentItem(comment))
                : Optional.empty();
    }

    static boolean isProtected(JsonNode post) {
        return post.path("content").path("protected").booleanValue(false);
    }

    private Item item(JsonNode post) {
        var url = text(post, "link");
        var said = html(post, "content", url);
        var posted = requiredUtc(post, "date_gmt");
        return new Item(
                shortLink(number(post, "id")),
                Action.POST,
                authors ? text(embedded(post, "author"), "name") : null,
                url,
                posted,
                platformTime(post),
                edited(post, posted),
                said.titled(html(post, "title", null).text()),
                null,
                media(post, said),
                said.links(),
                null,
                List.of(),
                post.toString());
    }

    private Item commentItem(JsonNode comment) {
        var url = text(comment, "link");
        var said = html(comment, "content", url);
        return new Item(
                commentId(comment),
                Action.COMMENT,
                commenter(comment),
                url,
                requiredUtc(comment, "date_gmt"),
                platformTime(comment),
                null,
                said.text(),
                null,
                said.media(),
                said.links(),
                new Post.Engaged(null, "", url == null ? null : url.replaceFirst("#.*", "")),
                List.of(),
                comment.toString());
    }

    /// Whoever gave no name is still not the account holder.
    private static String commenter(JsonNode comment) {
        var name = text(comment, "author_name");
        return name == null ? "anonymous" : name;
    }

    private String commentId(JsonNode comment) {
        return shortLink(number(comment, "post")) + "#comment-" + number(comment, "id");
    }

    /// WordPress's short form of an address, which lasts when the title, the permalinks or the
    /// scheme change. Its `guid` does not serve: it may be any of them.
    private String shortLink(long number) {
        return site + "/?p=" + number;
    }

    private static long number(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
            throw new MalformedItemException(field + " is missing or not a number of a record");
        }
        return value.longValue();
    }

    private static PlainText html(JsonNode node, String field, @Nullable String base) {
        return PlainText.ofHtml(
                textOrEmpty(node.path(field), "rendered"), base == null ? "" : base);
    }

    /// The site's own time, which is not UTC.
    private static @Nullable String platformTime(JsonNode node) {
        var local = text(node, "date");
        return local == null ? text(node, "date_gmt") : local;
    }

    private static @Nullable Instant edited(JsonNode post, Instant posted) {
        if (text(post, "modified_gmt") == null) {
            return null;
        }
        var modified = requiredUtc(post, "modified_gmt");
        return modified.isAfter(posted) ? modified : null;
    }

    private static List<Post.Media> media(JsonNode post, PlainText said) {
        var media = new ArrayList<Post.Media>();
        var featured = embedded(post, "wp:featuredmedia");
        Enclosure.of(
                        text(featured, "media_type"),
                        text(featured, "source_url"),
                        text(featured, "alt_text"))
                .ifPresent(media::add);
        media.addAll(said.media());
        return media;
    }

    private static JsonNode embedded(JsonNode post, String what) {
        return post.path("_embedded").path(what).path(0);
    }
}
