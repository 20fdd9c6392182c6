package org.handbell.ingest.source;

import java.time.Duration;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what the web answered as a step of a fetch.
public final class Answers {

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(2);

    private Answers() {}

    /// An answer that brought what was asked for, or that nothing has changed (304).
    public static Step<Answered> usable(Reply reply) {
        return switch (reply) {
            case Answered answered when answered.ok() || answered.status() == 304 ->
                    Step.go(answered);
            case Answered answered -> new Step.Stop<>(refusal(answered.status()));
            case Reply.Later later ->
                    new Step.Stop<>(new Fetch.TryLater(later.after(), later.reason()));
            case Reply.Unreachable trouble ->
                    new Step.Stop<>(new Fetch.TryLater(AFTER_TROUBLE, trouble.reason()));
            case Reply.Failed closed -> Step.refused(closed.reason());
        };
    }

    /// A usable answer, read as JSON.
    public static Step<JsonNode> json(Reply reply) {
        return usable(reply).then(Answers::parsed);
    }

    static Step<JsonNode> parsed(Answered answered) {
        try {
            return Step.go(Json.mapper().readTree(answered.body().utf8()));
        } catch (JacksonException e) {
            return Step.refused("the answer is not JSON");
        }
    }

    private static Fetch refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                    new Fetch.Refused("not shown without signing in, or closed to us: " + status);
            case 404 -> new Fetch.Refused("not found: 404");
            case 410 -> new Fetch.Refused("gone for good: 410");
            case 408, 425 -> new Fetch.TryLater(AFTER_TROUBLE, "the platform answered " + status);
            default ->
                    status >= 500
                            ? new Fetch.TryLater(AFTER_TROUBLE, "the platform answered " + status)
                            : new Fetch.Refused("the platform answered " + status);
        };
    }
}
