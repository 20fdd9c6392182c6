package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// One compliance event: something that a member did on LinkedIn. Only posts, comments and likes
/// are looked at; messages, invitations and the rest of a member's life are passed over unread.
///
/// @param urn of what it was done to
/// @param deleted whether that is gone by it
record LinkedInEvent(Kind kind, String urn, boolean deleted, JsonNode event) {

    private static final Pattern URN = Pattern.compile("urn:li:[A-Za-z]{1,30}:[0-9]{1,30}");
    private static final Pattern COMMENT =
            Pattern.compile(".*/socialActions/([^/]{1,200})/comments/([0-9]{1,30})/?");
    private static final Pattern LIKE =
            Pattern.compile(".*/socialActions/([^/]{1,200})/likes/([^/]{1,200})/?");

    enum Kind {
        POST,
        COMMENT,
        LIKE
    }

    /// Empty where the event is of another kind.
    ///
    /// @throws MalformedItemException where it does not say what it was done to
    static Optional<LinkedInEvent> of(JsonNode event) {
        var kind = kind(textOrEmpty(event, "resourceName"));
        return kind.map(k -> new LinkedInEvent(k, urn(k, event), isDeletion(event), event));
    }

    /// Whether it is about a post, a comment or a like.
    static boolean isOurs(JsonNode event) {
        return kind(textOrEmpty(event, "resourceName")).isPresent();
    }

    /// What the member did, in the interface's older words.
    JsonNode activity() {
        return event.path("activity");
    }

    /// When LinkedIn processed it, by which events are asked for.
    static Optional<Instant> processed(JsonNode event) {
        return LinkedInTime.of(event.path("processedAt"))
                .or(() -> LinkedInTime.of(event.path("capturedAt")));
    }

    private static Optional<Kind> kind(String resource) {
        return switch (resource) {
            case "ugcPosts", "shares", "posts" -> Optional.of(Kind.POST);
            case "socialActions/comments", "comments" -> Optional.of(Kind.COMMENT);
            case "socialActions/likes", "likes" -> Optional.of(Kind.LIKE);
            default -> Optional.empty();
        };
    }

    private static boolean isDeletion(JsonNode event) {
        return textOrEmpty(event, "method").equals("DELETE")
                || event.path("activity").path("deleted").isObject()
                || textOrEmpty(event.path("activity"), "lifecycleState").equals("DELETED");
    }

    private static String urn(Kind kind, JsonNode event) {
        var uri = textOrEmpty(event, "resourceUri").replace("%3A", ":");
        var urn =
                switch (kind) {
                    case POST -> post(event);
                    case COMMENT -> pair("comment", COMMENT, uri, false);
                    case LIKE -> pair("like", LIKE, uri, true);
                };
        return urn.orElseThrow(
                () -> new MalformedItemException("resourceId and resourceUri name nothing"));
    }

    private static Optional<String> post(JsonNode event) {
        var id = textOrEmpty(event, "resourceId");
        var told = text(event.path("activity"), "id");
        var urn = URN.matcher(id).matches() || told == null ? id : told;
        return Optional.of(urn).filter(u -> URN.matcher(u).matches());
    }

    /// LinkedIn's URN of what is under something else; of a like, its owner comes first.
    private static Optional<String> pair(String name, Pattern form, String uri, boolean turned) {
        var parts = form.matcher(uri);
        if (!parts.matches() || !parts.group(1).matches("urn:li:[A-Za-z]{1,30}:[^()\\s]{1,150}")) {
            return Optional.empty();
        }
        var under = parts.group(1);
        var own = parts.group(2);
        return Optional.of(
                "urn:li:" + name + ":(" + (turned ? own + "," + under : under + "," + own) + ")");
    }
}
