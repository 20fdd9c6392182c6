package org.handbell.ingest.source.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Fetch.UsedUp;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What X costs. The clock begins at noon on 20 November 2026.
class XBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final StubServer server = StubServer.start();
    private final PoliteWeb web = Webs.allowing(server.hostPort());
    private final XStub stub = new XStub(server);

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    @Test
    void whatIsReturnedIsPaidForAndKeptInThePosition() {
        posts(10);

        var position = XPosition.unpack(fetched(source("5"), null, Depth.SWEEP).position());

        assertThat(position.month()).isEqualTo("2026-11");
        assertThat(position.spent()).isEqualTo(10_000 + 10 * 5_000);
        assertThat(spending()).isEqualTo(0.06);
    }

    @Test
    void whatIsIncludedIsCountedAsWell() {
        stub.include("tweets", Map.of("id", "5", "text", "Rain"));
        stub.include("media", Map.of("media_key", "3_1", "type", "photo"));
        posts(1);

        fetched(source("5"), null, Depth.SWEEP);

        assertThat(spending()).isEqualTo(0.025);
    }

    @Test
    void anAccountThatIsSilentCostsNothing() {
        posts(10);
        var source = source("5");
        var position = fetched(source, null, Depth.SWEEP).position();
        var before = spending();

        assertThat(fetch(source, position, Depth.NEWEST)).isEqualTo(new Fetch.Unchanged());
        assertThat(spending()).isEqualTo(before);
    }

    @Test
    void onceItIsUsedUpTheAccountSaysUntilWhenAndXIsNotAsked() {
        posts(200);
        var source = source("1");
        String position = null;
        Fetch fetch = fetch(source, position, Depth.NEWEST);
        for (int looks = 0; looks < 50 && fetch instanceof Fetched fetched; looks++) {
            position = fetched.position();
            fetch = fetch(source, position, Depth.NEWEST);
        }
        int asked = server.asked().size();

        assertThat(fetch(source, position, Depth.SWEEP))
                .isEqualTo(
                        new UsedUp(
                                Duration.between(
                                        stub.clock.instant(),
                                        Instant.parse("2026-12-01T00:00:00Z")),
                                "this month's budget for X is used up; it goes on on 1 December"));
        assertThat(server.asked()).hasSize(asked);
        assertThat(spending()).isLessThanOrEqualTo(1.0).isGreaterThan(0.5);
    }

    @Test
    void theBudgetHoldsInAnotherProcessAndEndsWithTheMonth() {
        posts(100);
        var position = XPosition.unpack(fetched(source("5"), null, Depth.SWEEP).position());
        var spent = new XPosition("77", position.newest(), null, "2026-11", 4_999_000);

        assertThat(fetch(source("5"), spent.pack(), Depth.NEWEST)).isInstanceOf(UsedUp.class);
        stub.clock.pass(Duration.ofDays(29));
        var after = fetched(source("5"), spent.pack(), Depth.NEWEST).position();

        assertThat(XPosition.unpack(after).month()).isEqualTo("2026-12");
        assertThat(XPosition.unpack(after).spent()).isZero();
    }

    @Test
    void aFullReadingTakesAtMostHalfOfWhatIsLeft() {
        posts(500);
        var source = source("2");

        var first = fetched(source, null, Depth.SWEEP);

        assertThat(first.complete()).isFalse();
        assertThat(first.items()).hasSizeBetween(100, 200);
        assertThat(spending()).isBetween(0.5, 1.01);
    }

    @Test
    void betweenTwoFullReadingsASweepIsPaidForTheNewOnly() {
        posts(20);
        var source = stub.source(web, "5", WEEK);
        var position = fetched(source, null, Depth.SWEEP).position();
        var before = spending();

        stub.clock.pass(Duration.ofDays(6));
        assertThat(fetch(source, position, Depth.SWEEP)).isEqualTo(new Fetch.Unchanged());
        assertThat(spending()).isEqualTo(before);

        stub.clock.pass(Duration.ofDays(1));
        assertThat(fetched(source, position, Depth.SWEEP).complete()).isTrue();
        assertThat(spending()).isGreaterThan(before);
    }

    @Test
    void whatTheBudgetCutOffIsReadLater() {
        posts(1);
        var position = fetched(source("5"), null, Depth.SWEEP).position();
        IntStream.range(0, 150).forEach(i -> stub.post("later " + i, NOON.plusSeconds(60 + i)));

        var cut = fetched(source("0.60"), position, Depth.NEWEST);
        stub.clock.pass(Duration.ofDays(30));
        var rest = fetched(source("5"), cut.position(), Depth.NEWEST);

        assertThat(cut.items()).hasSizeLessThan(150);
        assertThat(rest.items()).extracting(Item::text).contains("later 0", "later 149");
    }

    @Test
    void aReadingThatBreaksOffKeepsWhatItPaidFor() {
        posts(150);
        stub.answerListWith(asked ->
                asked.query("pagination_token").isEmpty() ? stub.list(asked) : Answer.status(404));

        var fetched = fetched(source("1000"), null, Depth.SWEEP);

        assertThat(fetched.items()).hasSize(100);
        assertThat(fetched.complete()).isFalse();
        assertThat(XPosition.unpack(fetched.position()).spent()).isEqualTo(510_000);
    }

    @Test
    void lookingAtOnePostIsPaidForWhereItIsThereAndCountedWithTheNextLook() {
        var post = stub.post("there", NOON);
        var gone = stub.post("gone", NOON.plusSeconds(1));
        stub.delete(gone);
        var source = source("5");
        var position = fetched(source, null, Depth.SWEEP).position();

        assertThat(source.presence(stub.account(), post)).isEqualTo(Presence.THERE);
        assertThat(source.presence(stub.account(), gone)).isEqualTo(Presence.GONE);

        var next = XPosition.unpack(fetched(source, position, Depth.NEWEST).position());
        assertThat(next.spent() - XPosition.unpack(position).spent()).isEqualTo(5_000);
    }

    @Test
    void withoutBudgetNoSinglePostIsLookedAt() {
        var post = stub.post("there", NOON);

        assertThat(source("0").presence(stub.account(), post)).isEqualTo(Presence.UNKNOWN);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theFigureNamesNoAccount() {
        posts(1);
        fetched(source("5"), null, Depth.SWEEP);

        assertThat(stub.registry.getMeters())
                .singleElement()
                .satisfies(meter ->
                        assertThat(meter.getId().getTags())
                                .singleElement()
                                .hasToString("tag(platform=x)"));
    }

    @Test
    void withoutATokenXIsNotAskedAndTheReasonSaysWhatToDo() {
        var settings =
                new XSettings(
                        server.uri("/"), BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, WEEK);
        var source =
                XConfiguration.source(
                        settings, web, _ -> false, new XMetrics(stub.registry), stub.clock);

        assertThat(fetch(source, null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).contains("handbell.ingest.tokens"));
        assertThat(server.asked()).isEmpty();
    }

    private void posts(int number) {
        IntStream.range(0, number).forEach(i -> stub.post("number " + i, NOON.plusSeconds(i)));
    }

    private Source source(String budget) {
        return stub.source(web, budget, Duration.ZERO);
    }

    private Fetch fetch(Source source, @Nullable String position, Depth depth) {
        return source.fetch(stub.account(), position, depth);
    }

    private Fetched fetched(Source source, @Nullable String position, Depth depth) {
        var fetch = fetch(source, position, depth);
        assertThat(fetch).isInstanceOf(Fetched.class);
        return (Fetched) fetch;
    }

    private double spending() {
        return stub.registry
                .get("handbell.platform.spending")
                .tag("platform", "x")
                .counter()
                .count();
    }
}
