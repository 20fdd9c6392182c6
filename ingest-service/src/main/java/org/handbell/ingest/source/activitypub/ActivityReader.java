package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one activity of an outbox.
///
/// @param actor whose outbox it is
/// @param authors whether to say who posted, as in a group account
/// @param now tells polls that have ended
record ActivityReader(Actors.Actor actor, boolean authors, Instant now) {

    private static final String[] OBJECTS = {
        "Note", "Article", "Page", "Question", "Event", "Video", "Image", "Audio"
    };
    private static final List<String> PUBLIC =
            List.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

    /// Whether an activity brings an object of the account's own.
    static boolean isOwn(JsonNode activity) {
        return Ld.is(activity, "Create", "Update");
    }

    /// Whether it is about an object of anybody's.
    static boolean isEngagement(JsonNode activity) {
        return Ld.is(activity, "Announce", "Like");
    }

    /// An activity with its object in full. Empty where it is not public, or says nothing of its
    /// own, such as a follow.
    ///
    /// @throws MalformedItemException naming what is missing
    Optional<Item> own(JsonNode activity) {
        if (!activity.isObject()) {
            throw new MalformedItemException("an activity is not an object");
        }
        var object = isOwn(activity) ? Ld.first(activity, "object") : activity;
        if (!Ld.is(object, OBJECTS) || !isPublic(activity, object)) {
            return Optional.empty();
        }
        return Optional.of(said(activity, object));
    }

    /// A share or like, with what it is about.
    ///
    /// @throws MalformedItemException naming what is missing
    Optional<Item> engagement(JsonNode activity, Post.Engaged of) {
        if (!isPublic(activity, activity)) {
            return Optional.empty();
        }
        return Optional.of(
                new Item(
                        ownId(activity),
                        Ld.is(activity, "Like") ? Action.LIKE : Action.SHARE,
                        null,
                        of.url(),
                        requiredTime(activity, "published"),
                        text(activity, "published"),
                        null,
                        "",
                        null,
                        List.of(),
                        List.of(),
                        of,
                        List.of(),
                        activity.toString()));
    }

    /// What somebody said, as far as it is shown.
    Post.Engaged engaged(JsonNode object) {
        var url = Ld.link(object, "url");
        return new Post.Engaged(
                Ld.ids(object, "attributedTo").stream().findFirst().orElse(null),
                words(object, plain(object)),
                url == null ? Ld.id(object).orElse(null) : url);
    }

    private Item said(JsonNode activity, JsonNode object) {
        var dated = text(object, "published") == null ? activity : object;
        var posted = requiredTime(dated, "published");
        var plain = plain(object);
        var quoted = quoted(object);
        return new Item(
                ownId(object),
                action(object, quoted),
                authors ? Ld.ids(object, "attributedTo").stream().findFirst().orElse(null) : null,
                Ld.link(object, "url"),
                posted,
                text(dated, "published"),
                edited(object, posted),
                words(object, plain),
                language(object),
                Stream.concat(plain.media().stream(), Attachments.of(object).stream()).toList(),
                plain.links(),
                quoted.or(() -> answered(object)).orElse(null),
                PollQuestion.options(object, now),
                activity.toString());
    }

    /// An id on the actor's own server: anybody can list anybody's.
    private String ownId(JsonNode node) {
        var id = text(node, "id");
        if (id == null || !Ld.sameServer(id, actor.id())) {
            throw new MalformedItemException(
                    "id is missing, or is on another server than its account");
        }
        return id;
    }

    /// Shown to strangers, and addressed to everybody or to nobody in particular: the object by its
    /// own words, else as its activity is.
    private static boolean isPublic(JsonNode activity, JsonNode object) {
        var own = addressed(object);
        var addressed = own.isEmpty() ? addressed(activity) : own;
        return addressed.isEmpty() || addressed.stream().anyMatch(PUBLIC::contains);
    }

    private static List<String> addressed(JsonNode node) {
        return Stream.of("to", "cc", "audience")
                .flatMap(field -> Ld.ids(node, field).stream())
                .toList();
    }

    /// The words are in `content`. `contentMap` only stands in for it: some servers leave there
    /// what was said before an edit.
    private static PlainText plain(JsonNode object) {
        var content = textOrEmpty(object, "content");
        if (content.isBlank()) {
            content =
                    object.path("contentMap").values().stream()
                            .map(words -> words.stringValue(""))
                            .findFirst()
                            .orElse("");
        }
        return "text/plain".equals(textOrEmpty(object, "mediaType"))
                ? new PlainText(content.strip(), List.of(), List.of())
                : PlainText.ofHtml(content, textOrEmpty(object, "id"));
    }

    /// With its title, or the warning before it; the summary of an article repeats the article.
    private static String words(JsonNode object, PlainText plain) {
        var titled = !Ld.is(object, "Note", "Question");
        var before = titled ? textOrEmpty(object, "name") : textOrEmpty(object, "summary");
        var shown = PlainText.ofHtml(before, "").text();
        if (shown.isEmpty() || plain.text().isEmpty()) {
            return shown + plain.text();
        }
        return shown + "\n\n" + plain.text();
    }

    private static Action action(JsonNode object, Optional<Post.Engaged> quoted) {
        if (quoted.isPresent()) {
            return Action.SHARE;
        }
        if (!Ld.ids(object, "inReplyTo").isEmpty()) {
            return Action.REPLY;
        }
        return Ld.is(object, "Question") ? Action.POLL : Action.POST;
    }

    /// Where the quoted or answered words are; they are not read.
    private static Optional<Post.Engaged> quoted(JsonNode object) {
        return Stream.of("quote", "quoteUrl", "quoteUri", "_misskey_quote")
                .flatMap(field -> Ld.ids(object, field).stream())
                .filter(id -> Ld.web(id).isPresent())
                .findFirst()
                .map(id -> new Post.Engaged(null, "", id));
    }

    private static Optional<Post.Engaged> answered(JsonNode object) {
        return Ld.ids(object, "inReplyTo").stream()
                .findFirst()
                .map(id -> new Post.Engaged(null, "", id));
    }

    private static @Nullable Instant edited(JsonNode object, Instant posted) {
        var updated = timeOrNull(object, "updated");
        return updated == null || !updated.isAfter(posted) ? null : updated;
    }

    private static @Nullable String language(JsonNode object) {
        var languages = List.copyOf(object.path("contentMap").propertyNames());
        return languages.size() == 1 ? languages.getFirst() : null;
    }
}
