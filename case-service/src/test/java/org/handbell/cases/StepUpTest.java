package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/// Who wants to open a case shows once more who they are: once for each device and shift.
class StepUpTest {

    private static final String CASE = "/cases/ZZZZ-ZZ";
    private static final String COOKIE = "HANDBELL_DEVICE";

    private static OpenIdDesk school;

    @BeforeAll
    static void start() throws Exception {
        school =
                OpenIdDesk.start(
                        Map.of(
                                "handbell.sign-in.step-up.acr-values", "two-factors stronger",
                                "handbell.console.base-url", "https://desk.example"));
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @Test
    void whoSignedInLongAgoIsAskedAgainBeforeTheFirstCaseAndThenOnThisDeviceNoMore()
            throws Exception {
        var session = new MockHttpSession();
        assertThat(comesBack(session, Duration.ofHours(3), "two-factors", false).getCookie(COOKIE))
                .isNull();
        assertThat(school.sentTo(session, "/queue")).isEmpty();
        assertThat(school.sentTo(session, CASE + "?from=mail")).isEqualTo("/sign-in/again");
        assertThat(page(session, "/sign-in/again").getContentAsString())
                .contains("Sign in again with the school", "/oauth2/authorization/school?again=");

        var back = comesBack(session, Duration.ofSeconds(3), "two-factors", true);
        assertThat(back.getRedirectedUrl()).isEqualTo(CASE + "?from=mail");
        var device = Objects.requireNonNull(back.getCookie(COOKIE));
        assertThat(device.isHttpOnly()).isTrue();
        assertThat(device.getSecure()).isTrue();
        assertThat(device.getAttribute("SameSite")).isEqualTo("Strict");
        assertThat(device.getMaxAge()).isEqualTo((int) Duration.ofHours(10).toSeconds());

        assertThat(with(device, session, CASE).getStatus()).isEqualTo(404);
        var tomorrow = new MockHttpSession();
        comesBack(tomorrow, Duration.ofHours(3), "two-factors", false);
        assertThat(with(device, tomorrow, CASE).getStatus()).isEqualTo(404);
        assertThat(school.sentTo(tomorrow, CASE)).as("another device").isEqualTo("/sign-in/again");
    }

    @Test
    void theProviderIsToldToAskAgainAndHow() throws Exception {
        var asked =
                OpenIdDesk.parameters(
                        String.valueOf(
                                page(new MockHttpSession(), "/oauth2/authorization/school?again=")
                                        .getRedirectedUrl()));
        assertThat(asked.getFirst("prompt")).isEqualTo("login");
        assertThat(asked.getFirst("max_age")).isEqualTo("0");
        assertThat(OpenIdDesk.decoded(asked.getFirst("acr_values")))
                .isEqualTo("two-factors stronger");
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
    }

    @Test
    void whoSignedInAMomentAgoIsNotAskedTwice() throws Exception {
        var session = new MockHttpSession();
        var back = comesBack(session, Duration.ofSeconds(20), "stronger", false);
        var device = Objects.requireNonNull(back.getCookie(COOKIE));
        assertThat(with(device, session, CASE).getStatus()).isEqualTo(404);
    }

    @Test
    void aProviderThatDidNotAskOrAskedInAWeakerWayOpensNoCase() throws Exception {
        for (var weak : new String[] {"old", "password-only", "silent"}) {
            var session = new MockHttpSession();
            comesBack(session, Duration.ofHours(3), "two-factors", false);
            school.sentTo(session, CASE);
            var back =
                    switch (weak) {
                        case "old" -> comesBack(session, Duration.ofMinutes(6), "stronger", true);
                        case "password-only" -> comesBack(session, Duration.ZERO, "password", true);
                        default -> comesBack(session, null, "two-factors", true);
                    };
            assertThat(back.getRedirectedUrl()).as(weak).isEqualTo("/sign-in/again?stale");
            assertThat(back.getCookie(COOKIE)).as(weak).isNull();
            assertThat(page(session, "/sign-in/again?stale=").getContentAsString())
                    .contains("You were not asked");
        }
    }

    @Test
    void theDevicesNumberIsOfNoUseToAnybodyElseOrWhenTheShiftIsOver() throws Exception {
        var session = new MockHttpSession();
        var device =
                Objects.requireNonNull(
                        comesBack(session, Duration.ZERO, "stronger", false).getCookie(COOKIE));
        var other = new MockHttpSession();
        comesBack(other, "dsl@larkmoor.example", Duration.ofHours(3), "stronger", false);
        assertThat(with(device, other, CASE).getRedirectedUrl()).isEqualTo("/sign-in/again");
        var forged = new Cookie(COOKIE, device.getValue() + "x");
        assertThat(with(forged, session, CASE).getRedirectedUrl()).isEqualTo("/sign-in/again");

        var jdbc = school.desk.bean(JdbcClient.class);
        assertThat(
                        jdbc.sql("select encode(device, 'escape') from confirmed_device")
                                .query(String.class)
                                .list())
                .noneMatch(stored -> stored.contains(device.getValue()));
        jdbc.sql("update confirmed_device set until = now()").update();
        assertThat(with(device, session, CASE).getRedirectedUrl()).isEqualTo("/sign-in/again");
    }

    /// Then the browser sends no cookie of the device, which it may have all the same.
    @Test
    void whoFollowsALinkInAMailComesOnceMoreFromHereBeforeTheyAreAsked() throws Exception {
        var session = new MockHttpSession();
        comesBack(session, Duration.ofHours(3), "stronger", false);
        var answer =
                school.mvc
                        .perform(get(CASE).session(session).header("Sec-Fetch-Site", "cross-site"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Refresh")).isEqualTo("0");
        assertThat(answer.getContentAsString()).contains("href=\"" + CASE + "\"");
    }

    @Test
    void withAPasswordOfTheDesksOwnThePasswordIsAskedAgain() throws Exception {
        try (var desk =
                TestDesk.withTrust(
                        Map.of(
                                "handbell.sign-in.local", "true",
                                "handbell.sign-in.step-up.on", "true"))) {
            var operator = desk.id("op-1");
            desk.bean(JdbcClient.class)
                    .sql("update local_password set hash = '{noop}right'")
                    .update();
            var session = new MockHttpSession();
            var mvc = desk.mvc();
            var signIn =
                    post("/sign-in")
                            .session(session)
                            .with(csrf())
                            .param("username", operator)
                            .param("password", "right");
            var device =
                    Objects.requireNonNull(
                            mvc.perform(signIn).andReturn().getResponse().getCookie(COOKIE));
            assertThat(device.getSecure()).as("over plain http").isFalse();
            assertThat(
                            mvc.perform(get(CASE).session(session).cookie(device))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(404);

            var asked = mvc.perform(get(CASE).session(session)).andReturn().getResponse();
            assertThat(asked.getRedirectedUrl()).isEqualTo("/sign-in/again");
            assertThat(again(mvc, session, "wrong").getStatus()).isEqualTo(422);
            var right = again(mvc, session, "right");
            assertThat(right.getRedirectedUrl()).isEqualTo(CASE);
            assertThat(right.getCookie(COOKIE)).isNotNull();

            for (var i = 0; i < 4; i++) {
                assertThat(again(mvc, session, "wrong").getStatus()).isEqualTo(422);
            }
            assertThat(again(mvc, session, "wrong").getRedirectedUrl())
                    .isEqualTo("/sign-in?refused");
            assertThat(session.isInvalid()).isTrue();
        }
    }

    private static MockHttpServletResponse again(
            MockMvc mvc, MockHttpSession session, String password) throws Exception {
        return mvc.perform(
                        post("/sign-in/again")
                                .session(session)
                                .with(csrf())
                                .param("password", password))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletResponse comesBack(
            MockHttpSession session, @Nullable Duration ago, String how, boolean again)
            throws Exception {
        return comesBack(session, "head@larkmoor.example", ago, how, again);
    }

    private static MockHttpServletResponse comesBack(
            MockHttpSession session,
            String email,
            @Nullable Duration ago,
            String how,
            boolean again)
            throws Exception {
        var out = "/oauth2/authorization/school" + (again ? "?again=" : "");
        var asked = OpenIdDesk.parameters(String.valueOf(page(session, out).getRedirectedUrl()));
        var claims = new HashMap<String, Object>();
        claims.put("sub", "s-" + email);
        claims.put("email", school.desk.id(email));
        claims.put("email_verified", true);
        claims.put("nonce", OpenIdDesk.decoded(asked.getFirst("nonce")));
        claims.put("acr", how);
        if (ago != null) {
            claims.put("auth_time", Date.from(Instant.now().minus(ago)));
        }
        school.provider.person(claims);
        return school.mvc
                .perform(
                        get("/login/oauth2/code/school")
                                .session(session)
                                .queryParam("code", "c")
                                .queryParam("state", OpenIdDesk.decoded(asked.getFirst("state"))))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletResponse page(MockHttpSession session, String page)
            throws Exception {
        return school.mvc.perform(get(URI.create(page)).session(session)).andReturn().getResponse();
    }

    private static MockHttpServletResponse with(Cookie device, MockHttpSession session, String page)
            throws Exception {
        return school.mvc
                .perform(get(page).session(session).cookie(device))
                .andReturn()
                .getResponse();
    }
}
