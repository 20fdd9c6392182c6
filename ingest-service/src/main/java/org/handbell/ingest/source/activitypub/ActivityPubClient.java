package org.handbell.ingest.source.activitypub;

import java.net.URI;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks for objects of ActivityPub, without signing the question.
record ActivityPubClient(Web web) {

    private static final String TYPES =
            "application/activity+json, application/ld+json;"
                    + " profile=\"https://www.w3.org/ns/activitystreams\"";

    Reply get(URI uri) {
        return web.get(Query.of(uri).accepting(TYPES));
    }

    /// An object, or a refusal that says what to do.
    Step<JsonNode> ask(URI uri) {
        return object(get(uri));
    }

    /// What WebFinger knows of a name.
    Step<JsonNode> webFinger(ActivityPubAddress.Name name) {
        return object(
                web.get(Query.of(name.webFinger()).accepting("application/jrd+json, */*;q=0.1")));
    }

    private static Step<JsonNode> object(Reply reply) {
        if (reply instanceof Answered answered
                && refusal(answered.status()) instanceof String why) {
            return Step.refused(why);
        }
        return Answers.json(reply)
                .then(object ->
                        object.isObject()
                                ? Step.go(object)
                                : Step.refused("the answer is not an object"));
    }

    private static @Nullable String refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                    "the server answers only to other servers that sign their questions ("
                            + status
                            + "): it cannot be read here; ask the holder to bring posts in by hand";
            case 404 -> "not found (404): the address is wrong, or the account is gone";
            case 410 ->
                    "the account is gone for good (410): close it in the register, or correct its"
                            + " address";
            case 406 -> "the server does not speak ActivityPub at this address (406)";
            default -> null;
        };
    }
}
