package org.handbell.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Ids;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;

/// Posts of about two hundred characters: sentences of the corpus in new company, with the fields
/// and the names that posts have. Each mention of a pupil is of one of the first names of the
/// register, so that the same posts go with registers of any size.
final class InventedPosts {

    private static final int LONG_ENOUGH = 170;
    private static final int BREACHING_PERCENT = 3;
    private static final int PUPIL_PERCENT = 2;
    private static final int CONTACT_PERCENT = 1;
    private static final int PICTURE_PERCENT = 15;
    private static final int SHARED_PERCENT = 12;
    private static final int LINK_PERCENT = 15;
    private static final int KNOWN = 500;

    private static final Instant FROM = Instant.parse("2026-11-02T05:00:00Z");
    private static final Coverage COVERAGE =
            new Coverage("benchmark", Coverage.Proof.STUB, Map.of(), List.of(), null, "none", null);

    private final CorpusTexts texts;
    private final InventedTrust trust;
    private final Random chance;

    InventedPosts(CorpusTexts texts, InventedTrust trust, long seed) {
        this.texts = texts;
        this.trust = trust;
        this.chance = new Random(seed);
    }

    List<Post> posts(int count) {
        var posts = new ArrayList<Post>(count);
        for (var i = 0; i < count; i++) {
            posts.add(post(i));
        }
        return posts;
    }

    private Post post(int number) {
        var text = text();
        var account = trust.accounts().get(chance.nextInt(trust.accounts().size()));
        var of = of();
        var at = FROM.plus(Duration.ofMinutes(chance.nextInt(20 * 24 * 60)));
        var id = "https://social.example/" + number;
        return new Post(
                id,
                Ids.observation(id, text),
                account.accountId(),
                account.platform(),
                of == null ? Action.POST : Action.values()[number % Action.values().length],
                null,
                id,
                at,
                null,
                null,
                at,
                text,
                "en",
                percent(PICTURE_PERCENT) ? List.of(picture()) : List.of(),
                percent(LINK_PERCENT) ? List.of("https://news.example/story/" + number) : List.of(),
                of,
                List.of(),
                Ids.derive("content", text),
                null,
                List.of(),
                COVERAGE,
                false);
    }

    private String text() {
        var text = new StringBuilder();
        while (text.length() < LONG_ENOUGH) {
            text.append(text.isEmpty() ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    private String sentence() {
        if (percent(PUPIL_PERCENT)) {
            var number = chance.nextInt(Math.min(KNOWN, trust.pupils().size()));
            return percent(50)
                    ? trust.pupils().get(number) + " was there as well."
                    : "A word about " + InventedTrust.form(number) + " and their project.";
        }
        if (percent(CONTACT_PERCENT)) {
            return percent(50)
                    ? "My number is 07700 900" + (100 + chance.nextInt(900)) + ", ring me."
                    : "We live at 14 Tollgate Road, come round.";
        }
        return whole(percent(BREACHING_PERCENT) ? texts.breaching() : texts.innocent());
    }

    private String whole(List<String> sentences) {
        var sentence = sentences.get(chance.nextInt(sentences.size()));
        return sentence.length() > LONG_ENOUGH ? sentence.substring(0, LONG_ENOUGH) : sentence;
    }

    private Post.Media picture() {
        var words = percent(30) ? sentence() : null;
        return new Post.Media(
                Post.MediaType.IMAGE, null, "A photograph. " + sentence(), words, List.of(), false);
    }

    private Post.@Nullable Engaged of() {
        return percent(SHARED_PERCENT)
                ? new Post.Engaged("@somebody" + chance.nextInt(100), sentence(), null)
                : null;
    }

    private boolean percent(int share) {
        return chance.nextInt(100) < share;
    }
}
