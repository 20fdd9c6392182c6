package org.handbell.ingest.source.trustpilot;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredTime;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;
import static org.handbell.ingest.source.Fields.timeOrNull;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import tools.jackson.databind.JsonNode;

/// Reads the school's answer to one review. The review itself is a stranger's: of it only its words
/// go along, without a name, since nobody can judge an answer without what it answers.
record TrustpilotReview(TrustpilotUnit unit) {

    /// Empty where the school has not answered.
    Optional<Item> answer(JsonNode review) {
        var answer = review.path("companyReply");
        return (answer.isMissingNode() || answer.isNull()) && text(review, "id") != null
                ? Optional.empty()
                : Optional.of(item(review, answer));
    }

    private Item item(JsonNode review, JsonNode answer) {
        var id = required(review, "id");
        if (!TrustpilotUnit.isId(id)) {
            throw new MalformedItemException("id is not 24 hexadecimal digits");
        }
        var asked = new PlainText(textOrEmpty(review, "text").strip(), List.of(), List.of());
        return new Item(
                unit.answerId(id),
                Action.REPLY,
                null,
                unit.page(id),
                requiredTime(answer, "createdAt"),
                text(answer, "createdAt"),
                timeOrNull(answer, "updatedAt"),
                required(answer, "text").strip(),
                null,
                List.of(),
                List.of(),
                new Post.Engaged(null, asked.titled(text(review, "title")), unit.page(id)),
                List.of(),
                original(id, answer));
    }

    /// As it came, without what is the reviewer's: that would keep their name after all.
    private static String original(String id, JsonNode answer) {
        var kept = Json.mapper().createObjectNode();
        kept.put("id", id);
        kept.set("companyReply", answer);
        return kept.toString();
    }
}
