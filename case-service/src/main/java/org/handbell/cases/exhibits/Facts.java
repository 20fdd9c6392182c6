package org.handbell.cases.exhibits;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.evidence.Exhibit;
import org.handbell.cases.evidence.Pointer;
import org.handbell.cases.exhibits.Evidence.Fact;
import org.handbell.cases.exhibits.Evidence.Link;
import org.handbell.cases.exhibits.Evidence.Place;
import org.handbell.contract.Coverage;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;

/// The facts of an exhibit in words: what was seen, when, by whom, and what could not be seen.
final class Facts {

    private static final double PER_CENT = 100;

    private final ZoneId zone;

    Facts(ZoneId zone) {
        this.zone = zone;
    }

    /// @param withheld whether nothing of what was posted may be shown
    Link link(Exhibit exhibit, @Nullable String before, boolean withheld) {
        return switch (exhibit.capture().kind()) {
            case POST -> post(exhibit, before, withheld);
            case CLEARED -> absence(exhibit, before, "The post was edited, and not kept any more");
            case DELETED -> absence(exhibit, before, "The post was deleted on the platform");
        };
    }

    Place place(Pointer pointer) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Post", pointer.postId()));
        add(facts, "Address (do not open it)", pointer.url());
        facts.add(new Fact("Platform", pointer.platform().name().toLowerCase(Locale.ROOT)));
        add(facts, "Posted in the group by", pointer.author());
        facts.add(new Fact("Posted, in UTC", pointer.postedAt().toString()));
        facts.add(new Fact("Seen, in UTC", pointer.capturedAt().toString()));
        facts.add(
                new Fact(
                        "How sure the machine was",
                        Math.round(pointer.score() * PER_CENT) + " in 100"));
        return new Place(List.copyOf(facts));
    }

    private Link absence(Exhibit exhibit, @Nullable String before, String title) {
        return new Link(
                exhibit.seq(),
                title,
                both(exhibit.recordedAt()),
                captured(exhibit),
                List.of(),
                List.of(),
                exhibit.chain(),
                before,
                null);
    }

    private Link post(Exhibit exhibit, @Nullable String before, boolean withheld) {
        var found = Json.mapper().readValue(exhibit.content(), Found.class);
        var post = found.post();
        var facts = new ArrayList<>(captured(exhibit));
        collected(facts, post);
        facts.add(new Fact("Judged by policy pack", found.packId()));
        return new Link(
                exhibit.seq(),
                post.editedAt() == null ? "The post as it was seen" : "The post, after an edit",
                both(exhibit.recordedAt()),
                List.copyOf(facts),
                withheld ? List.of() : words(post),
                post.coverage().cannotSee(),
                exhibit.chain(),
                before,
                withheld ? null : post.original());
    }

    private List<Fact> captured(Exhibit exhibit) {
        var capture = exhibit.capture();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Captured", both(capture.capturedAt())));
        facts.add(new Fact("Post", capture.postId()));
        facts.add(new Fact("Collector", capture.collector()));
        facts.add(new Fact("Source", capture.source()));
        add(facts, "SHA-256 of what was said", capture.contentHash());
        if (!capture.truncated().isEmpty()) {
            facts.add(new Fact("Cut, because too long", String.join(", ", capture.truncated())));
        }
        return facts;
    }

    private void collected(List<Fact> facts, Post post) {
        facts.add(new Fact("Posted", both(post.postedAt())));
        add(facts, "The platform's own time", post.platformTime());
        if (post.editedAt() != null) {
            facts.add(new Fact("Edited", both(post.editedAt())));
        }
        if (post.broughtIn()) {
            facts.add(new Fact("How it came here", "A person brought it in by hand"));
        }
        coverage(facts, post.coverage());
    }

    private static void coverage(List<Fact> facts, Coverage coverage) {
        facts.add(new Fact("Usual delay of the source", coverage.delay()));
        add(facts, "How far back it reads", coverage.history());
        add(facts, "Its terms on keeping copies", coverage.terms());
        facts.add(
                new Fact(
                        "The source was tried against",
                        switch (coverage.proven()) {
                            case LIVE -> "the live service";
                            case REAL_SERVER -> "a real server";
                            case STUB -> "a stand-in";
                        }));
    }

    private static List<Fact> words(Post post) {
        var words = new ArrayList<Fact>();
        add(words, "What was written", post.text());
        if (post.of() != null) {
            add(words, "What it answers or passes on", post.of().text());
        }
        for (var i = 0; i < post.media().size(); i++) {
            add(words, "Description of picture " + (i + 1), post.media().get(i).alt());
            add(words, "Words legible in picture " + (i + 1), post.media().get(i).ocr());
        }
        return List.copyOf(words);
    }

    private static void add(List<Fact> facts, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            facts.add(new Fact(label, words));
        }
    }

    /// At the school, and in UTC, as a court asks for it.
    private String both(Instant at) {
        return Words.time(at, zone) + " (" + at + ")";
    }
}
