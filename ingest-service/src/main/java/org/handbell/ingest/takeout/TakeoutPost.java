package org.handbell.ingest.takeout;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Ids;
import org.handbell.contract.Post;
import org.handbell.contract.SubmissionEvent;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads one post of an archive. Only what was shown to everybody is read: what went to a circle, a
/// community or a collection was never public. The words of others, in comments under it or in what
/// it shares, are left out.
///
/// @param accountId whose archive it is
/// @param at when it was brought in
public record TakeoutPost(String accountId, Instant at) {

    /// As other readers of such archives found it: `2015-02-06 07:36:49+0000`.
    private static final DateTimeFormatter WITH_SPACE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[XXXX][XXX][X]");

    /// Empty where the post was not shown to everybody.
    ///
    /// @param file the bytes of its file
    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    public Optional<SubmissionEvent.Submitted> read(byte[] file) {
        if (file.length > TakeoutArchive.LARGEST_POST) {
            throw new MalformedItemException(
                    "the file is larger than the " + TakeoutArchive.LARGEST_POST + " bytes read");
        }
        var post = parsed(file);
        return isPublic(post) ? Optional.of(submitted(post)) : Optional.empty();
    }

    /// The id is made from the post's own, so that bringing an archive in twice brings nothing
    /// twice.
    private SubmissionEvent.Submitted submitted(JsonNode post) {
        var link = web(text(post, "url"));
        var name = link == null ? required(post, "resourceName") : link;
        var said = PlainText.ofHtml(textOrEmpty(post, "content"), "");
        return new SubmissionEvent.Submitted(
                Ids.derive("takeout", accountId, name),
                accountId,
                post.path("resharedPost").isObject() ? Action.SHARE : Action.POST,
                null,
                link,
                words(post, said),
                media(post),
                time(required(post, "creationTime")),
                at);
    }

    private static JsonNode parsed(byte[] file) {
        try {
            var post = Json.mapper().readTree(new String(file, StandardCharsets.UTF_8));
            if (post.isObject()) {
                return post;
            }
        } catch (JacksonException e) {
            throw new MalformedItemException("the file is not JSON");
        }
        throw new MalformedItemException("the file holds no post");
    }

    private static boolean isPublic(JsonNode post) {
        var circles = post.path("postAcl").path("visibleToStandardAcl").path("circles");
        return circles.values().stream()
                .anyMatch(circle -> textOrEmpty(circle, "type").equals("CIRCLE_TYPE_PUBLIC"));
    }

    /// The words, and the address that the post shows.
    private static String words(JsonNode post, PlainText said) {
        var link = web(text(post.path("link"), "url"));
        var words =
                link == null || said.text().contains(link)
                        ? said.text()
                        : said.text() + "\n\n" + link;
        return words.substring(0, Math.min(words.length(), Post.MAX_TEXT)).strip();
    }

    private static List<Post.Media> media(JsonNode post) {
        var media = new ArrayList<Post.Media>();
        var nodes = new ArrayList<>(List.of(post.path("media")));
        nodes.addAll(post.path("album").path("media").values());
        for (var node : nodes) {
            if (node.isObject()) {
                media.add(medium(node));
            }
        }
        return media;
    }

    private static Post.Media medium(JsonNode node) {
        var film = textOrEmpty(node, "contentType").startsWith("video/");
        return new Post.Media(
                film ? Post.MediaType.VIDEO : Post.MediaType.IMAGE,
                web(text(node, "url")),
                text(node, "description"),
                null,
                List.of(),
                false);
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && url.matches("(?is)https?://.*") ? url : null;
    }

    private static Instant time(String said) {
        try {
            var format = said.contains("T") ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : WITH_SPACE;
            return OffsetDateTime.parse(said.strip(), format).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedItemException("creationTime is not a time with an offset");
        }
    }
}
