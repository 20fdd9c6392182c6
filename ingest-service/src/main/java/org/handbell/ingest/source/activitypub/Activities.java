package org.handbell.ingest.source.activitypub;

import java.net.URI;
import java.util.Optional;
import org.handbell.contract.Post;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Activities with what they are about in full, where an outbox only names it.
final class Activities {

    private final ActivityReader reader;
    private final Dereference objects;
    private boolean allFound = true;

    Activities(ActivityReader reader, Dereference objects) {
        this.reader = reader;
        this.objects = objects;
    }

    /// Whether nothing had to be left out because it could not be fetched.
    boolean allFound() {
        return allFound;
    }

    /// An activity with its object in full, where the outbox only names one or both; empty where
    /// they cannot be had.
    Optional<JsonNode> whole(JsonNode entry) {
        var activity = entry.isString() ? ours(entry) : Optional.of(entry);
        return activity.flatMap(this::withItsObject);
    }

    private Optional<JsonNode> withItsObject(JsonNode activity) {
        var object = Ld.first(activity, "object");
        if (!ActivityReader.isOwn(activity)
                || !object.isString()
                || !(activity.deepCopy() instanceof ObjectNode whole)) {
            return Optional.of(activity);
        }
        return ours(object).map(full -> whole.set("object", full));
    }

    /// What a share or like is about; empty where it could not be fetched now.
    Optional<Post.Engaged> engaged(JsonNode object) {
        var own = ActivityReader.isOwn(object) ? Ld.first(object, "object") : object;
        if (own.isObject()) {
            return Optional.of(reader.engaged(own));
        }
        var id = own.stringValue("");
        var unread = new Post.Engaged(null, "", Ld.web(id).map(URI::toString).orElse(null));
        return found(objects.object(id))
                .map(found ->
                        found.isObject() && !Ld.is(found, "Tombstone")
                                ? reader.engaged(found)
                                : unread);
    }

    private Optional<JsonNode> ours(JsonNode named) {
        var id = named.stringValue("");
        var own = Ld.sameServer(id, reader.actor().id());
        return found(own ? objects.object(id) : Optional.empty()).filter(JsonNode::isObject);
    }

    private Optional<JsonNode> found(Optional<JsonNode> object) {
        allFound &= object.isPresent();
        return object;
    }
}
