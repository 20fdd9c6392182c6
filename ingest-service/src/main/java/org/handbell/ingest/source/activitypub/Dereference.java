package org.handbell.ingest.source.activitypub;

import java.util.Optional;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Fetches objects that an outbox only names, within the bound of one fetch.
final class Dereference {

    /// Most objects of one fetch.
    static final int MOST = 50;

    private final ActivityPubClient client;
    private int left = MOST;

    Dereference(ActivityPubClient client) {
        this.client = client;
    }

    /// The object; a missing node where it is gone or not shown. Empty without an answer, or beyond
    /// the bound: what is half-known would look like an edit the next time.
    Optional<JsonNode> object(String id) {
        var uri = Ld.web(id);
        if (uri.isEmpty()) {
            return Optional.of(JsonNodeFactory.instance.missingNode());
        }
        if (left == 0) {
            return Optional.empty();
        }
        left--;
        return switch (client.ask(uri.get())) {
            case Step.Go<JsonNode>(var object) -> Optional.of(object);
            case Step.Stop<JsonNode>(Fetch.TryLater later) -> Optional.empty();
            case Step.Stop<JsonNode> stop -> Optional.of(JsonNodeFactory.instance.missingNode());
        };
    }
}
