package org.handbell.ingest.source.snapchat;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// Something that a public profile shows: a spotlight, which stays, or a story, which lasts a day.
/// That it has `id`, `created_at` and words is how Snap's other interfaces do it; the fields of
/// this one could not be checked, since Snap shows them to those alone whom it has listed.
enum SnapchatShow {
    SPOTLIGHT("spotlights", "spotlight"),
    STORY("stories", "story");

    private final String list;
    private final String one;

    SnapchatShow(String list, String one) {
        this.list = list;
        this.one = one;
    }

    /// What a list of them is called, in addresses and in answers.
    String list() {
        return list;
    }

    /// What it is called within its entry of a list.
    String one() {
        return one;
    }

    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    Item read(JsonNode shown) {
        return new Item(
                "snapchat:" + one + "/" + id(shown),
                Action.POST,
                null,
                text(shown, "share_url"),
                requiredTime(shown, "created_at"),
                text(shown, "created_at"),
                null,
                words(shown),
                null,
                List.of(film(shown)),
                List.of(),
                null,
                List.of(),
                shown.toString());
    }

    private static String id(JsonNode shown) {
        var id = required(shown, "id");
        if (!id.matches("[A-Za-z0-9._~=-]{1,200}")) {
            throw new MalformedItemException("id has characters that no id has");
        }
        return id;
    }

    private static String words(JsonNode shown) {
        return Stream.of("title", "description", "caption")
                .map(field -> text(shown, field))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static Post.Media film(JsonNode shown) {
        return new Post.Media(
                Post.MediaType.VIDEO, text(shown, "media_url"), null, null, List.of(), false);
    }
}
