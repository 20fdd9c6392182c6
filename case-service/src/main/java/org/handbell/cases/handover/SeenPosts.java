package org.handbell.cases.handover;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.evidence.Exhibit;
import org.handbell.cases.handover.Contents.Entry;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.wire.Json;

/// What was captured, in words, each with what proves it. Pictures are not in it.
final class SeenPosts {

    /// Clauses whose marked words say who a pupil is.
    private static final Set<String> ABOUT_PUPILS = Set.of("E3", "E4", "E5", "C1");

    private final List<Exhibit> exhibits;
    private final ZoneId zone;

    SeenPosts(List<Exhibit> exhibits, ZoneId zone) {
        this.exhibits = exhibits;
        this.zone = zone;
    }

    List<Entry> entries() {
        return exhibits.stream().map(this::entry).toList();
    }

    /// Words by which a machine thought to know a pupil.
    Set<String> pupilWords() {
        return exhibits.stream()
                .filter(exhibit -> exhibit.content().length > 0)
                .map(SeenPosts::found)
                .flatMap(found -> found.findings().stream().flatMap(f -> marked(found, f)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> marked(Found found, Finding finding) {
        var text = found.post().text();
        return ABOUT_PUPILS.contains(finding.clause())
                ? finding.spans().stream()
                        .filter(span -> span.field().equals("text"))
                        .filter(span ->
                                0 <= span.start()
                                        && span.start() < span.end()
                                        && span.end() <= text.length())
                        .map(span -> text.substring(span.start(), span.end()))
                : Stream.empty();
    }

    private Entry entry(Exhibit exhibit) {
        return switch (exhibit.capture().kind()) {
            case POST -> post(exhibit, found(exhibit));
            case CLEARED ->
                    bare(exhibit, "Edited: what it says now has no findings and was not kept");
            case DELETED -> bare(exhibit, "Deleted on the platform");
        };
    }

    private static Found found(Exhibit exhibit) {
        return Json.mapper().readValue(exhibit.content(), Found.class);
    }

    private Entry bare(Exhibit exhibit, String title) {
        return new Entry(exhibit.seq() + ". " + title, seen(exhibit), proof(exhibit));
    }

    private Entry post(Exhibit exhibit, Found found) {
        var post = found.post();
        var words = new ArrayList<String>();
        words.add("Posted: " + Words.time(post.postedAt(), zone));
        words.add(post.text());
        if (post.of() != null && post.of().text() != null) {
            words.add("What it answers or passes on:\n" + post.of().text());
        }
        found.findings().stream().map(SeenPosts::claim).forEach(words::add);
        words.add("What this source cannot see: " + String.join(" ", post.coverage().cannotSee()));
        words.add(proof(exhibit));
        return new Entry(
                exhibit.seq()
                        + ". "
                        + Words.action(post.action())
                        + " on "
                        + Words.platform(post.platform()),
                seen(exhibit),
                String.join("\n\n", words));
    }

    private static String claim(Finding finding) {
        return "A machine claims: clause %s. %s (It is %s.)"
                .formatted(finding.clause(), finding.why(), Words.confidence(finding.confidence()));
    }

    private String seen(Exhibit exhibit) {
        return "Seen " + Words.time(exhibit.capture().capturedAt(), zone);
    }

    private static String proof(Exhibit exhibit) {
        var capture = exhibit.capture();
        return "Captured (UTC): %s\nCollector: %s, source: %s\nPost: %s\nContent, SHA-256: %s\nChain, SHA-256: %s"
                .formatted(
                        capture.capturedAt(),
                        capture.collector(),
                        capture.source(),
                        capture.postId(),
                        capture.contentHash() == null
                                ? "nothing left to hash"
                                : capture.contentHash(),
                        exhibit.chain());
    }
}
