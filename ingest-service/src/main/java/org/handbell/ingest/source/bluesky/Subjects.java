package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// The words of what reposts and likes are about, fetched from its author's own server, within the
/// bound of one fetch.
final class Subjects {

    private final Identities identities;
    private final XrpcClient xrpc;
    private final Map<String, Step<Identities.Home>> homes = new HashMap<>();
    private int left;

    Subjects(Identities identities, XrpcClient xrpc, int bound) {
        this.identities = identities;
        this.xrpc = xrpc;
        this.left = bound;
    }

    /// The words; empty text where the record is gone. Without an answer, or beyond the bound,
    /// nothing is said: half-known words would look like an edit the next time.
    Optional<String> words(AtUri uri) {
        if (left == 0) {
            return Optional.empty();
        }
        left--;
        var home = homes.computeIfAbsent(uri.did(), identities::find);
        return home instanceof Step.Go<Identities.Home>(var found)
                ? words(xrpc.record(found.server(), uri))
                : Optional.empty();
    }

    private static Optional<String> words(Reply reply) {
        if (XrpcClient.error(reply).isPresent()) {
            return Optional.of("");
        }
        if (!(reply instanceof Answered answered) || !answered.ok()) {
            return Optional.empty();
        }
        return Answers.json(answered) instanceof Step.Go<JsonNode>(var record)
                ? Optional.of(textOrEmpty(record.path("value"), "text"))
                : Optional.empty();
    }
}
