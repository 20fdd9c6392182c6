package org.handbell.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Shows that the network which the other tests lean on does what Bluesky does.
@TestInstance(Lifecycle.PER_CLASS)
class BlueskyNetworkTest {

    private BlueskyNetwork network;

    @BeforeAll
    void startTheNetwork() {
        RealServers.require(BlueskyNetwork.missing());
        network = BlueskyNetwork.start();
    }

    @AfterAll
    void stopTheNetwork() {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void aHandleLeadsToTheServerThatHoldsItsPosts() {
        var account = network.createAccount("ada-field.test");

        var did = network.resolveHandle("ada-field.test");

        assertThat(did).isEqualTo(account.did());
        assertThat(network.document(did).path("service").path(0).path("serviceEndpoint").asString())
                .isEqualTo(network.pds().toString());
    }

    @Test
    void anEditKeepsTheAddressAndChangesTheContentId() {
        var account = network.createAccount("bea-marsh.test");
        var uri = network.createPost(account, "The choir sang well today.");
        var before = network.getPost(uri).path("cid").asString();

        network.editPost(account, uri, "The choir sang very well today.");

        var after = network.listPosts(account.did());
        assertThat(after).hasSize(1);
        assertThat(after.getFirst().path("uri").asString()).isEqualTo(uri);
        assertThat(after.getFirst().path("cid").asString()).isNotEqualTo(before);
        assertThat(after.getFirst().path("value").path("text").asString())
                .isEqualTo("The choir sang very well today.");
    }

    @Test
    void aDeletedPostIsGoneFromTheListAndNotFoundByItsAddress() {
        var account = network.createAccount("cal-heath.test");
        var uri = network.createPost(account, "Gone in a minute.");
        var kept = network.createPost(account, "Stays.");

        network.deletePost(account, uri);

        assertThat(network.listPosts(account.did()))
                .extracting(post -> post.path("uri").asString())
                .containsExactly(kept);
        assertThatIllegalStateException()
                .isThrownBy(() -> network.getPost(uri))
                .withMessageContaining("RecordNotFound");
    }
}
