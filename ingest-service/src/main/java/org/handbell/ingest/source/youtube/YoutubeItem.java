package org.handbell.ingest.source.youtube;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.Post.Engaged;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// Reads a video of a playlist, or a comment.
final class YoutubeItem {

    private static final String ID = "[A-Za-z0-9._-]{1,100}";

    private YoutubeItem() {}

    /// Empty where the video is not public, or no more: it keeps its place in the list.
    ///
    /// @param entry of a playlist
    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    static Optional<Item> video(JsonNode entry) {
        var shown = entry.path("snippet");
        var details = entry.path("contentDetails");
        var id = id(details, "videoId");
        var published = text(details, "videoPublishedAt");
        if (published == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Item(
                        video(id),
                        Action.POST,
                        null,
                        video(id),
                        requiredTime(details, "videoPublishedAt"),
                        published,
                        null,
                        (textOrEmpty(shown, "title") + "\n\n" + textOrEmpty(shown, "description"))
                                .strip(),
                        null,
                        List.of(film(id)),
                        List.of(),
                        null,
                        List.of(),
                        entry.toString()));
    }

    /// Empty where somebody else wrote the comment.
    ///
    /// @param channel whose own comments are read
    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    static Optional<Item> comment(JsonNode comment, String channel) {
        var said = comment.path("snippet");
        if (!textOrEmpty(said.path("authorChannelId"), "value").equals(channel)) {
            return Optional.empty();
        }
        var id = id(comment, "id");
        var address = comment(id(said, "videoId"), id);
        var answered = text(said, "parentId");
        var published = requiredTime(said, "publishedAt");
        var updated = timeOrNull(said, "updatedAt");
        return Optional.of(
                new Item(
                        address,
                        answered == null ? Action.COMMENT : Action.REPLY,
                        null,
                        address,
                        published,
                        text(said, "publishedAt"),
                        published.equals(updated) ? null : updated,
                        textOrEmpty(said, "textDisplay"),
                        null,
                        List.of(),
                        List.of(),
                        new Engaged(null, "", video(id(said, "videoId"))),
                        List.of(),
                        comment.toString()));
    }

    /// The address of a video.
    static String video(String id) {
        return "https://www.youtube.com/watch?v=" + id;
    }

    private static String comment(String video, String id) {
        return video(video) + "&lc=" + id;
    }

    private static Post.Media film(String id) {
        return new Post.Media(Post.MediaType.VIDEO, video(id), null, null, List.of(), false);
    }

    private static String id(JsonNode node, String field) {
        var id = required(node, field);
        if (!id.matches(ID)) {
            throw new MalformedItemException(field + " has characters that no id has");
        }
        return id;
    }
}
