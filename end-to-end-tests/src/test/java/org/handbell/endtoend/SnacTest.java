package org.handbell.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Shows that the fediverse server which other tests lean on makes, edits and deletes posts.
@TestInstance(Lifecycle.PER_CLASS)
class SnacTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Snac snac;

    @BeforeAll
    void startTheServer() {
        RealServers.require(Snac.missing());
        snac = Snac.start();
    }

    @AfterAll
    void stopTheServer() {
        if (snac != null) {
            snac.close();
        }
    }

    @Test
    void anEditKeepsTheUriAndSaysWhen() {
        var account = snac.createAccount("ada");
        var post = snac.createPost(account, "The choir sang well today.");

        var edited = snac.editPost(account, post, "The choir sang very well today.");

        assertThat(edited.uri()).isEqualTo(post.uri());
        await().atMost(SOON)
                .untilAsserted(() -> {
                    var seen = snac.listPosts("ada");
                    assertThat(seen).hasSize(1);
                    var only = seen.getFirst();
                    assertThat(only.path("uri").asString()).isEqualTo(post.uri());
                    assertThat(only.path("content").asString()).contains("very well");
                    assertThat(only.path("edited_at").asString()).isNotBlank();
                });
    }

    @Test
    void aDeletedPostIsGoneFromTheListAndNotFoundByItsAddress() {
        var account = snac.createAccount("bea");
        var post = snac.createPost(account, "Gone in a minute.");
        await().atMost(SOON).until(() -> snac.listPosts("bea").size() == 1);

        snac.deletePost(account, post);

        await().atMost(SOON).until(() -> snac.listPosts("bea").isEmpty());
        assertThat(snac.status(post)).isEqualTo(404);
    }
}
