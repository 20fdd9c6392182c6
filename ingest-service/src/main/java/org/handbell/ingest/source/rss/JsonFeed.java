package org.handbell.ingest.source.rss;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Body;
import org.handbell.ingest.source.Enclosure;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads JSON Feed 1.0 and 1.1.
///
/// @param authors whether to say who posted, as in a group account
record JsonFeed(boolean authors) {

    Step<FeedPage> read(Body body, Harvest harvest) {
        JsonNode feed;
        try {
            feed = Json.mapper().readTree(body.utf8());
        } catch (JacksonException e) {
            return Step.refused("the feed is not well-formed JSON");
        }
        if (!textOrEmpty(feed, "version").startsWith("https://jsonfeed.org/version/1")) {
            return Step.refused("the feed is JSON but not a JSON Feed of version 1");
        }
        if (!feed.path("items").isArray()) {
            return Step.refused("the JSON Feed has no list of items");
        }
        var language = text(feed, "language");
        feed.path("items")
                .values()
                .forEach(n -> harvest.take(n.toString(), () -> Optional.of(item(n, language))));
        return Step.go(new FeedPage(text(feed, "next_url"), hub(feed), text(feed, "feed_url")));
    }

    private static @Nullable String hub(JsonNode feed) {
        return feed.path("hubs").values().stream()
                .filter(hub -> textOrEmpty(hub, "type").equalsIgnoreCase("WebSub"))
                .map(hub -> text(hub, "url"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Item item(JsonNode node, @Nullable String language) {
        var said = said(node);
        var published = timeOrNull(node, "date_published");
        var modified = timeOrNull(node, "date_modified");
        var posted = published == null ? modified : published;
        if (posted == null) {
            throw new MalformedItemException("date_published and date_modified are both missing");
        }
        var url = text(node, "url");
        var own = text(node, "language");
        return new Item(
                id(node),
                Action.POST,
                authors ? author(node) : null,
                url == null ? text(node, "external_url") : url,
                posted,
                text(node, published == null ? "date_modified" : "date_published"),
                posted.equals(modified) ? null : modified,
                said.titled(text(node, "title")),
                own == null ? language : own,
                media(node, said),
                links(node, said),
                null,
                List.of(),
                node.toString());
    }

    /// Some feeds write numbers where a text is asked for.
    private static String id(JsonNode node) {
        var id = node.path("id").asString("");
        var known = id.isBlank() ? text(node, "url") : id;
        if (known == null) {
            throw new MalformedItemException("id and url are both missing");
        }
        return known;
    }

    private static PlainText said(JsonNode node) {
        var html = text(node, "content_html");
        if (html != null) {
            return PlainText.ofHtml(html, textOrEmpty(node, "url"));
        }
        var plain = text(node, "content_text");
        return new PlainText(
                plain == null ? textOrEmpty(node, "summary") : plain, List.of(), List.of());
    }

    private static @Nullable String author(JsonNode node) {
        var first = node.path("authors").path(0);
        return text(first.isMissingNode() ? node.path("author") : first, "name");
    }

    private static List<String> links(JsonNode node, PlainText said) {
        var links = new LinkedHashSet<>(said.links());
        var external = text(node, "external_url");
        if (external != null) {
            links.add(external);
        }
        return List.copyOf(links);
    }

    private static List<Post.Media> media(JsonNode node, PlainText said) {
        var media = new ArrayList<>(said.media());
        Enclosure.of("image/*", text(node, "image"), null).ifPresent(media::add);
        for (var attached : node.path("attachments").values()) {
            Enclosure.of(
                            text(attached, "mime_type"),
                            text(attached, "url"),
                            text(attached, "title"))
                    .ifPresent(media::add);
        }
        return media;
    }
}
