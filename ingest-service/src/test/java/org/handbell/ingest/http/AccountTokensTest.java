package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.TokenSettings.Token;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens that are for one account of a server alone.
class AccountTokensTest {

    private static final String MEMBER = "urn:li:person:RobinAb-1";

    @TempDir private Path folder;
    private final StubServer home = StubServer.start();
    private final StubServer other = StubServer.start();

    @AfterEach
    void close() {
        home.close();
        other.close();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:li:person:RobinAb-1, Bearer of-robin",
        "urn:li:person:Wren, Bearer of-all",
        "'', Bearer of-all"
    })
    void aQuestionAboutAnAccountGoesWithItsTokenAndAnyOtherWithTheServers(
            String account, String sent) {
        home.on("/a", Answer.json("{}"));
        try (var web = Webs.giving(home.hostPort(), Map.of(MEMBER, "of-robin", "", "of-all"))) {
            web.get(Query.of(home.uri("/a")).about(account));
        }

        assertThat(home.asked().getFirst().header("authorization")).isEqualTo(sent);
    }

    @Test
    void aQuestionAboutNobodyIsNotGivenSomebodysToken() {
        home.on("/a", Answer.json("{}"));
        try (var web = Webs.giving(home.hostPort(), Map.of(MEMBER, "of-robin"))) {
            web.get(Query.of(home.uri("/a")));
        }

        assertThat(home.asked().getFirst().header("authorization")).isNull();
    }

    @Test
    void itGoesOnAfterARedirectToTheSameServerAlone() {
        home.on("/a", Answer.status(302).with("Location", "/b"));
        home.on("/b", Answer.status(302).with("Location", other.url("/c")));
        other.on("/c", Answer.json("{}"));
        var tokens =
                new Tokens(
                        Map.of(home.hostPort() + "/" + MEMBER, Credential.of("bearer", "of-robin")),
                        Set.of(home.hostPort(), other.hostPort()),
                        List.of());
        try (var web =
                Webs.with(tokens, new SimpleMeterRegistry(), home.hostPort(), other.hostPort())) {
            web.get(Query.of(home.uri("/a")).about(MEMBER));
        }

        assertThat(home.asked())
                .hasSize(2)
                .allMatch(asked -> "Bearer of-robin".equals(asked.header("authorization")));
        assertThat(other.asked())
                .singleElement()
                .extracting(asked -> asked.header("authorization"))
                .isNull();
    }

    @Test
    void theSettingNamesTheServerAndTheAccount() throws IOException {
        var file = Files.writeString(folder.resolve("t"), "of-robin-alone");
        var token =
                new Token(Platform.LINKEDIN, "API.linkedin.com/" + MEMBER, file, "bearer", null);
        var tokens = Tokens.read(new TokenSettings(Map.of("robin", token)), List.of());
        var question = Query.of(URI.create("https://api.linkedin.com/v2/complianceEvents"));

        assertThat(tokens.on(question.about(MEMBER), question.uri()).headers())
                .containsEntry("Authorization", "Bearer of-robin-alone");
        assertThat(tokens.on(question, question.uri()).headers()).isEmpty();
    }
}
