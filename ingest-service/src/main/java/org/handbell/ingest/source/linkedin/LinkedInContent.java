package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import tools.jackson.databind.JsonNode;

/// What a post holds beside its words.
///
/// @param question of a poll; empty where there is none
record LinkedInContent(
        List<Post.Media> media, List<String> links, String question, List<String> options) {

    static LinkedInContent of(JsonNode content) {
        var media = new ArrayList<Post.Media>();
        add(media, content.path("media"));
        content.path("multiImage").path("images").values().forEach(image -> add(media, image));
        var link = text(content.path("article"), "source");
        var poll = content.path("poll");
        return new LinkedInContent(
                media,
                link == null || !link.matches("(?i)https?://\\S+") ? List.of() : List.of(link),
                textOrEmpty(poll, "question").strip(),
                poll.path("options").values().stream().map(o -> textOrEmpty(o, "text")).toList());
    }

    Action action(boolean reshared) {
        if (reshared) {
            return Action.SHARE;
        }
        return options.isEmpty() ? Action.POST : Action.POLL;
    }

    /// The question of a poll is the writer's as well.
    String with(String words) {
        if (question.isEmpty()) {
            return words;
        }
        return words.isBlank() ? question : words + "\n\n" + question;
    }

    private static void add(List<Post.Media> media, JsonNode named) {
        var urn = textOrEmpty(named, "id");
        var video = urn.startsWith("urn:li:video:");
        if (video || urn.startsWith("urn:li:image:")) {
            media.add(
                    new Post.Media(
                            video ? Post.MediaType.VIDEO : Post.MediaType.IMAGE,
                            null,
                            text(named, "altText"),
                            null,
                            List.of(),
                            false));
        }
    }
}
