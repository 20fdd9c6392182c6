package org.handbell.ingest.source.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.rss.RealFeed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the sources against a server that others wrote: statuses by the Mastodon API, and the same
/// account's RSS feed.
class MastodonOnSnacTest {

    private static final String ROBIN = "robin";

    @TempDir Path folder;

    private @Nullable Snac snac;
    private @Nullable PoliteWeb web;

    @BeforeEach
    void start() {
        var program = Snac.program();
        Assumptions.assumeTrue(
                program.isPresent(), "snac2 is not installed (Debian: snac2, from backports)");
        snac = Snac.start(program.get(), folder, ROBIN);
        web = Webs.patient(snac.hostPort());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> source().fetch(account(), null, Depth.NEWEST) instanceof Fetched);
    }

    @AfterEach
    void stop() {
        if (web != null) {
            web.close();
        }
        if (snac != null) {
            snac.close();
        }
    }

    @Test
    void statusesAreReadAndReadingGoesOn() {
        snac().post(ROBIN, "Choir at *four*. https://choir.example.org/");
        var first = fetched(null, Depth.SWEEP);
        snac().post(ROBIN, "Rain & wind");
        var second = fetched(first.position(), Depth.NEWEST);

        assertThat(first.items()).hasSize(1);
        var item = first.items().getFirst();
        assertThat(item.action()).isEqualTo(Action.POST);
        assertThat(item.text()).startsWith("Choir at").contains("four");
        assertThat(item.links()).containsExactly("https://choir.example.org/");
        assertThat(item.postId()).startsWith(snac().profile(ROBIN) + "/p/");
        assertThat(first.rejected()).isEmpty();
        assertThat(first.complete()).isTrue();
        assertThat(second.items()).extracting(Item::text).contains("Rain & wind");
    }

    @Test
    void aSweepOverMoreThanAPageDoesNotRepeatItself() {
        for (int i = 0; i < 45; i++) {
            snac().post(ROBIN, "number " + i);
        }

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::postId)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void presenceIsSeenAtThePostsOwnAddress() {
        snac().post(ROBIN, "Here");
        var id = fetched(null, Depth.SWEEP).items().getFirst().postId();

        assertThat(source().presence(account(), id)).isEqualTo(Presence.THERE);
        assertThat(source().presence(account(), id + "9")).isEqualTo(Presence.GONE);
    }

    @Test
    void theSameAccountsFeedIsReadAsWell() {
        snac().post(ROBIN, "Choir at four");

        var fetched = RealFeed.read(web(), snac().profile(ROBIN) + ".rss");

        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.items())
                .singleElement()
                .extracting(Item::text)
                .asString()
                .contains("Choir at four");
    }

    private Snac snac() {
        return java.util.Objects.requireNonNull(snac);
    }

    private PoliteWeb web() {
        return java.util.Objects.requireNonNull(web);
    }

    private MastodonSource source() {
        return new MastodonSource(web(), Clock.systemUTC());
    }

    private Registered account() {
        return Accounts.at(Platform.MASTODON, snac().profile(ROBIN));
    }

    private Fetched fetched(@Nullable String position, Depth depth) {
        return (Fetched) source().fetch(account(), position, depth);
    }
}
