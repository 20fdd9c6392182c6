package org.handbell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.handbell.contract.Coverage;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Fetch.TryLater;
import org.handbell.ingest.source.Fetch.Unchanged;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every source owes the collector, whatever its platform. The way out is the real one; the
/// platform is a stub on loopback.
public abstract class SourceContract {

    protected static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    protected final StubServer server = StubServer.start();
    protected final PoliteWeb web = Webs.allowing(server.hostPort());
    protected final StubPlatform platform = platform(server);
    protected final Source source = platform.source(web);

    protected abstract StubPlatform platform(StubServer server);

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    @Test
    void itReadsItsOwnAccountsAndSaysWhatItCannotSee() {
        var coverage = source.coverage();
        assertThat(source.reads(platform.account())).isTrue();
        assertThat(coverage.source()).isEqualTo(source.name());
        assertThat(coverage.cannotSee()).isNotEmpty().allMatch(s -> s.endsWith("."));
        assertThat(coverage.sees()).containsOnlyKeys(Coverage.Kind.values());
        assertThat(coverage.history()).isNotBlank();
        assertThat(coverage.terms()).isNotBlank().endsWith(".");
    }

    @Test
    void anAccountWithoutPostsHasNone() {
        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
    }

    @Test
    void aSweepBringsAllPagesNewestFirstWithoutRepeats() {
        int posts = platform.pageSize() * 2 + 3;
        var ids =
                IntStream.range(0, posts)
                        .mapToObj(i -> platform.post("number " + i, NOON.plusSeconds(i)))
                        .toList();

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items).extracting(Item::postId).containsExactlyElementsOf(ids.reversed());
        assertThat(items).isSortedAccordingTo(Comparator.comparing(Item::postedAt).reversed());
    }

    @Test
    void aPostSaysWhatWasWrittenAndWhen() {
        var id = platform.post("Grüße & <Küsse>\nfrom 4B", NOON);

        var item = fetched(null, Depth.NEWEST).items().getFirst();

        assertThat(item.postId()).isEqualTo(id);
        assertThat(item.text()).endsWith("Grüße & <Küsse>\nfrom 4B");
        assertThat(item.postedAt()).isEqualTo(NOON);
        assertThat(item.platformTime()).isNotBlank();
        assertThat(item.original()).contains("from 4B");
    }

    @Test
    void aServerThatRepeatsItselfIsNotAskedForEver() {
        IntStream.range(0, platform.pageSize() + 5)
                .forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        platform.repeatFirstPage();

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).doesNotHaveDuplicates().hasSize(platform.pageSize());
        assertThat(fetched.complete()).isFalse();
        assertThat(server.asked()).hasSizeLessThan(10);
    }

    @Test
    void noFetchBringsMoreThanFiveHundredItems() {
        IntStream.range(0, 520).forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(500);
        assertThat(fetched.complete()).isFalse();
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedNamingTheRule() {
        platform.answerListWith(_ -> Answer.bytes(new byte[10 * 1024 * 1024]));

        assertThat(refusal()).contains("larger than the 5242880 bytes");
    }

    @Test
    void aRedirectToAPrivateAddressIsRefusedNamingTheRule() {
        platform.answerListWith(
                _ -> Answer.status(302).with("Location", "http://169.254.169.254/latest"));

        assertThat(refusal()).contains("private").contains("handbell.ingest.http.allowed-private");
    }

    @Test
    void anAnswerInNoKnownFormatIsRefused() {
        platform.answerListWith(_ -> Answer.ok("text/html", "<p>Under <b>repair"));

        assertThat(refusal()).isNotBlank().doesNotContain("repair");
    }

    @Test
    void aClosedAccountIsRefused() {
        platform.answerListWith(_ -> Answer.status(403));

        assertThat(refusal()).contains("403");
    }

    @Test
    void aMalformedItemIsRejectedAndTheGoodOnesGoOn() {
        var first = platform.post("the first", NOON);
        platform.spoil("Wobbly");
        var second = platform.post("the second", NOON.plusSeconds(60));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).extracting(Item::postId).containsExactly(second, first);
        assertThat(fetched.rejected()).hasSize(1);
        assertThat(fetched.rejected().getFirst().original()).contains("Wobbly");
        assertThat(fetched.rejected().getFirst().reason()).isNotBlank().doesNotContain("Wobbly");
    }

    @Test
    void aPleaForPatienceIsPassedOn() {
        platform.answerListWith(_ -> Answer.status(429).with("Retry-After", "77"));

        assertThat(fetch(null, Depth.NEWEST))
                .isEqualTo(new TryLater(Duration.ofSeconds(77), "the platform answered 429"));
    }

    @Test
    void aSlowServerIsTriedLater() {
        platform.answerListWith(_ -> server.stall());

        assertThat(fetch(null, Depth.NEWEST)).isInstanceOf(TryLater.class);
    }

    @Test
    void aStumblingServerIsTriedLater() {
        platform.answerListWith(_ -> Answer.status(500));

        assertThat(fetch(null, Depth.NEWEST)).isInstanceOf(TryLater.class);
    }

    @Test
    void noReasonNamesTheAccountOrItsServer() {
        platform.answerListWith(_ -> Answer.status(418));

        assertThat(refusal())
                .doesNotContain(platform.account().address())
                .doesNotContain(server.hostPort())
                .doesNotContain("robin");
    }

    @Test
    void readingGoesOnFromThePositionInAnotherProcess() {
        platform.post("the first", NOON);
        var position = fetched(null, Depth.NEWEST).position();
        var second = platform.post("the second", NOON.plusSeconds(60));

        assertThat(bytes(position)).isBetween(1, 2048);
        var elsewhere = platform.source(web).fetch(platform.account(), position, Depth.NEWEST);

        assertThat(((Fetched) elsewhere).items()).extracting(Item::postId).contains(second);
    }

    @Test
    void nothingNewBringsNothingUnknown() {
        var only = platform.post("the first", NOON);
        var position = fetched(null, Depth.NEWEST).position();

        switch (fetch(position, Depth.NEWEST)) {
            case Unchanged _ -> {}
            case Fetched fetched ->
                    assertThat(fetched.items()).extracting(Item::postId).containsOnly(only);
            case Fetch other -> throw new AssertionError("unexpected: " + other);
        }
    }

    @Test
    void aPositionThatCannotBeReadIsAFreshStart() {
        var only = platform.post("the first", NOON);

        assertThat(fetched("{oddly: \"packed", Depth.NEWEST).items())
                .extracting(Item::postId)
                .containsExactly(only);
    }

    @Test
    void anEditIsSeenInASweepUnderTheSameId() {
        var old = platform.post("before", NOON.minusSeconds(900));
        platform.post("another", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        platform.edit(old, "after");

        var items = fetched(position, Depth.SWEEP).items();

        assertThat(items)
                .filteredOn(i -> i.postId().equals(old))
                .singleElement()
                .extracting(Item::text)
                .asString()
                .endsWith("after");
    }

    @Test
    void aBackdatedPostIsSeenInASweep() {
        platform.post("today", NOON);
        var position = fetched(null, Depth.SWEEP).position();
        var backdated = platform.post("long ago", NOON.minus(Duration.ofDays(400)));

        assertThat(fetched(position, Depth.SWEEP).items())
                .extracting(Item::postId)
                .contains(backdated);
    }

    @Test
    protected void aDeletedPostIsMissingFromASweepAndItsPresenceIsGone() {
        var kept = platform.post("kept", NOON);
        var deleted = platform.post("deleted", NOON.plusSeconds(60));
        assertThat(presence(deleted)).isEqualTo(Presence.THERE);

        platform.delete(deleted);

        assertThat(fetched(null, Depth.SWEEP).items())
                .extracting(Item::postId)
                .containsExactly(kept);
        assertThat(presence(deleted)).isEqualTo(Presence.GONE);
        assertThat(presence(kept)).isEqualTo(Presence.THERE);
    }

    @Test
    void noClearAnswerLeavesPresenceOpen() {
        var post = platform.post("there", NOON);
        platform.delete(post);

        platform.answerPostWith(Answer.status(401));
        assertThat(presence(post)).isEqualTo(Presence.UNKNOWN);
        platform.answerPostWith(Answer.status(500));
        assertThat(presence(post)).isEqualTo(Presence.UNKNOWN);
        platform.answerPostWith(Answer.status(429));
        assertThat(presence(post)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void thePresenceOfSomethingOddIsUnknown() {
        assertThat(presence("no such thing")).isEqualTo(Presence.UNKNOWN);
    }

    protected Fetch fetch(@Nullable String position, Depth depth) {
        return source.fetch(platform.account(), position, depth);
    }

    protected Fetched fetched(@Nullable String position, Depth depth) {
        var fetch = fetch(position, depth);
        assertThat(fetch).isInstanceOf(Fetched.class);
        return (Fetched) fetch;
    }

    protected Item only(@Nullable String position) {
        var items = fetched(position, Depth.SWEEP).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    protected String refusal() {
        var fetch = fetch(null, Depth.NEWEST);
        assertThat(fetch).isInstanceOf(Refused.class);
        return ((Refused) fetch).reason();
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Presence presence(String postId) {
        return source.presence(platform.account(), postId);
    }
}
