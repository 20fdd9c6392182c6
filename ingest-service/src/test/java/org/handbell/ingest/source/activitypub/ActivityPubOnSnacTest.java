package org.handbell.ingest.source.activitypub;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.mastodon.Snac;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the source against a real snac2, whose outbox is one collection without pages.
class ActivityPubOnSnacTest {

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
                .until(() -> source().fetch(account(), null, Depth.SWEEP) instanceof Fetched);
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
    void theOutboxIsReadAndReadingGoesOn() {
        server().post(ROBIN, "Choir at *four*. https://choir.example.org/");
        var first = fetched(null, Depth.SWEEP);
        server().post(ROBIN, "Rain & wind");
        var second = fetched(first.position(), Depth.NEWEST);

        assertThat(first.rejected()).isEmpty();
        assertThat(first.items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.text()).startsWith("Choir at").contains("four");
                    assertThat(item.links()).containsExactly("https://choir.example.org/");
                    assertThat(item.postId()).startsWith(server().profile(ROBIN) + "/p/");
                });
        assertThat(second.items()).extracting(Item::text).contains("Rain & wind");
    }

    @Test
    void presenceIsSeenAtThePostsOwnAddress() {
        server().post(ROBIN, "Here");
        var id = fetched(null, Depth.SWEEP).items().getFirst().postId();

        assertThat(source().presence(account(), id)).isEqualTo(Presence.THERE);
        assertThat(source().presence(account(), id + "9")).isEqualTo(Presence.GONE);
    }

    private Snac server() {
        return requireNonNull(snac);
    }

    private ActivityPubSource source() {
        return new ActivityPubSource(requireNonNull(web), Clock.systemUTC());
    }

    private Registered account() {
        return Accounts.at(Platform.MASTODON, "acct:" + ROBIN + "@" + server().hostPort());
    }

    private Fetched fetched(@Nullable String position, Depth depth) {
        return (Fetched) source().fetch(account(), position, depth);
    }
}
