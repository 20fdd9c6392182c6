package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One fetch of one outbox, newest first. Servers page as they like: activities stand in the
/// collection itself (snac2), on pages that begin at `first` (Fedify), or the collection is a page
/// with `next` (NodeBB); only the addresses that they give are followed.
final class Outbox {

    private static final int MOST_PAGES = 50;

    private final ActivityPubClient client;
    private final ActivityReader reader;
    private final Dereference objects;
    private final Span span;
    private final Harvest harvest = new Harvest();
    private final Set<String> met = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private @Nullable Instant newest;
    private boolean complete;
    private boolean reached;

    Outbox(ActivityPubClient client, ActivityReader reader, Span span) {
        this.client = client;
        this.reader = reader;
        this.objects = new Dereference(client);
        this.span = span;
        this.newest = span.newest;
        this.complete = span.depth == Depth.SWEEP;
    }

    /// How far to read.
    ///
    /// @param since reading may end at activities older than this
    /// @param newest when the newest activity known was published; null where none is
    record Span(Depth depth, Instant since, @Nullable Instant newest) {

        boolean isReached(Instant published) {
            var known = depth == Depth.NEWEST && newest != null && !published.isAfter(newest);
            return known || published.isBefore(since);
        }

        /// Between sweeps what was shared before is not fetched again.
        boolean isKnown(Instant published) {
            return depth == Depth.NEWEST && newest != null && !published.isAfter(newest);
        }
    }

    Step<Outbox> read() {
        var asked = new HashSet<String>();
        var address = Optional.of(reader.actor().outbox());
        for (int page = 0; page < MOST_PAGES && address.isPresent(); page++) {
            if (!asked.add(address.get())) {
                break;
            }
            var step = client.ask(URI.create(address.get())).then(this::collection);
            if (!(step instanceof Step.Go<JsonNode>(var shown))) {
                return step.then(_ -> Step.go(this));
            }
            address = take(shown);
        }
        complete &= address.isEmpty();
        return Step.go(this);
    }

    Fetch fetched() {
        var actor = reader.actor();
        var position = new ActivityPubPosition(actor.id(), actor.outbox(), newest);
        return harvest.fetched(position.pack(), complete);
    }

    private Step<JsonNode> collection(JsonNode shown) {
        if (!Ld.is(
                shown,
                "OrderedCollection",
                "OrderedCollectionPage",
                "Collection",
                "CollectionPage")) {
            return Step.refused("the outbox is not a collection");
        }
        var counted = shown.path("totalItems").asInt(0) > 0;
        var empty = entries(shown).isEmpty() && shown.path("first").isMissingNode();
        return counted && empty && met.isEmpty()
                ? Step.refused(
                        "the outbox counts posts but shows none to strangers: ask the holder to"
                                + " show them, or to bring them in by hand")
                : Step.go(shown);
    }

    /// @return the address of the next page; empty at the end
    private Optional<String> take(JsonNode shown) {
        var entries = entries(shown);
        var first = Ld.first(shown, "first");
        if (entries.isEmpty() && first.isObject()) {
            return take(first);
        }
        int before = met.size();
        entries.forEach(this::entry);
        var next = entries.isEmpty() ? Ld.id(first) : Ld.id(Ld.first(shown, "next"));
        if (reached || next.isEmpty()) {
            return Optional.empty();
        }
        var onward = entries.isEmpty() || met.size() > before;
        if (!onward || harvest.full() || !Ld.sameServer(next.get(), reader.actor().outbox())) {
            complete = false;
            return Optional.empty();
        }
        return next;
    }

    private static List<JsonNode> entries(JsonNode shown) {
        var ordered = Ld.all(shown, "orderedItems");
        return ordered.isEmpty() ? Ld.all(shown, "items") : ordered;
    }

    private void entry(JsonNode entry) {
        if (!met.add(Ld.id(entry).orElseGet(entry::toString))) {
            return;
        }
        if (harvest.full()) {
            complete = false;
            return;
        }
        whole(entry)
                .ifPresent(activity -> {
                    var published = published(activity);
                    published.ifPresent(this::remember);
                    if (Ld.is(activity, "Delete")) {
                        deleted.addAll(Ld.ids(activity, "object"));
                    } else if (ActivityReader.isEngagement(activity)) {
                        engagement(activity, published);
                    } else if (Ld.ids(activity, "object").stream().noneMatch(deleted::contains)) {
                        harvest.take(entry.toString(), () -> reader.own(activity));
                    }
                });
    }

    private void remember(Instant published) {
        reached |= span.isReached(published);
        newest = newest == null || published.isAfter(newest) ? published : newest;
    }

    /// An activity with its object in full, where the outbox only names one or both.
    private Optional<JsonNode> whole(JsonNode entry) {
        var activity = entry.isString() ? ours(entry) : Optional.of(entry);
        return activity.flatMap(known -> {
            var object = Ld.first(known, "object");
            if (!ActivityReader.isOwn(known)
                    || !object.isString()
                    || !(known.deepCopy() instanceof ObjectNode whole)) {
                return Optional.of(known);
            }
            return ours(object).map(full -> whole.set("object", full));
        });
    }

    private Optional<JsonNode> ours(JsonNode named) {
        var id = named.stringValue("");
        var found =
                Ld.sameServer(id, reader.actor().id())
                        ? objects.object(id)
                        : Optional.<JsonNode>empty();
        complete &= found.isPresent();
        return found.filter(JsonNode::isObject);
    }

    private void engagement(JsonNode activity, Optional<Instant> published) {
        if (published.map(span::isKnown).orElse(false)) {
            return;
        }
        var of = engaged(Ld.first(activity, "object"));
        complete &= of.isPresent();
        of.ifPresent(words ->
                harvest.take(activity.toString(), () -> reader.engagement(activity, words)));
    }

    private Optional<Post.Engaged> engaged(JsonNode object) {
        var own = ActivityReader.isOwn(object) ? Ld.first(object, "object") : object;
        if (own.isObject()) {
            return Optional.of(reader.engaged(own));
        }
        var id = own.stringValue("");
        var unread = new Post.Engaged(null, "", Ld.web(id).map(URI::toString).orElse(null));
        return objects.object(id)
                .map(found ->
                        found.isObject() && !Ld.is(found, "Tombstone")
                                ? reader.engaged(found)
                                : unread);
    }

    private static Optional<Instant> published(JsonNode activity) {
        var object = Ld.first(activity, "object");
        var said =
                textOrEmpty(activity, "published").isEmpty()
                        ? textOrEmpty(object, "published")
                        : textOrEmpty(activity, "published");
        try {
            return Optional.of(OffsetDateTime.parse(said).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
