package org.handbell.ingest.source.googlereviews;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// Reads the school's answer to one review. The review itself is a stranger's: of it only its words
/// go along, without a name, since nobody can judge an answer without what it answers.
record GoogleReview(GooglePlace place) {

    private static final String TRANSLATED = "(Translated by Google)";
    private static final String ORIGINAL = "(Original)";
    private static final String ID = "[A-Za-z0-9_-]{1,200}";

    /// Empty where the school has not answered.
    Optional<Item> answer(JsonNode review) {
        return review.path("reviewReply").isMissingNode() && text(review, "reviewId") != null
                ? Optional.empty()
                : Optional.of(item(review));
    }

    private Item item(JsonNode review) {
        var id = required(review, "reviewId");
        if (!id.matches(ID)) {
            throw new MalformedItemException("reviewId has other characters than an id has");
        }
        var answer = review.path("reviewReply");
        return new Item(
                place.answerId(id),
                Action.REPLY,
                null,
                null,
                requiredTime(answer, "updateTime"),
                text(answer, "updateTime"),
                null,
                untranslated(required(answer, "comment")),
                null,
                List.of(),
                List.of(),
                new Post.Engaged(null, untranslated(textOrEmpty(review, "comment")), null),
                List.of(),
                original(review, answer));
    }

    /// As it came, without what is the reviewer's: that would keep their name after all.
    private static String original(JsonNode review, JsonNode answer) {
        var kept = Json.mapper().createObjectNode();
        kept.set("reviewId", review.path("reviewId"));
        kept.set("reviewReply", answer);
        return kept.toString();
    }

    /// Without the translation that Google adds before or behind what was written.
    static String untranslated(String comment) {
        int translated = comment.indexOf(TRANSLATED);
        if (translated < 0) {
            return comment.strip();
        }
        int original = comment.indexOf(ORIGINAL, translated);
        var written =
                original < 0
                        ? comment.substring(0, translated)
                        : comment.substring(original + ORIGINAL.length());
        return written.isBlank() ? comment.strip() : written.strip();
    }
}
