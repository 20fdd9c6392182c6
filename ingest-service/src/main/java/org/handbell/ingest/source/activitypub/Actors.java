package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds an account's actor, and where the actor's activities are listed.
record Actors(ActivityPubClient client) {

    /// @param id the actor's own address
    /// @param outbox an address on the same server
    record Actor(String id, String outbox) {}

    /// @param expected the actor that the account was first found with; null at the start
    Step<Actor> find(ActivityPubAddress address, @Nullable String expected) {
        return uri(address)
                .then(client::ask)
                .then(Actors::standing)
                .then(Actors::actor)
                .then(actor ->
                        expected == null || expected.equals(actor.id)
                                ? Step.go(actor)
                                : Step.refused(
                                        "the address now leads to another actor than the one"
                                                + " registered: register the actor's own address"
                                                + " instead"));
    }

    private Step<URI> uri(ActivityPubAddress address) {
        return switch (address) {
            case ActivityPubAddress.Actor(var uri) -> Step.go(uri);
            case ActivityPubAddress.Name name -> client.webFinger(name).then(Actors::self);
        };
    }

    private static Step<URI> self(JsonNode found) {
        for (var link : found.path("links").values()) {
            var type = textOrEmpty(link, "type");
            var isActor =
                    type.startsWith("application/activity+json")
                            || type.startsWith("application/ld+json");
            var uri = textOrEmpty(link, "href");
            if (textOrEmpty(link, "rel").equals("self") && isActor && Ld.web(uri).isPresent()) {
                return Step.go(URI.create(uri));
            }
        }
        return Step.refused("WebFinger names no ActivityPub actor for the address");
    }

    /// Goes on with an actor that is where it was registered, and in use.
    private static Step<JsonNode> standing(JsonNode actor) {
        if (Ld.is(actor, "Tombstone")) {
            return Step.refused("the account was deleted: close it in the register");
        }
        if (actor.path("suspended").booleanValue(false)) {
            return Step.refused(
                    "the server has suspended the account: keep it until the suspension is lifted,"
                            + " or close it in the register");
        }
        return Ld.ids(actor, "movedTo").isEmpty()
                ? Step.go(actor)
                : Step.refused(
                        "the account has moved to another one: have that one registered, and close"
                                + " this one");
    }

    private static Step<Actor> actor(JsonNode actor) {
        var id = text(actor, "id");
        var outbox = Ld.id(Ld.first(actor, "outbox")).orElse(null);
        if (id == null || outbox == null) {
            return Step.refused(
                    "the address is not that of an actor with an outbox: check that it is the"
                            + " account's own address");
        }
        return Ld.sameServer(id, outbox)
                ? Step.go(new Actor(id, outbox))
                : Step.refused("the actor's outbox is on another server, which is not read");
    }
}
