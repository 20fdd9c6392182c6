package org.handbell.ingest.source.activitypub;

import java.util.List;
import java.util.Optional;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// One page of an outbox, or the outbox itself where its activities stand in it.
record OutboxPage(JsonNode shown) {

    /// What the server showed; its first page where it stands within.
    ///
    /// @param first whether nothing was listed before
    static Step<OutboxPage> of(JsonNode shown, boolean first) {
        if (!Ld.is(
                shown,
                "OrderedCollection",
                "OrderedCollectionPage",
                "Collection",
                "CollectionPage")) {
            return Step.refused("the outbox is not a collection");
        }
        var page = new OutboxPage(shown);
        var counted = shown.path("totalItems").asInt(0) > 0;
        var empty = page.entries().isEmpty() && shown.path("first").isMissingNode();
        return counted && empty && first
                ? Step.refused(
                        "the outbox counts posts but shows none to strangers: ask the holder to"
                                + " show them, or to bring them in by hand")
                : Step.go(page.innermost());
    }

    List<JsonNode> entries() {
        var ordered = Ld.all(shown, "orderedItems");
        return ordered.isEmpty() ? Ld.all(shown, "items") : ordered;
    }

    /// The address of the next page; empty at the end.
    Optional<String> next() {
        return Ld.id(Ld.first(shown, entries().isEmpty() ? "first" : "next"));
    }

    private OutboxPage innermost() {
        var page = this;
        while (page.entries().isEmpty() && Ld.first(page.shown, "first").isObject()) {
            page = new OutboxPage(Ld.first(page.shown, "first"));
        }
        return page;
    }
}
