package org.handbell.ingest.source.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;

/// A member who consented to compliance events.
class LinkedInEventsTest extends SourceContract {

    private static final String EVERYONE = "PUBLIC";

    @Override
    protected StubPlatform platform(StubServer server) {
        return new LinkedInEventsStub(server);
    }

    private LinkedInEventsStub stub() {
        return (LinkedInEventsStub) platform;
    }

    @Test
    void messagesAndTheRestOfAMembersLifeArePassedOver() {
        stub().event("messages", "CREATE", "1", Map.of("activity", Map.of("text", "private")));
        stub().event("people", "UPDATE", "2", Map.of());
        platform.post("hello", NOON);

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::text).containsExactly("hello");
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void whatIsForConnectionsOrInAGroupIsNotCollected() {
        var connections = LinkedInEventsStub.activity("urn:li:ugcPost:1", "friends", NOON);
        connections.put("visibility", visible("CONNECTIONS"));
        var group = LinkedInEventsStub.activity("urn:li:ugcPost:2", "group", NOON);
        group.put("containerEntity", "urn:li:group:5");
        stub().event("ugcPosts", "CREATE", "urn:li:ugcPost:1", Map.of("activity", connections));
        stub().event("ugcPosts", "CREATE", "urn:li:ugcPost:2", Map.of("activity", group));

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
    }

    @Test
    void aCommentIsCollectedWhereThePostItIsUnderIsForEveryone() {
        comment("1", EVERYONE, "well done");
        comment("2", "CONNECTIONS", "between friends");
        comment("3", "", "who knows where");

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.action()).isEqualTo(Action.COMMENT);
                    assertThat(item.text()).isEqualTo("well done");
                    assertThat(item.postId()).isEqualTo("urn:li:comment:(urn:li:ugcPost:5,1)");
                    assertThat(item.original()).doesNotContain("Wren");
                });
    }

    @Test
    void aLikeIsCollectedWithWhatWasLikedButNotItsWords() {
        var uri = "/socialActions/urn:li:ugcPost:5/likes/" + LinkedInEventsStub.MEMBER;
        stub().event(
                        "socialActions/likes",
                        "CREATE",
                        LinkedInEventsStub.MEMBER,
                        Map.of(
                                "resourceUri",
                                uri,
                                "activity",
                                Map.of("object", "urn:li:ugcPost:5", "created", time()),
                                "processedActivity",
                                under(EVERYONE)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.LIKE);
        assertThat(item.postId())
                .isEqualTo("urn:li:like:(" + LinkedInEventsStub.MEMBER + ",urn:li:ugcPost:5)");
        assertThat(item.text()).isEmpty();
    }

    @Test
    void anEditThatHoldsAPartAloneLeavesWhatWasKnown() {
        var post = platform.post("hello", NOON);
        stub().event("ugcPosts", "PARTIAL_UPDATE", post, Map.of("activity", Map.of("id", post)));

        assertThat(only(null).text()).isEqualTo("hello");
    }

    @Test
    void whatNoEventTellsOfIsNotGone() {
        assertThat(source.presence(platform.account(), "urn:li:ugcPost:1"))
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void manyEventsOfOneMillisecondAreNotReadForEver() {
        IntStream.range(0, 120)
                .forEach(i ->
                        stub().event(
                                        "messages",
                                        "CREATE",
                                        "m" + i,
                                        Map.of("processedAt", NOON.toEpochMilli())));

        assertThat(fetched(null, Depth.SWEEP).complete()).isFalse();
        assertThat(server.asked()).hasSizeLessThan(5);
    }

    @Test
    void betweenSweepsEventsAreAskedForFromTheNewestOn() {
        platform.post("hello", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        fetched(position, Depth.NEWEST);

        assertThat(server.asked().getFirst().query("startTime"))
                .isEqualTo(
                        Long.toString(
                                LinkedInStub.CLOCK
                                        .instant()
                                        .minus(LinkedInHistory.REACH)
                                        .toEpochMilli()));
        assertThat(server.asked().getLast().query("startTime")).isEqualTo("1793520000000");
    }

    @Test
    void likesAreDeclaredOnlyWhereAMemberIsRead() {
        assertThat(source.coverage().sees(Coverage.Kind.LIKES)).isEqualTo(Coverage.Sight.PARTLY);
        assertThat(new LinkedInStub(server).source(web).coverage().sees(Coverage.Kind.LIKES))
                .isEqualTo(Coverage.Sight.NO);
    }

    @Test
    void aMemberIsAskedForWithTheirOwnToken() {
        var tokens = Map.of(LinkedInEventsStub.MEMBER, "own-token", "", "another-token");
        try (var closed = Webs.giving(server.hostPort(), tokens)) {
            platform.source(closed).fetch(platform.account(), null, Depth.SWEEP);
        }

        assertThat(server.asked())
                .singleElement()
                .extracting(asked -> asked.header("authorization"))
                .isEqualTo("Bearer own-token");
    }

    /// Else one member's posts would be told as another's.
    @Test
    void theEventsOfAnotherMemberAreRefused() {
        platform.post("hello", NOON);
        stub().event("messages", "CREATE", "1", Map.of("owner", "urn:li:person:Wren"));

        assertThat(refusal()).startsWith("the access token belongs to another member");
        assertThat(source.presence(platform.account(), "urn:li:ugcPost:9000"))
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void anApplicationThatIsNotApprovedIsRefusedNamingThePermission() {
        platform.answerListWith(_ -> Answer.status(403));

        assertThat(refusal()).contains("r_compliance");
    }

    private void comment(String id, String visibility, String text) {
        var activity =
                Map.of(
                        "id",
                        id,
                        "actor",
                        LinkedInEventsStub.MEMBER,
                        "object",
                        "urn:li:ugcPost:5",
                        "created",
                        time(),
                        "message",
                        Map.of("text", text));
        stub().event(
                        "socialActions/comments",
                        "CREATE",
                        id,
                        Map.of(
                                "resourceUri",
                                "/socialActions/urn:li:ugcPost:5/comments/" + id,
                                "activity",
                                activity,
                                "processedActivity",
                                under(visibility)));
    }

    private static Map<String, Object> under(String visibility) {
        var post = new HashMap<String, Object>(Map.of("author~", Map.of("firstName", "Wren")));
        if (!visibility.isEmpty()) {
            post.put("visibility", visible(visibility));
        }
        return Map.of("object~", post, "attributes", List.of());
    }

    private static Map<String, Object> visible(String to) {
        return Map.of("com.linkedin.ugc.MemberNetworkVisibility", to);
    }

    private static Map<String, Object> time() {
        return Map.of("time", NOON.toEpochMilli());
    }
}
