package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpSession;

@ExtendWith(OutputCaptureExtension.class)
class OpenIdProvidersTest {

    private static final String PROVIDER = "spring.security.oauth2.client.provider.school.";

    @Test
    void aProviderThatCallsItselfOtherwiseEndsTheStartWithTheRemedy(CapturedOutput output)
            throws Exception {
        try (var provider = new TestIdentityProvider()) {
            provider.describeAs("https://sign-in.larkmoor.example");
            assertThatThrownBy(() -> TestDesk.withTrust(provider.properties()).close())
                    .hasMessageContaining("calls itself 'https://sign-in.larkmoor.example'");
            assertThat(output.getOut())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Set it to exactly what the provider calls itself");
        }
    }

    @Test
    void aGroupAtAnAcademyThatDoesNotExistEndsTheStartWithTheRemedy(CapturedOutput output)
            throws Exception {
        try (var provider = new TestIdentityProvider()) {
            var settings = new HashMap<>(provider.properties());
            settings.put("handbell.sign-in.groups[0].group", "heads");
            settings.put("handbell.sign-in.groups[0].role", "HEAD");
            settings.put("handbell.sign-in.groups[0].academy", "nowhere");
            assertThatThrownBy(() -> TestDesk.withTrust(settings).close())
                    .hasMessageContaining("handbell.sign-in.groups[0].academy is 'nowhere'");
            assertThat(output.getOut()).contains("Use one of d");
        }
    }

    @Test
    void theDeskStartsWithoutItsProviderAndFindsItLater(CapturedOutput output) throws Exception {
        try (var provider = new TestIdentityProvider()) {
            var settings = new HashMap<>(provider.properties());
            settings.put(PROVIDER + "issuer-uri", "http://127.0.0.1:1");
            try (var desk = TestDesk.withTrust(settings)) {
                assertThat(output.getOut()).contains("Nobody can sign in by school yet");
                var location =
                        desk.mvc()
                                .perform(
                                        get("/oauth2/authorization/school")
                                                .session(new MockHttpSession()))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl();
                assertThat(location).isEqualTo("/sign-in?unreachable");
                assertThat(output.getOut()).doesNotContain("\tat ");
            }
        }
    }

    /// As in a compose file: the browser and the desk reach the provider at different addresses.
    @Test
    void addressesSetOneByOneNeedNoDescriptionButAnIssuer() throws Exception {
        try (var provider = new TestIdentityProvider()) {
            var settings = new HashMap<>(provider.properties());
            settings.remove(PROVIDER + "issuer-uri");
            settings.put(
                    PROVIDER + "authorization-uri",
                    "http://outside.example/authorize?access_type=offline&prompt=consent");
            settings.put(PROVIDER + "token-uri", provider.url() + "/token");
            settings.put(PROVIDER + "jwk-set-uri", provider.url() + "/keys");
            assertThatThrownBy(() -> TestDesk.withTrust(settings).close())
                    .hasMessageContaining("handbell.sign-in.providers.school.issuer");
            settings.put("handbell.sign-in.providers.school.issuer", provider.url());
            settings.put("handbell.console.base-url", "https://handbell.example");
            settings.remove("spring.security.oauth2.client.registration.school.redirect-uri");
            try (var desk = TestDesk.withTrust(settings)) {
                behindAnIngress(desk);
            }
        }
    }

    /// By a real connection, for MockMvc has neither cookies' flags nor a proxy's headers.
    private static void behindAnIngress(TestDesk desk) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var away =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d/oauth2/authorization/school"
                                                            .formatted(desk.port())))
                                    .header("X-Forwarded-Proto", "https")
                                    .header("X-Forwarded-Host", "handbell.example")
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            BodyHandlers.discarding());
            assertThat(away.headers().firstValue("Location").orElseThrow())
                    .startsWith(
                            "http://outside.example/authorize?access_type=offline&prompt=consent&")
                    .contains("redirect_uri=https://handbell.example/login/oauth2/code/school");
            assertThat(away.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("HANDBELL_DESK=", "Secure", "HttpOnly", "SameSite=Lax");
            assertThat(away.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void aProviderAsGoogleHasADomainNoGroupsAndPerhapsNoRefreshToken() throws Exception {
        try (var school =
                OpenIdDesk.start(
                        Map.of(
                                "handbell.sign-in.recheck.without-refresh",
                                "1s",
                                "handbell.sign-in.providers.school.domain",
                                "larkmoor.example",
                                "handbell.sign-in.providers.school.groups-claim",
                                "",
                                "handbell.sign-in.groups[0].group",
                                "of another provider",
                                "handbell.sign-in.groups[0].role",
                                "OPERATOR"))) {
            school.provider.giveNoRefreshTokens();
            var session = new MockHttpSession();
            var claims = new HashMap<String, Object>();
            claims.put("sub", "s-head");
            claims.put("email", school.desk.id("head@larkmoor.example"));
            claims.put("email_verified", true);
            assertThat(school.comesBack(session, claims))
                    .as("a Google account outside the trust's domain")
                    .isEqualTo("/sign-in?elsewhere");
            claims.put("hd", "larkmoor.example");
            assertThat(school.comesBack(session, claims)).isEqualTo("/");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> school.sentTo(session, "/queue"), "/sign-in?ended"::equals);
        }
    }
}
