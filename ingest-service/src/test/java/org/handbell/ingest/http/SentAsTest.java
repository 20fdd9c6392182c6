package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.TokenSettings.Token;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Tokens that are not sent as `Authorization: Bearer`.
@ExtendWith(OutputCaptureExtension.class)
class SentAsTest {

    private static final String SECRET = "inv/ented=token+1";
    private static final String ENCODED = "inv%2Fented%3Dtoken%2B1";

    @TempDir private Path folder;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final StubServer home = StubServer.start();
    private final StubServer other = StubServer.start();

    @AfterEach
    void close() {
        home.close();
        other.close();
    }

    @Test
    void aHeaderOfItsOwnHoldsTheToken() throws IOException {
        home.on("/a", Answer.json("{}"));

        answered("header:X-Api-Key", home.uri("/a?q=1"));

        assertThat(home.asked())
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.header("x-api-key")).isEqualTo(SECRET);
                    assertThat(asked.header("authorization")).isNull();
                    assertThat(asked.query()).containsOnlyKeys("q");
                });
    }

    @Test
    void aParameterOfTheAddressHoldsTheTokenBesideTheOthers() throws IOException {
        home.on("/a", Answer.json("{}"));

        answered("query:api_key", home.uri("/a?q=x%26y&api_key=old"));
        answered("query:api_key", home.uri("/a"));

        assertThat(home.asked())
                .extracting(StubServer.Asked::query)
                .containsExactly(Map.of("q", "x&y", "api_key", SECRET), Map.of("api_key", SECRET));
        assertThat(home.asked())
                .allSatisfy(asked -> assertThat(asked.header("authorization")).isNull());
    }

    @Test
    void theAnswerComesFromTheAddressWithoutTheToken() throws IOException {
        home.on("/a", Answer.json("{}"));
        home.on("/moved", Answer.status(302).with("Location", home.url("/a?page=2")));

        assertThat(answered("query:api_key", home.uri("/a?q=1")).uri())
                .isEqualTo(home.uri("/a?q=1"));
        assertThat(answered("query:api_key", home.uri("/moved")).uri())
                .isEqualTo(home.uri("/a?page=2"));
        assertThat(home.asked())
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.query("api_key")).isEqualTo(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query:api_key", "header:X-Api-Key", "bearer"})
    void anotherServerIsNeverGivenItThoughTheRedirectSaysIt(String sentAs) throws IOException {
        var repeated = other.url("/b?api_key=" + ENCODED);
        home.on("/away", Answer.status(302).with("Location", repeated));
        other.on("/b", Answer.ok("text/plain", "b"));
        other.on("/in", Answer.status(302).with("Location", home.url("/a")));
        home.on("/a", Answer.ok("text/plain", "a"));

        var reply = answered(sentAs, home.uri("/away"));
        answered(sentAs, other.uri("/in"));

        assertThat(reply.uri().toString()).doesNotContain("ented").contains("api_key=removed");
        assertThat(other.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.toString()).doesNotContain("ented"));
        assertThat(home.asked("/a"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.toString()).doesNotContain("ented"));
    }

    @Test
    void whatAServerRepeatsOfTheTokenIsTakenOutOfItsAnswer() throws IOException {
        home.on(
                "/a",
                Answer.json(
                                "{\"raw\":\"%s\",\"next\":\"/a?api_key=%s\",\"lower\":\"%s\","
                                                .formatted(
                                                        SECRET, ENCODED, "inv%2fented%3dtoken%2b1")
                                        + "\"escaped\":\"inv\\/ented=token+1\",\"more\":\"Grüße\"}")
                        .with("Link", "</a?api_key=" + ENCODED + ">; rel=\"next\""));

        var reply = answered("query:api_key", home.uri("/a"));

        assertThat(reply.body().utf8())
                .isEqualTo(
                        "{\"raw\":\"removed\",\"next\":\"/a?api_key=removed\","
                                + "\"lower\":\"removed\",\"escaped\":\"removed\","
                                + "\"more\":\"Grüße\"}");
        assertThat(reply.header("Link")).hasValue("</a?api_key=removed>; rel=\"next\"");
    }

    @Test
    void itIsInNoReasonNoFigureAndNoWordOfTheLog(CapturedOutput output) throws IOException {
        home.on("/late", Answer.status(429));
        home.on("/broken", Answer.status(500));
        home.on("/loop", Answer.status(302).with("Location", home.url("/loop")));

        var said = new StringBuilder();
        for (var path : List.of("/late", "/broken", "/loop")) {
            said.append(get("query:api_key", home.uri(path)));
        }
        var open = home.uri("/a");
        home.close();
        said.append(get("query:api_key", open));

        assertThat(said.toString()).contains("the platform answered 429").contains("redirects");
        assertThat(said.toString()).doesNotContain("ented");
        assertThat(registry.getMeters())
                .isNotEmpty()
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.toString()).doesNotContain("ented"));
        assertThat(output.getAll()).doesNotContain("ented");
    }

    @Test
    void aShortTokenIsNotSentInAnAddress() throws IOException {
        var file = Files.writeString(folder.resolve("short"), "1234567");

        assertThatThrownBy(() -> Tokens.read(settings("query:key", "a.example", file), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "handbell.ingest.tokens.mine.file: a token that is sent in the address has"
                                + " at least 8 characters");
    }

    @Test
    void aSourceCanAskWhetherThereIsOne() throws IOException {
        var tokens = Tokens.read(settings("query:key", "a.example"), List.of());

        assertThat(tokens.heldFor(URI.create("https://a.example/v1?q=1"))).isTrue();
        assertThat(tokens.heldFor(URI.create("https://b.example/"))).isFalse();
        assertThat(tokens.heldFor(URI.create("http://a.example:443/"))).isFalse();
        assertThat(tokens.heldFor(URI.create("mailto:a@a.example"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "header:", "query:a b", "header:Host", "header:X: y", "query"})
    void anUnknownWayStopsTheStartNamingTheSetting(String sentAs) throws IOException {
        context(sentAs)
                .run(started ->
                        assertThat(started.getStartupFailure())
                                .isNotNull()
                                .rootCause()
                                .hasMessageContaining("tokens[mine].sentAs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "header:X-Goog-Api-Key", "query:api_key"})
    void aKnownWayIsTaken(String sentAs) throws IOException {
        context(sentAs)
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    var held = started.getBean(Credentials.class);
                    assertThat(held.heldFor(URI.create("https://a.example/"))).isTrue();
                });
    }

    private ApplicationContextRunner context(String sentAs) throws IOException {
        var file = Files.writeString(folder.resolve("t"), SECRET);
        var token = "handbell.ingest.tokens.mine.";
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withUserConfiguration(HttpConfiguration.class)
                .withPropertyValues(
                        token + "platform=tumblr",
                        token + "host=a.example",
                        token + "file=" + file,
                        token + "sent-as=" + sentAs);
    }

    private Answered answered(String sentAs, URI uri) throws IOException {
        var reply = get(sentAs, uri);
        assertThat(reply).isInstanceOf(Answered.class);
        return (Answered) reply;
    }

    private Reply get(String sentAs, URI uri) throws IOException {
        var allowed = List.of(home.hostPort(), other.hostPort());
        var tokens = Tokens.read(settings(sentAs, home.hostPort()), allowed);
        try (var web = Webs.with(tokens, registry, allowed.toArray(String[]::new))) {
            return web.get(Query.of(uri));
        }
    }

    private TokenSettings settings(String sentAs, String host) throws IOException {
        return settings(sentAs, host, Files.writeString(folder.resolve("t"), SECRET + "\n"));
    }

    private static TokenSettings settings(String sentAs, String host, Path file) {
        return new TokenSettings(
                Map.of("mine", new Token(Platform.TUMBLR, host, file, sentAs, null)));
    }
}
