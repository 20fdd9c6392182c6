package org.handbell.standalone.welcome;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;

/// The ways of the newest posts, put together from what passes on the topics.
public final class Ways {

    /// How many posts are remembered.
    public static final int KEPT = 50;

    private static final int CASES_KEPT = 500;

    private final Map<String, Way> byPost = new Bounded<>(KEPT);
    private final Map<String, String> postOfCase = new Bounded<>(CASES_KEPT);
    private final Map<String, Instant> alerts = new Bounded<>(CASES_KEPT);
    private final Map<String, Instant> deliveries = new Bounded<>(CASES_KEPT);
    private int seen;

    /// The newest first.
    public synchronized List<Way> newestFirst() {
        return byPost.values().stream()
                .sorted(Comparator.comparingInt(Way::number).reversed())
                .toList();
    }

    synchronized void posted(PostEvent event) {
        switch (event) {
            case PostEvent.Observed(Post post) -> begin(post);
            case PostEvent.Edited(Post post) -> begin(post);
            case PostEvent.Withdrawn withdrawn -> change(withdrawn.postId(), Way::withdrawn);
        }
    }

    synchronized void found(FindingEvent event) {
        switch (event) {
            case FindingEvent.Found found -> change(found.postId(), way -> judged(way, found));
            case FindingEvent.Cleared cleared ->
                    change(cleared.postId(), way -> way.judged(cleared.at(), List.of(), null));
            case FindingEvent.Withdrawn ignored -> {}
            case FindingEvent.NotJudged ignored -> {}
        }
    }

    /// Posts whose claims are known and whose case is not.
    synchronized Set<String> withoutCase() {
        return byPost.entrySet().stream()
                .filter(entry -> !entry.getValue().clauses().isEmpty())
                .filter(entry -> entry.getValue().reference() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void opened(String caseId, String postId, String reference, Instant at) {
        postOfCase.put(caseId, postId);
        change(postId, way -> way.inCase(reference, at));
        meet(caseId);
    }

    synchronized void alerted(AlertEvent event) {
        if (event instanceof AlertEvent.Raised || event instanceof AlertEvent.Regraded) {
            alerts.putIfAbsent(event.caseId(), event.at());
            meet(event.caseId());
        }
    }

    synchronized void delivered(DeliveryEvent event) {
        if (event instanceof DeliveryEvent.Delivered) {
            deliveries.putIfAbsent(event.caseId(), event.at());
            meet(event.caseId());
        }
    }

    private void begin(Post post) {
        byPost.computeIfAbsent(
                post.postId(),
                id -> {
                    seen++;
                    var platform = post.platform().name().toLowerCase(Locale.ROOT);
                    return Way.begin(seen, platform, post.postedAt(), post.capturedAt());
                });
    }

    private static Way judged(Way way, FindingEvent.Found found) {
        var clauses = found.findings().stream().map(Finding::clause).distinct().sorted().toList();
        var gravest =
                found.findings().stream().map(Finding::severity).max(Comparator.naturalOrder());
        return way.judged(
                found.judgedAt(), clauses, gravest.map(severity -> severity.tier()).orElse(null));
    }

    /// The topics are read side by side, so a case may become known before or after its alert.
    private void meet(String caseId) {
        var postId = postOfCase.get(caseId);
        if (postId == null) {
            return;
        }
        var alerted = alerts.get(caseId);
        if (alerted != null) {
            change(postId, way -> way.alerted(alerted));
        }
        var delivered = deliveries.get(caseId);
        if (delivered != null) {
            change(postId, way -> way.delivered(delivered));
        }
    }

    private void change(String postId, UnaryOperator<Way> change) {
        byPost.computeIfPresent(postId, (id, way) -> change.apply(way));
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int bound;

        Bounded(int bound) {
            this.bound = bound;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > bound;
        }
    }
}
