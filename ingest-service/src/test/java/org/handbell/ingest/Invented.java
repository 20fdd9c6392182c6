package org.handbell.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Item;
import org.jspecify.annotations.Nullable;

/// An invented account and what it posts.
public final class Invented {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
    public static final AccountEvent.Gates MET =
            new AccountEvent.Gates("DPIA-7", "abc123", "JCC minute 4", "person-9", "2017");
    public static final Coverage COVERAGE =
            new Coverage(
                    "scripted", Coverage.Proof.STUB, Map.of(), List.of(), null, "at once", null);

    private Invented() {}

    public static AccountEvent.Registered account(String id) {
        return account(id, MET, true, NOTICE, 1);
    }

    public static AccountEvent.Registered account(
            String id,
            AccountEvent.Gates gates,
            boolean approved,
            @Nullable LocalDate collectFrom,
            long revision) {
        return new AccountEvent.Registered(
                id,
                Platform.MASTODON,
                "@wren@" + id + ".example",
                AccountEvent.Kind.PERSONAL,
                "person-1",
                null,
                false,
                approved,
                gates,
                collectFrom,
                revision,
                NOON);
    }

    public static Item item(String postId, String text) {
        return item(postId, text, NOON.minusSeconds(3600));
    }

    public static Item item(String postId, String text, Instant postedAt) {
        return new Item(
                postId,
                Action.POST,
                null,
                null,
                postedAt,
                null,
                null,
                text,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                "{\"text\":\"" + text + "\"}");
    }

    public static Item item(String postId, List<Post.Media> media, List<String> links) {
        return new Item(
                postId,
                Action.POST,
                null,
                null,
                NOON,
                null,
                null,
                "look",
                null,
                media,
                links,
                null,
                List.of(),
                "{}");
    }
}
