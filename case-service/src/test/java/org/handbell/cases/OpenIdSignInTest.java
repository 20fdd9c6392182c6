package org.handbell.cases;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

class OpenIdSignInTest {

    private static OpenIdDesk school;

    @BeforeAll
    static void start() throws Exception {
        school = OpenIdDesk.start(Map.of());
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @Test
    void theSignInPageLeadsToTheProviderWithAProofKey() throws Exception {
        school.mvc
                .perform(get("/sign-in"))
                .andExpect(content().string(containsString("Sign in with the school")))
                .andExpect(content().string(containsString("/oauth2/authorization/school")));
        var asked = OpenIdDesk.parameters(school.away(new MockHttpSession()));
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("scope")).contains("openid").contains("email");
    }

    @Test
    void whoIsInTheRegisterGetsTheirPlace() throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, claims("DSL@larkmoor.example", "s-dsl")))
                .isEqualTo("/");
        school.mvc.perform(get("/").session(session)).andExpect(redirectedUrl("/queue"));
        school.mvc
                .perform(get("/accounts").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Omar Finch, DSL")));
    }

    @Test
    void whoIsNotInTheRegisterIsRefusedInWords() throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, as("stranger@elsewhere.example", "s-stranger")))
                .isEqualTo("/sign-in?unknown");
        school.mvc.perform(get("/accounts").session(session)).andExpect(redirectedUrl("/sign-in"));
        school.mvc
                .perform(get("/sign-in").queryParam("unknown", ""))
                .andExpect(content().string(containsString("Ask the operator to add you")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", TestIdentityProvider.ABSENT})
    void anAddressThatNobodyVerifiedDoesNotCount(String verified) throws Exception {
        var claims =
                Map.<String, Object>of(
                        "sub",
                        "s-unverified",
                        "email",
                        school.desk.id("head@larkmoor.example"),
                        "email_verified",
                        verified);
        assertThat(school.comesBack(new MockHttpSession(), claims))
                .isEqualTo("/sign-in?unverified");
    }

    @Test
    void whoIsGivenAnAddressLaterDoesNotBecomeItsFormerOwner() throws Exception {
        var address = "wick@larkmoor.example";
        assertThat(school.comesBack(new MockHttpSession(), claims(address, "s-wick")))
                .isEqualTo("/");
        assertThat(school.comesBack(new MockHttpSession(), claims(address, "s-newcomer")))
                .isEqualTo("/sign-in?another");
        assertThat(school.comesBack(new MockHttpSession(), claims("x@x.example", "s-wick")))
                .as("the account stays theirs, whatever address it has now")
                .isEqualTo("/");
    }

    @Test
    void anAddressThatChangesInTheRegisterIsProvedAnew() throws Exception {
        assertThat(
                        school.comesBack(
                                new MockHttpSession(), claims("teacher@larkmoor.example", "s-old")))
                .isEqualTo("/");
        school.desk
                .bean(JdbcClient.class)
                .sql("update person set email = ? where person_id = ?")
                .params(school.desk.id("bramble@larkmoor.example"), school.desk.id("st-5"))
                .update();
        assertThat(
                        school.comesBack(
                                new MockHttpSession(), claims("teacher@larkmoor.example", "s-old")))
                .isEqualTo("/sign-in?unknown");
        assertThat(
                        school.comesBack(
                                new MockHttpSession(), claims("bramble@larkmoor.example", "s-new")))
                .isEqualTo("/");
    }

    @Test
    void aTokenThatIsTooOldIsRefusedAndOneWithinAMinuteIsNot() throws Exception {
        assertThat(school.comesBack(new MockHttpSession(), expired(Duration.ofMinutes(2))))
                .isEqualTo("/sign-in?expired");
        assertThat(school.comesBack(new MockHttpSession(), expired(Duration.ofSeconds(20))))
                .isEqualTo("/");
    }

    private static Map<String, Object> expired(Duration ago) {
        var now = Instant.now();
        return Map.ofEntries(
                entry("sub", "s-exec"),
                entry("email", school.desk.id("exec@larkmoor.example")),
                entry("email_verified", true),
                entry("iat", Date.from(now.minus(Duration.ofMinutes(30)))),
                entry("exp", Date.from(now.minus(ago))));
    }

    @Test
    void aTokenOfAnotherSignInIsRefusedInWords() throws Exception {
        var claims =
                Map.<String, Object>of(
                        "sub",
                        "s-head",
                        "email",
                        school.desk.id("head@larkmoor.example"),
                        "email_verified",
                        true,
                        "nonce",
                        "of another sign-in");
        assertThat(school.comesBack(new MockHttpSession(), claims)).isEqualTo("/sign-in?expired");
        school.mvc
                .perform(get("/sign-in").queryParam("expired", ""))
                .andExpect(content().string(containsString("the clock of a server may be wrong")));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        var claims =
                Map.<String, Object>of(
                        "iss",
                        "https://elsewhere.example",
                        "email",
                        school.desk.id("head@larkmoor.example"),
                        "email_verified",
                        true);
        assertThat(school.comesBack(new MockHttpSession(), claims)).isEqualTo("/sign-in?elsewhere");
    }

    @Test
    void aProviderThatRefusesTheDeskOrIsBrokenLeadsToAPageWithTheRemedy() throws Exception {
        try {
            school.provider.refuseTokens(401, "unauthorized_client");
            assertThat(
                            school.comesBack(
                                    new MockHttpSession(), claims("head@larkmoor.example", "h")))
                    .isEqualTo("/sign-in?desk-refused");
            school.provider.refuseTokens(503, "busy");
            assertThat(
                            school.comesBack(
                                    new MockHttpSession(), claims("head@larkmoor.example", "h")))
                    .isEqualTo("/sign-in?unreachable");
        } finally {
            school.provider.giveTokens();
        }
        school.mvc
                .perform(get("/sign-in").queryParam("desk-refused", ""))
                .andExpect(content().string(containsString("the client secret")));
    }

    @Test
    void signingOutEndsTheProvidersSessionToo() throws Exception {
        var session = new MockHttpSession();
        school.comesBack(session, claims("dsl@larkmoor.example", "s-dsl"));
        var to =
                school.mvc
                        .perform(post("/sign-out").session(session).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(to).startsWith(school.provider.url() + "/leave?id_token_hint=ey");
        assertThat(
                        OpenIdDesk.decoded(
                                OpenIdDesk.parameters(String.valueOf(to))
                                        .getFirst("post_logout_redirect_uri")))
                .isEqualTo("http://localhost:8080/sign-in?left");
        assertThat(session.isInvalid()).isTrue();
        school.mvc
                .perform(get("/sign-in"))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        containsString(
                                                "form-action 'self' "
                                                        + school.provider.url()
                                                        + ";")));
    }

    @Test
    void whatIsBoundIsInTheAuditTrailWithoutNameOrAddress() throws Exception {
        school.comesBack(new MockHttpSession(), claims("chair@larkmoor.example", "s-chair"));
        var entries =
                school.desk
                        .bean(JdbcClient.class)
                        .sql("select action || ' ' || detail from audit_entry where actor = ?")
                        .param(school.desk.id("gv-1"))
                        .query((row, n) -> row.getString(1))
                        .list();
        assertThat(entries)
                .isEqualTo(
                        List.of(
                                "person.account-bound at school",
                                "person.signed-in by openid as CHAIR"));
    }

    private static Map<String, Object> claims(String email, String subject) {
        return as(school.desk.id(email), subject);
    }

    private static Map<String, Object> as(String email, String subject) {
        return Map.of("sub", subject, "email", email, "email_verified", true);
    }
}
