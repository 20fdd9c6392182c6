package org.handbell.ingest.source.activitypub;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs the source against a server that a library of others makes: WebFinger, actor, pages.
class ActivityPubOnFedifyTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private @Nullable Fedify fedify;
    private @Nullable PoliteWeb web;

    @BeforeEach
    void start() {
        var missing = Fedify.missing();
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        fedify = Fedify.start();
        web = Webs.patient(fedify.hostPort());
    }

    @AfterEach
    void stop() {
        if (web != null) {
            web.close();
        }
        if (fedify != null) {
            fedify.close();
        }
    }

    @Test
    void anActorIsFoundByNameAndAllPagesAreRead() {
        IntStream.range(0, 12)
                .forEach(i ->
                        server().post("<p>Number " + i + "</p>", NOON.plusSeconds(i), "a cup"));
        var name = account("acct:robin@" + server().hostPort());

        var fetched = (Fetched) source().fetch(name, null, Depth.SWEEP);

        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.complete()).isTrue();
        assertThat(fetched.items())
                .hasSize(12)
                .first()
                .satisfies(item -> {
                    assertThat(item.text()).isEqualTo("Number 11");
                    assertThat(item.postId()).endsWith("/people/robin/notes/11");
                    assertThat(item.postedAt()).isEqualTo(NOON.plusSeconds(11));
                    assertThat(item.media())
                            .singleElement()
                            .extracting(Post.Media::alt)
                            .isEqualTo("a cup");
                });
    }

    @Test
    void theOnlyPostOfAPageIsReadThoughItStandsInNoList() {
        server().post("<p>Alone</p>", NOON, "");

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::text)
                .containsExactly("Alone");
    }

    @Test
    void readingGoesOnAndAnEditIsSeenUnderTheSameId() {
        int first = server().post("<p>before</p>", NOON, "");
        var position = fetched(null, Depth.SWEEP).position();
        server().edit(first, "<p>after</p>", NOON.plusSeconds(30));
        server().post("<p>second</p>", NOON.plusSeconds(60), "");

        var items = fetched(position, Depth.NEWEST).items();

        assertThat(items).extracting(Item::text).containsExactly("second", "after");
        assertThat(items.getLast().editedAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void aShareBringsTheWordsOfWhatWasShared() {
        int first = server().post("<p>Choir at four</p>", NOON, "");
        server().share(first, NOON.plusSeconds(60));

        var share = fetched(null, Depth.SWEEP).items().getFirst();

        assertThat(share.action()).isEqualTo(Action.SHARE);
        assertThat(requireNonNull(share.of()).text()).isEqualTo("Choir at four");
        assertThat(share.of().author()).isEqualTo(server().actor());
    }

    @Test
    void aDeletedPostIsGone() {
        int kept = server().post("<p>kept</p>", NOON, "");
        int deleted = server().post("<p>deleted</p>", NOON.plusSeconds(60), "");
        var ids = fetched(null, Depth.SWEEP).items().stream().map(Item::postId).toList();
        server().delete(deleted);

        var left = fetched(null, Depth.SWEEP);

        assertThat(left.items()).extracting(Item::postId).containsExactly(ids.getLast());
        assertThat(source().presence(account(server().actor()), ids.getFirst()))
                .isEqualTo(Presence.GONE);
        assertThat(source().presence(account(server().actor()), ids.getLast()))
                .isEqualTo(Presence.THERE);
        assertThat(ids.getLast()).endsWith("/" + kept);
    }

    private Fedify server() {
        return requireNonNull(fedify);
    }

    private ActivityPubSource source() {
        return new ActivityPubSource(requireNonNull(web), Clock.systemUTC());
    }

    private static Registered account(String address) {
        return Accounts.at(Platform.MASTODON, address);
    }

    private Fetched fetched(@Nullable String position, Depth depth) {
        return (Fetched) source().fetch(account(server().actor()), position, depth);
    }
}
