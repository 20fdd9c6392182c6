package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Platform;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.http.TokenSettings.Token;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TokensTest {

    private static final String SECRET = "invented-token-1";

    @TempDir private Path folder;
    private final StubServer home = StubServer.start();
    private final StubServer other = StubServer.start();

    @BeforeEach
    void pages() {
        home.on("/a", Answer.ok("text/plain", "a"));
        home.on("/moved", Answer.status(302).with("Location", home.url("/a")));
        home.on("/away", Answer.status(302).with("Location", other.url("/b")));
        home.on("/round", Answer.status(302).with("Location", other.url("/back")));
        other.on("/b", Answer.ok("text/plain", "b"));
        other.on("/in", Answer.status(302).with("Location", home.url("/a")));
        other.on("/back", Answer.status(302).with("Location", home.url("/a")));
    }

    @AfterEach
    void close() {
        home.close();
        other.close();
    }

    @Test
    void theServerOfATokenIsGivenItAlsoAfterARedirectToItself() throws IOException {
        get(home.uri("/moved"));

        assertThat(home.asked()).hasSize(2).allSatisfy(TokensTest::isGivenTheToken);
    }

    @Test
    void anotherServerIsNeverGivenIt() throws IOException {
        get(other.uri("/b"));
        get(home.uri("/away"));
        get(home.uri("/round"));

        assertThat(other.asked())
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.header("authorization")).isNull());
    }

    /// Else a stranger's page could have us read with the token what it wants.
    @Test
    void aServerThatSendsUsThereDoesNotMakeItTravel() throws IOException {
        get(other.uri("/in"));

        assertThat(home.asked("/a"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("authorization")).isNull());
    }

    @Test
    void withoutEncryptionItTravelsOnlyToPrivateServersThatAreAllowed() throws IOException {
        var tokens =
                Tokens.read(tokens("social.example", null), List.of("127.0.0.1:" + home.port()));

        var plain = URI.create("http://social.example:443/a");
        var closed = URI.create("https://social.example/a");
        assertThat(tokens.on(Query.of(plain), plain).headers()).isEmpty();
        assertThat(tokens.on(Query.of(closed), closed).headers())
                .containsEntry("Authorization", "Bearer " + SECRET);
    }

    @Test
    void itIsInNoWordOfTheLogAndInNoDescription(CapturedOutput output) throws IOException {
        get(home.uri("/a"));
        var query = Query.of(home.uri("/a"));
        var tokens = Tokens.read(tokens(home.hostPort(), null), List.of(home.hostPort()));

        assertThat(tokens.on(query, query.uri()).toString() + tokens).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
        home.close();
        get(home.uri("/a"));
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two words", "a\nb"})
    void aFileWithoutOneTokenIsRefusedNamingTheSetting(String content) throws IOException {
        var file = Files.writeString(folder.resolve("bad"), content);

        assertThatThrownBy(() -> Tokens.read(settings(file, "social.example", null), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handbell.ingest.tokens.mine.file");
    }

    @Test
    void aMissingFileIsRefusedNamingTheSetting() {
        var missing = folder.resolve("missing");

        assertThatThrownBy(() -> Tokens.read(settings(missing, "social.example", null), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("handbell.ingest.tokens.mine.file: the file cannot be read");
    }

    @Test
    void theFigureSaysTheSecondsLeftAndIsAbsentWhereNothingExpires() throws IOException {
        var clock = new SettableClock();
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")).plusDays(1);
        var registry = new SimpleMeterRegistry();
        var metrics = new WebMetrics(registry, clock);
        metrics.expiring(Tokens.read(tokens("a.example", null), List.of()).expiring());
        assertThat(registry.find("handbell.token.expires").gauges()).isEmpty();

        metrics.expiring(Tokens.read(tokens("a.example", tomorrow), List.of()).expiring());

        var left = registry.get("handbell.token.expires").tag("platform", "mastodon").gauge();
        assertThat(left.value()).isBetween(1.0, 86_400.0);
        clock.pass(java.time.Duration.ofDays(2));
        assertThat(left.value()).isNegative();
    }

    private void get(URI uri) throws IOException {
        var allowed = List.of(home.hostPort(), other.hostPort());
        var tokens = Tokens.read(tokens(home.hostPort(), null), allowed);
        try (var web =
                Webs.with(tokens, new SimpleMeterRegistry(), allowed.toArray(String[]::new))) {
            web.get(Query.of(uri));
        }
    }

    private TokenSettings tokens(String host, @Nullable LocalDate expires) throws IOException {
        return settings(Files.writeString(folder.resolve("t"), SECRET + "\n"), host, expires);
    }

    private static TokenSettings settings(Path file, String host, @Nullable LocalDate expires) {
        return new TokenSettings(
                Map.of("mine", new Token(Platform.MASTODON, host, file, "bearer", expires)));
    }

    private static void isGivenTheToken(StubServer.Asked asked) {
        assertThat(asked.header("authorization")).isEqualTo("Bearer " + SECRET);
    }
}
