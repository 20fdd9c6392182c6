package org.handbell.ingest.source.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.source.graph.GraphContract;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An account that gave its own token.
class ThreadsSourceTest extends GraphContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new ThreadsStub(server, false);
    }

    private ThreadsStub stub() {
        return (ThreadsStub) platform;
    }

    /// One page of each of its two lists.
    @Override
    @Test
    protected void betweenSweepsOnePageIsEnough() {
        IntStream.range(0, platform.pageSize() * 2)
                .forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        stub().replies(List.of(reply("18100000000000001", "No")));
        var position = fetched(null, Depth.NEWEST).position();
        var sofar = server.asked().size();

        platform.post("new", NOON.plusSeconds(900));
        fetched(position, Depth.NEWEST);

        assertThat(server.asked()).hasSize(sofar + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "17850000001000077, 17850000001000077",
        "@robin.hedge, robin.hedge",
        "https://www.threads.com/@robin_hedge, robin_hedge",
        "https://www.threads.net/@robin_hedge/?hl=en, robin_hedge"
    })
    void anAddressIsANumberANameOrThatOfAProfile(String address, String key) {
        assertThat(ThreadsAddress.of(address)).contains(new ThreadsAddress(key));
    }

    @ParameterizedTest
    @CsvSource({
        "robin_hedge, an account is found by its name only where",
        "two words, the address must be an account's number",
        "https://www.threads.com/robin_hedge, the address must be an account's number"
    })
    void whatCannotBeReadIsRefusedWithWhatToDo(String address, String sentence) {
        var account = Accounts.at(Platform.THREADS, address);

        assertThat(source.reads(account)).isTrue();
        assertThat(((Refused) source.fetch(account, null, Depth.SWEEP)).reason())
                .startsWith(sentence);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anAnswerToOthersIsAReplyWithoutTheirWords() {
        stub().replies(List.of(reply("18100000000000001", "No")));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.text()).isEqualTo("No");
        assertThat(item.of()).isEqualTo(new Post.Engaged(null, "", null));
    }

    @Test
    void aPollBringsItsOptions() {
        var poll = Map.of("option_a", "Yes", "option_b", "No", "option_a_votes_percentage", 0.6);
        stub().add("Rain?", NOON, Map.of("poll_attachment", poll));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.pollOptions()).containsExactly("Yes", "No");
    }

    @Test
    void aRepostAndAQuotationAreShares() {
        stub().add("", NOON, Map.of("media_type", "REPOST_FACADE"));
        stub().add("Told you", NOON.plusSeconds(1), Map.of("is_quote_post", true));

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::action, Item::text)
                .containsExactly(
                        Tuple.tuple(Action.SHARE, "Told you"), Tuple.tuple(Action.SHARE, ""));
    }

    @Test
    void picturesBringTheirDescriptionsAndLinksAreKept() {
        var children =
                List.of(
                        Map.of("media_type", "IMAGE", "alt_text", "4B with the cup"),
                        Map.of("media_type", "VIDEO"),
                        Map.of("media_type", "AUDIO"));
        stub().add(
                        "look",
                        NOON,
                        Map.of(
                                "media_type", "CAROUSEL_ALBUM",
                                "children", Map.of("data", children),
                                "link_attachment_url", "https://x.example/a"));

        var item = only(null);

        assertThat(item.links()).containsExactly("https://x.example/a");
        assertThat(item.media())
                .extracting(Post.Media::type, Post.Media::alt)
                .containsExactly(
                        Tuple.tuple(Post.MediaType.IMAGE, "4B with the cup"),
                        Tuple.tuple(Post.MediaType.VIDEO, null));
    }

    @Test
    void inAGroupAccountEachPostIsToldWithItsAuthor() {
        platform.post("hello", NOON);
        var group = Accounts.at(Platform.THREADS, ThreadsStub.OWN, Kind.GROUP);

        assertThat(((Fetched) source.fetch(group, null, Depth.SWEEP)).items())
                .extracting(Item::author)
                .containsExactly("robin_hedge");
    }

    private static Map<String, Object> reply(String id, String text) {
        return Map.of(
                "id",
                id,
                "text",
                text,
                "is_reply",
                true,
                "timestamp",
                "2026-11-02T13:00:00+0000",
                "username",
                "robin_hedge");
    }
}
