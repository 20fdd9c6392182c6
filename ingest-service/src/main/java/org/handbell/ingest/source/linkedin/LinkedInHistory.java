package org.handbell.ingest.source.linkedin;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.paged.Page;
import org.handbell.ingest.source.paged.Pages;
import tools.jackson.databind.JsonNode;

/// A member's events, and what became by them of each thing: as it stands, or deleted.
final class LinkedInHistory {

    /// LinkedIn keeps events for 30 days.
    static final Duration REACH = Duration.ofDays(30).minusHours(1);

    private static final int LENGTH = 50;

    /// The interface asks for nobody by name: it shows whoever the token belongs to.
    private static final String OTHER_MEMBER =
            "the access token belongs to another member: put this member's own, with their URN, into"
                    + " handbell.ingest.tokens";

    private final List<JsonNode> events = new ArrayList<>();
    private final String member;
    private final Instant from;
    private Instant newest;
    private boolean whole;

    private LinkedInHistory(String member, Instant from) {
        this.member = member;
        this.from = from;
        this.newest = from;
    }

    /// Reads all events of a member that LinkedIn processed since then.
    static Step<LinkedInHistory> of(String member, Instant from, LinkedInClient linkedIn) {
        var history = new LinkedInHistory(member, from);
        return Pages.over(next -> history.page(linkedIn, next), history::take)
                .then(end -> {
                    history.whole = end == Pages.End.ALL;
                    return Step.go(history);
                });
    }

    /// What stands of it, newest first; what cannot be read beside it.
    ///
    /// @param sweep whether all that LinkedIn keeps was asked for
    Fetch fetched(boolean sweep) {
        var harvest = new Harvest();
        var standing = standing(harvest).values().stream().filter(e -> !e.deleted());
        standing.sorted(Comparator.comparing(LinkedInHistory::at).reversed())
                .forEach(event ->
                        harvest.take(
                                event.event().path("activity").toString(),
                                () -> LinkedInActivity.read(event)));
        return harvest.fetched(
                new LinkedInPosition(newest).pack(), sweep && whole && !harvest.full());
    }

    /// Whether something was deleted; empty where no event tells of it.
    Optional<Boolean> deleted(String urn) {
        return Optional.ofNullable(standing(new Harvest()).get(urn)).map(LinkedInEvent::deleted);
    }

    private Map<String, LinkedInEvent> standing(Harvest harvest) {
        var standing = new HashMap<String, LinkedInEvent>();
        events.stream()
                .sorted(Comparator.comparing(e -> LinkedInEvent.processed(e).orElse(Instant.MIN)))
                .forEach(event ->
                        harvest.take(
                                event.toString(),
                                () -> {
                                    LinkedInEvent.of(event).ifPresent(e -> put(standing, e));
                                    return Optional.empty();
                                }));
        return standing;
    }

    /// An edit that holds a part alone leaves what was known.
    private static void put(Map<String, LinkedInEvent> standing, LinkedInEvent event) {
        if (event.deleted() || LinkedInActivity.isWhole(event)) {
            standing.put(event.urn(), event);
        }
    }

    private static Instant at(LinkedInEvent event) {
        try {
            return LinkedInTime.of(
                            LinkedInTime.first(
                                    event.activity().path("firstPublishedAt"),
                                    event.activity().path("created").path("time"),
                                    event.event().path("capturedAt")))
                    .orElse(Instant.EPOCH);
        } catch (MalformedItemException e) {
            return Instant.EPOCH;
        }
    }

    private boolean take(List<JsonNode> page) {
        page.stream().filter(LinkedInEvent::isOurs).forEach(events::add);
        return true;
    }

    /// The time to ask from is inclusive: what was processed at it comes again, and where nothing
    /// later comes with it, the end is reached.
    private Step<Page> page(LinkedInClient linkedIn, String next) {
        var start = next.isEmpty() ? Long.toString(from.toEpochMilli()) : next;
        var query =
                Map.of(
                        "q",
                        "memberAndApplication",
                        "startTime",
                        start,
                        "count",
                        Integer.toString(LENGTH));
        return linkedIn.events(query).then(answer -> page(answer, start));
    }

    private Step<Page> page(JsonNode answer, String start) {
        if (!answer.path("elements").isArray()) {
            return Step.refused("the answer has no list of events");
        }
        var found = List.copyOf(answer.path("elements").values());
        if (found.stream().anyMatch(event -> !textOrEmpty(event, "owner").equals(member))) {
            return Step.refused(OTHER_MEMBER);
        }
        found.stream()
                .flatMap(event -> LinkedInEvent.processed(event).stream())
                .filter(at -> at.isAfter(newest))
                .forEach(at -> newest = at);
        var reached = Long.toString(newest.toEpochMilli());
        return Step.go(new Page(found, isEnd(found, reached, start) ? null : reached));
    }

    private static boolean isEnd(List<JsonNode> found, String reached, String start) {
        return found.size() < LENGTH && reached.equals(start);
    }
}
