package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One fetch of one outbox, newest first. Servers page as they like: activities stand in the
/// collection itself (snac2), on pages that begin at `first` (Fedify), or the collection is a page
/// with `next` (NodeBB); only the addresses that they give are followed.
final class Outbox {

    private static final int MOST_PAGES = 50;

    private final ActivityPubClient client;
    private final ActivityReader reader;
    private final Activities activities;
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
        this.activities = new Activities(reader, new Dereference(client));
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
        for (int pages = 0; pages < MOST_PAGES && address.isPresent(); pages++) {
            if (!asked.add(address.get())) {
                break;
            }
            var step =
                    client.ask(URI.create(address.get()))
                            .then(shown -> OutboxPage.of(shown, met.isEmpty()));
            if (!(step instanceof Step.Go<OutboxPage>(var page))) {
                return step.then(_ -> Step.go(this));
            }
            address = take(page);
        }
        complete &= address.isEmpty() && activities.allFound();
        return Step.go(this);
    }

    Fetch fetched() {
        var actor = reader.actor();
        var position = new ActivityPubPosition(actor.id(), actor.outbox(), newest);
        return harvest.fetched(position.pack(), complete);
    }

    /// @return the address of the next page; empty at the end
    private Optional<String> take(OutboxPage page) {
        int before = met.size();
        var entries = page.entries();
        entries.forEach(this::entry);
        var next = page.next();
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

    private void entry(JsonNode entry) {
        if (!met.add(Ld.id(entry).orElseGet(entry::toString))) {
            return;
        }
        if (harvest.full()) {
            complete = false;
            return;
        }
        activities
                .whole(entry)
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

    private void engagement(JsonNode activity, Optional<Instant> published) {
        if (published.map(span::isKnown).orElse(false)) {
            return;
        }
        activities
                .engaged(Ld.first(activity, "object"))
                .ifPresent(words ->
                        harvest.take(
                                activity.toString(), () -> reader.engagement(activity, words)));
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
