package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one record of a repository. Links come from facets and cards, since the text may show them
/// cut short; the facets' own offsets count bytes of UTF-8 and are not needed for that.
///
/// @param home whose record it is
/// @param web where a person sees a post
record BlueskyRecord(Identities.Home home, URI web) {

    Item post(JsonNode entry) {
        var value = value(entry);
        var quoted = quoted(value);
        var parent = AtUri.of(textOrEmpty(value.path("reply").path("parent"), "uri"));
        var of = quoted.or(() -> parent).map(uri -> engaged(uri, ""));
        return item(
                entry,
                quoted.isPresent()
                        ? Action.SHARE
                        : value.path("reply").isObject() ? Action.REPLY : Action.POST,
                of.orElse(null),
                new Words(value.path("text").stringValue(""), links(value), media(value)));
    }

    /// A repost or like, with the words of what it is about.
    Item engagement(JsonNode entry, Action action, String words) {
        return item(
                entry, action, engaged(subject(entry), words), new Words("", List.of(), List.of()));
    }

    /// What a repost or like is about.
    static AtUri subject(JsonNode entry) {
        return AtUri.of(textOrEmpty(value(entry).path("subject"), "uri"))
                .orElseThrow(() ->
                        new MalformedItemException("subject.uri is not the name of a record"));
    }

    private record Words(String text, List<String> links, List<Post.Media> media) {}

    private Item item(JsonNode entry, Action action, Post.@Nullable Engaged of, Words words) {
        var value = value(entry);
        var uri =
                AtUri.of(required(entry, "uri"))
                        .orElseThrow(() ->
                                new MalformedItemException("uri is not the name of a record"));
        return new Item(
                required(entry, "uri"),
                action,
                null,
                uri.isPost() ? page(uri) : of == null ? null : of.url(),
                requiredTime(value, "createdAt"),
                text(value, "createdAt"),
                null,
                words.text(),
                text(value.path("langs"), 0),
                words.media(),
                words.links(),
                of,
                List.of(),
                entry.toString());
    }

    private static @Nullable String text(JsonNode list, int index) {
        var value = list.path(index).stringValue("");
        return value.isBlank() ? null : value;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return org.handbell.ingest.source.Fields.text(node, field);
    }

    private static JsonNode value(JsonNode entry) {
        if (!entry.path("value").isObject()) {
            throw new MalformedItemException("value is missing or not an object");
        }
        return entry.path("value");
    }

    private Post.Engaged engaged(AtUri uri, String words) {
        return new Post.Engaged(uri.did(), words, uri.isPost() ? page(uri) : null);
    }

    private String page(AtUri uri) {
        return web.toString().replaceFirst("/+$", "")
                + "/profile/"
                + uri.did()
                + "/post/"
                + uri.key();
    }

    /// A post that is embedded as a quotation; embedded lists and feeds are none.
    private static Optional<AtUri> quoted(JsonNode value) {
        var record = value.path("embed").path("record");
        var uri = record.path("record").isObject() ? record.path("record") : record;
        return AtUri.of(textOrEmpty(uri, "uri")).filter(AtUri::isPost);
    }

    private static List<String> links(JsonNode value) {
        var links = new LinkedHashSet<String>();
        for (var facet : value.path("facets").values()) {
            for (var feature : facet.path("features").values()) {
                if (textOrEmpty(feature, "$type").equals("app.bsky.richtext.facet#link")) {
                    links.add(textOrEmpty(feature, "uri"));
                }
            }
        }
        links.add(textOrEmpty(value.path("embed").path("external"), "uri"));
        links.add(textOrEmpty(value.path("embed").path("media").path("external"), "uri"));
        return links.stream().filter(l -> l.matches("(?i)https?://.+")).toList();
    }

    private List<Post.Media> media(JsonNode value) {
        var media = new ArrayList<Post.Media>();
        for (var embed : List.of(value.path("embed"), value.path("embed").path("media"))) {
            for (var image : embed.path("images").values()) {
                media.add(medium(Post.MediaType.IMAGE, image.path("image"), image));
            }
            if (embed.path("video").isObject()) {
                media.add(medium(Post.MediaType.VIDEO, embed.path("video"), embed));
            }
        }
        return media;
    }

    private Post.Media medium(Post.MediaType type, JsonNode blob, JsonNode described) {
        return new Post.Media(type, blobUrl(blob), text(described, "alt"), null, List.of(), false);
    }

    private @Nullable String blobUrl(JsonNode blob) {
        var cid = text(blob.path("ref"), "$link");
        return cid == null
                ? null
                : XrpcClient.uri(
                                home.server(),
                                "com.atproto.sync.getBlob",
                                Map.of("did", home.did(), "cid", cid))
                        .toString();
    }
}
