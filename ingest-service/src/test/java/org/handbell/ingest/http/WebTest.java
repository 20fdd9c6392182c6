package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Reply.Failed;
import org.handbell.ingest.http.Reply.Forbidden;
import org.handbell.ingest.http.Reply.Later;
import org.handbell.ingest.http.Reply.TooLarge;
import org.handbell.ingest.http.Reply.Unreachable;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {

    private static final int TEN_MB = 10 * 1024 * 1024;

    private final StubServer server = StubServer.start();
    private final PoliteWeb web = Webs.allowing(server.hostPort());

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    @Test
    void anAnswerBringsItsStatusHeadersAndBody() {
        server.on("/a", Answer.ok("text/plain", "grüß dich").with("ETag", "\"1\""));

        var reply = answered(web.get(Query.of(server.uri("/a"))));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("etag")).contains("\"1\"");
        assertThat(reply.body().utf8()).isEqualTo("grüß dich");
        assertThat(server.asked().getFirst().header("user-agent"))
                .isEqualTo("Handbell/0.1 (office@example.org)");
    }

    @Test
    void anErrorStatusIsAnAnswerLikeOthers() {
        server.on("/gone", Answer.ok("text/plain", "no more").withStatus(410));

        var reply = answered(web.get(Query.of(server.uri("/gone"))));

        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.body().utf8()).isEqualTo("no more");
    }

    @Test
    void aQuestionForWhatHasChangedCarriesItsMarks() {
        server.on("/a", Answer.status(304));

        var reply = answered(web.get(Query.of(server.uri("/a")).unlessUnchanged("\"1\"", "then")));

        assertThat(reply.status()).isEqualTo(304);
        assertThat(server.asked().getFirst().header("if-none-match")).isEqualTo("\"1\"");
        assertThat(server.asked().getFirst().header("if-modified-since")).isEqualTo("then");
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedNamingTheRule() {
        server.on("/big", Answer.bytes(new byte[TEN_MB]));

        var reply = web.get(Query.of(server.uri("/big")));

        assertThat(reply).isInstanceOf(TooLarge.class);
        assertThat(((Failed) reply).reason()).contains("larger than the 5242880 bytes");
    }

    @Test
    void aPackedBodyThatUnpacksToTenMegabytesIsRefused() throws IOException {
        server.on("/bomb", Answer.bytes(packed(new byte[TEN_MB])).with("Content-Encoding", "gzip"));

        assertThat(web.get(Query.of(server.uri("/bomb")))).isInstanceOf(TooLarge.class);
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        server.on(
                "/packed",
                Answer.bytes(packed("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .with("Content-Encoding", "gzip"));

        assertThat(answered(web.get(Query.of(server.uri("/packed")))).body().utf8())
                .isEqualTo("hello");
    }

    @Test
    void aRedirectIsFollowed() {
        server.on("/old", Answer.status(301).with("Location", "/new"));
        server.on("/new", Answer.ok("text/plain", "here"));

        var reply = answered(web.get(Query.of(server.uri("/old"))));

        assertThat(reply.uri()).isEqualTo(server.uri("/new"));
        assertThat(reply.body().utf8()).isEqualTo("here");
    }

    @Test
    void aFourthRedirectIsNotFollowed() {
        server.on("/loop", Answer.status(302).with("Location", "/loop"));

        var reply = web.get(Query.of(server.uri("/loop")));

        assertThat(reply).isEqualTo(new Reply.Astray("more than 3 redirects"));
        assertThat(server.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://[::ffff:127.0.0.1]:1/",
                "http://2130706433:1/",
                "http://0.0.0.0:1/",
                "http://[fd00::1]/",
                "ftp://example.org/",
                "file:///etc/hostname",
                "http://user:secret@example.org/"
            })
    void aRedirectToAClosedAddressIsRefused(String closed) {
        server.on("/away", Answer.status(302).with("Location", closed));

        assertThat(web.get(Query.of(server.uri("/away")))).isInstanceOf(Forbidden.class);
    }

    @Test
    void anotherPortOfAnAllowedHostStaysClosed() {
        try (var other = StubServer.start()) {
            assertThat(web.get(Query.of(other.uri("/a")))).isInstanceOf(Forbidden.class);
            assertThat(other.asked()).isEmpty();
        }
    }

    /// As if the name had stood for a public address when it was first looked at.
    @Test
    void aNameThatTurnsPrivateBetweenTheLookAndTheConnectingIsRefused() {
        var settings = Webs.settings();
        try (var hop = new MicronautHop(settings, new Destinations(settings.allowedPrivate()))) {
            var byName = URI.create("http://localhost:" + server.port() + "/a");

            assertThat(hop.ask(Query.of(byName))).isInstanceOf(Forbidden.class);
            assertThat(hop.ask(Query.of(server.uri("/a")))).isInstanceOf(Forbidden.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aSlowServerTimesOut() {
        server.on("/slow", _ -> server.stall());
        var start = Instant.now();

        var reply = web.get(Query.of(server.uri("/slow")));

        assertThat(reply).isEqualTo(new Unreachable("no answer in time"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        try (var gone = StubServer.start();
                var toGone = Webs.allowing(gone.hostPort())) {
            var uri = gone.uri("/");
            gone.close();

            var reply = toGone.get(Query.of(uri));

            assertThat(reply).isEqualTo(new Unreachable("no connection, or it broke off"));
        }
    }

    @Test
    void aStumblingServerIsAskedAgain() {
        var times = new AtomicInteger();
        server.on(
                "/shaky",
                _ ->
                        times.incrementAndGet() < 3
                                ? Answer.status(502)
                                : Answer.ok("text/plain", "there"));

        assertThat(answered(web.get(Query.of(server.uri("/shaky")))).body().utf8())
                .isEqualTo("there");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aPleaForPatienceIsHeededBeforeTheNextRequest() {
        server.on("/busy", Answer.status(429).with("Retry-After", "120"));

        assertThat(web.get(Query.of(server.uri("/busy"))))
                .isEqualTo(new Later(Duration.ofSeconds(120), "the platform answered 429"));
        assertThat(web.get(Query.of(server.uri("/other"))))
                .asInstanceOf(type(Later.class))
                .extracting(Later::after)
                .matches(after -> after.compareTo(Duration.ofSeconds(100)) > 0);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aLongPleaIsCutToAnHour() {
        server.on("/busy", Answer.status(503).with("Retry-After", "864000"));

        assertThat(web.get(Query.of(server.uri("/busy"))))
                .isEqualTo(new Later(Duration.ofHours(1), "the platform answered 503"));
    }

    @Test
    void aUsedUpLimitClosesTheHostUntilItStartsAnew() {
        server.on(
                "/last",
                Answer.ok("text/plain", "last")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", Instant.now().plusSeconds(300).toString()));

        assertThat(web.get(Query.of(server.uri("/last")))).isInstanceOf(Answered.class);
        assertThat(web.get(Query.of(server.uri("/next")))).isInstanceOf(Later.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void theLimitsThatXTellsOfAreHeeded() {
        server.on(
                "/last",
                Answer.json("{}")
                        .with("x-rate-limit-limit", "900")
                        .with("x-rate-limit-remaining", "0")
                        .with(
                                "x-rate-limit-reset",
                                Long.toString(Instant.now().plusSeconds(300).getEpochSecond())));

        assertThat(web.get(Query.of(server.uri("/last")))).isInstanceOf(Answered.class);
        assertThat(web.get(Query.of(server.uri("/next")))).isInstanceOf(Later.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void theRateFollowsWhatIsLeftOfThePlatformsLimit() {
        server.on(
                "/few",
                Answer.ok("text/plain", "few")
                        .with("RateLimit-Remaining", "10")
                        .with("RateLimit-Reset", "600"));

        assertThat(web.get(Query.of(server.uri("/few")))).isInstanceOf(Answered.class);
        var replies = java.util.stream.Stream.generate(() -> web.get(Query.of(server.uri("/few"))));

        assertThat(replies.limit(501)).anyMatch(Later.class::isInstance);
        assertThat(server.asked()).hasSizeLessThan(510);
    }

    @Test
    void anAppsLimitThatIsUsedUpClosesTheHost() {
        var used = "{\"call_count\":100,\"total_time\":12,\"total_cputime\":3}";
        server.on("/last", Answer.ok("text/plain", "last").with("X-App-Usage", used));

        assertThat(web.get(Query.of(server.uri("/last")))).isInstanceOf(Answered.class);
        assertThat(web.get(Query.of(server.uri("/next"))))
                .asInstanceOf(type(Later.class))
                .extracting(Later::after)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.DURATION)
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anAppsLimitThatIsNearlyUsedUpSlowsUs() {
        var used = "{\"call_count\":28,\"total_time\":99,\"total_cputime\":25}";
        server.on("/few", Answer.ok("text/plain", "few").with("X-App-Usage", used));

        assertThat(web.get(Query.of(server.uri("/few")))).isInstanceOf(Answered.class);
        var replies = java.util.stream.Stream.generate(() -> web.get(Query.of(server.uri("/few"))));

        assertThat(replies.limit(501)).anyMatch(Later.class::isInstance);
    }

    @Test
    void theLimitOfOnePageDoesNotCloseTheHostToOthers() {
        var used = "{\"77\":[{\"type\":\"pages\",\"call_count\":100}]}";
        server.on("/a", Answer.ok("text/plain", "a").with("X-Business-Use-Case-Usage", used));

        assertThat(web.get(Query.of(server.uri("/a")))).isInstanceOf(Answered.class);
        assertThat(web.get(Query.of(server.uri("/a")))).isInstanceOf(Answered.class);
    }

    @Test
    void aHostThatKeepsFailingIsLeftAlone() {
        server.on("/broken", Answer.status(500));

        for (int i = 0; i < 5; i++) {
            web.get(Query.of(server.uri("/broken")));
        }
        var sofar = server.asked().size();

        assertThat(web.get(Query.of(server.uri("/broken"))))
                .asInstanceOf(type(Later.class))
                .extracting(Later::reason)
                .isEqualTo("the host keeps failing");
        assertThat(server.asked()).hasSize(sofar);
    }

    @Test
    void noReasonNamesTheHost() {
        server.on("/busy", Answer.status(429));
        server.on("/big", Answer.bytes(new byte[TEN_MB]));

        assertThat(java.util.List.of("/big", "/busy", "/later"))
                .map(path -> web.get(Query.of(server.uri(path))))
                .allSatisfy(reply ->
                        assertThat(((Failed) reply).reason())
                                .doesNotContain("127.0.0.1")
                                .doesNotContain("" + server.port()));
    }

    @Test
    void onlyTheHostsMetLatelyAreRemembered() {
        var clock = java.time.Clock.systemUTC();
        var metrics = new WebMetrics(new SimpleMeterRegistry(), clock);
        var hosts = new Hosts(3, () -> new Host(Webs.manners(), clock, metrics));

        var first = hosts.at("a:1");
        hosts.at("b:1");
        hosts.at("c:1");
        assertThat(hosts.at("a:1")).isSameAs(first);
        var second = hosts.at("b:1");
        hosts.at("a:1");
        hosts.at("d:1");

        assertThat(hosts.size()).isEqualTo(3);
        assertThat(hosts.at("b:1")).isSameAs(second);
    }

    private static Answered answered(Reply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return (Answered) reply;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
