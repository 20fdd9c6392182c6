package org.handbell.ingest.source.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Fetch.TryLater;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.OddJson;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscourseSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new DiscourseStub(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.example.org/posts.json",
                "https://example.org/forum/posts.json",
                "https://forum.example.org/t/hens/123",
                "https://forum.example.org/t/123.json",
                "https://forum.example.org/u/robin",
                "https://forum.example.org/user_actions.json?username=robin&filter=4,5"
            })
    void theAddressOfTheInterfaceIsRead(String address) {
        assertThat(source.reads(Accounts.at(Platform.FORUM, address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.example.org/",
                "https://forum.example.org/latest.rss",
                "https://forum.example.org/u/robin/activity.rss",
                "https://forum.example.org/app.php/feed/forum/4",
                "https://forum.example.org/topic/12.rss",
                "https://[/posts.json"
            })
    void feedsAreLeftToTheFeeds(String address) {
        assertThat(source.reads(Accounts.at(Platform.FORUM, address))).isFalse();
    }

    @Test
    void anOpeningPostHasTheTitleAndAReplyHasNot() {
        stub().add(NOON, Map.of("cooked", "<p>Who feeds them?</p>", "post_number", 1));
        stub().add(
                        NOON.plusSeconds(60),
                        Map.of(
                                "cooked", "<p>I do.</p>",
                                "username", "sam",
                                "reply_to_user", Map.of("username", "robin")));

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items)
                .extracting(Item::action, Item::author, Item::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Action.REPLY, "sam", "I do."),
                        org.assertj.core.groups.Tuple.tuple(
                                Action.POST, "robin", "Hens\n\nWho feeds them?"));
        assertThat(items.getFirst().of()).isEqualTo(new Post.Engaged("robin", "", null));
        assertThat(items.getLast().of()).isNull();
        assertThat(items.getLast().url()).isEqualTo(server.url("/t/7/1"));
    }

    @Test
    void quotedAndPreviewedWordsAreNotTheWriters() {
        stub().add(
                        NOON,
                        Map.of(
                                "cooked",
                                """
                                <aside class="quote" data-username="sam"><div class="title">sam:</div>
                                <blockquote><p>They are useless</p></blockquote></aside>
                                <p>No. See <img class="emoji" alt=":egg:" src="/e.png"></p>
                                <aside class="onebox" data-onebox-src="https://eggs.example.org/">
                                <article><h3>Eggs today</h3></article></aside>
                                """));

        var item = only(null);

        assertThat(item.text()).isEqualTo("Hens\n\nNo. See :egg:\n\nhttps://eggs.example.org/");
        assertThat(item.links()).containsExactly("https://eggs.example.org/");
        assertThat(item.of()).isEqualTo(new Post.Engaged("sam", "They are useless", null));
    }

    @Test
    void aPollBringsItsOptions() {
        var options = List.of(Map.of("id", "a", "html", "Oats &amp; peas"), Map.of("html", "Corn"));
        stub().add(
                        NOON,
                        Map.of(
                                "cooked",
                                "<p>Vote</p><div class='poll'><div class='poll-info'>0 voters</div></div>",
                                "post_number",
                                1,
                                "polls",
                                List.of(Map.of("name", "poll", "options", options))));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.pollOptions()).containsExactly("Oats & peas", "Corn");
        assertThat(item.text()).isEqualTo("Hens\n\nVote");
    }

    @Test
    void onlyANewVersionIsAnEdit() {
        var post = stub().post("before", NOON);
        var untouched = only(null).editedAt();
        stub().edit(post, "after");

        assertThat(untouched).isNull();
        assertThat(only(null).editedAt()).isEqualTo("2026-11-03T08:00:00Z");
    }

    @Test
    void aPostThatItsAuthorTookBackIsGone() {
        var post = stub().post("hasty", NOON);
        stub().takeBack(post);

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.GONE);
    }

    @Test
    void numbersThatStrangersDoNotSeeAreNotTheEnd() {
        var old = stub().post("old", NOON);
        stub().skip(130);
        var young = stub().post("young", NOON.plusSeconds(60));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::postId).containsExactly(young, old);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void whatIsNewIsReadNoFurtherThanTheReadingBefore() {
        IntStream.range(0, 120).forEach(i -> stub().post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.SWEEP).position();
        var before = server.asked().size();
        var post = stub().post("new", NOON.plusSeconds(900));

        assertThat(fetched(position, Depth.NEWEST).items()).extracting(Item::postId).contains(post);
        assertThat(server.asked()).hasSize(before + 1);
    }

    @Test
    void aTopicIsReadBeyondItsFirstPosts() {
        var ids =
                IntStream.range(0, 45)
                        .mapToObj(i -> stub().post("number " + i, NOON.plusSeconds(i)))
                        .toList();
        var account = stub().account("/t/hens/7", Kind.OFFICIAL);

        var fetched = (Fetched) source.fetch(account, null, Depth.SWEEP);
        var newest = stub().post("new", NOON.plusSeconds(900));
        var next = (Fetched) source.fetch(account, fetched.position(), Depth.NEWEST);

        assertThat(fetched.items())
                .extracting(Item::postId)
                .containsExactlyElementsOf(ids.reversed());
        assertThat(fetched.complete()).isTrue();
        assertThat(next.items()).extracting(Item::postId).contains(newest);
    }

    @Test
    void ofAPersonOnlyTheirOwnPostsAreReadInFull() {
        var first = stub().post("long words", NOON);
        stub().add(NOON.plusSeconds(30), Map.of("username", "sam", "cooked", "<p>mine</p>"));
        var account = stub().account("/u/robin", Kind.PERSONAL);

        var fetched = (Fetched) source.fetch(account, null, Depth.SWEEP);
        var second = stub().post("more", NOON.plusSeconds(60));
        var next = (Fetched) source.fetch(account, fetched.position(), Depth.NEWEST);

        assertThat(fetched.items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.postId()).isEqualTo(first);
                    assertThat(item.text()).isEqualTo("Hens\n\nlong words");
                    assertThat(item.author()).isNull();
                });
        assertThat(fetched.complete()).isTrue();
        assertThat(next.items()).extracting(Item::postId).contains(second);
    }

    @Test
    void aTopicThatWasClosedMeanwhileLeavesTheReadingOpen() {
        stub().post("words", NOON);
        server.on("/t/7/posts.json", Answer.status(403));
        var account = stub().account("/u/robin", Kind.PERSONAL);

        var fetched = (Fetched) source.fetch(account, null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void troubleWithATopicDoesNotMoveThePosition() {
        stub().post("words", NOON);
        server.on("/t/7/posts.json", Answer.status(500));

        assertThat(source.fetch(stub().account("/u/robin", Kind.PERSONAL), null, Depth.NEWEST))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void aWholeForumIsNobodysPersonalAccount() {
        var fetch = source.fetch(stub().account("/posts.json", Kind.PERSONAL), null, Depth.SWEEP);

        assertThat(fetch).isInstanceOf(Refused.class).asString().contains("/u/name");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void patienceAskedForInTheBodyIsHeeded() {
        platform.answerListWith(_ ->
                Answer.json(
                                "{\"errors\":[\"slow down\"],\"error_type\":\"rate_limit\","
                                        + "\"extras\":{\"wait_seconds\":39}}")
                        .withStatus(429));

        assertThat(fetch(null, Depth.NEWEST))
                .isEqualTo(new TryLater(Duration.ofSeconds(39), "the platform answered 429"));
    }

    @Test
    void anOddRecordIsReadOrCalledMalformed() {
        var address =
                new DiscourseAddress("https://f.example.org", DiscourseAddress.Part.FORUM, "");
        OddJson.each(
                """
                {"id": 7, "username": "robin", "created_at": "2026-11-02T12:00:00.000Z",
                 "updated_at": "2026-11-02T12:30:00.000Z", "version": 2, "topic_id": 3,
                 "cooked": "<aside class='quote' data-username='s'><blockquote>q</blockquote></aside>b",
                 "topic_title": "A", "post_number": 1, "user_deleted": false, "hidden": false,
                 "deleted_at": null, "reply_to_user": {"username": "sam"},
                 "polls": [{"options": [{"html": "<b>x</b>"}]}]}
                """,
                post -> new DiscourseRecord(address, true).read(post, null));
    }

    private DiscourseStub stub() {
        return (DiscourseStub) platform;
    }
}
