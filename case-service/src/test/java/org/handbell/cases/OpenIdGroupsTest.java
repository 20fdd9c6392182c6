package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/// Tokens in the form of Microsoft Entra's: object ids as groups, `xms_edov` in the place of
/// `email_verified`. The provider is asked again every second.
class OpenIdGroupsTest {

    private static final String DSLS = "5f0c6a2e-0000-4000-8000-000000000001";
    private static final String OPERATORS = "5f0c6a2e-0000-4000-8000-000000000002";
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static OpenIdDesk school;

    @BeforeAll
    static void start() throws Exception {
        school =
                OpenIdDesk.start(
                        Map.of(
                                "handbell.sign-in.groups[0].group", DSLS,
                                "handbell.sign-in.groups[0].role", "dsl",
                                "handbell.sign-in.groups[0].academy", "*",
                                "handbell.sign-in.groups[1].group", OPERATORS,
                                "handbell.sign-in.groups[1].role", "OPERATOR",
                                "handbell.sign-in.providers.school.verified-claim", "xms_edov",
                                "handbell.sign-in.recheck.every", "1s",
                                "handbell.sign-in.recheck.outage", "3s",
                                "handbell.sign-in.recheck.without-refresh", "1s"));
    }

    @AfterEach
    void healthy() {
        school.provider.giveTokens();
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @Test
    void aGroupConfirmsARoleOfTheRegister() throws Exception {
        assertThat(comesBack("dsl", List.of("another", DSLS))).isEqualTo("/");
        assertThat(comesBack("dsl", List.of("another"))).isEqualTo("/sign-in?no-group");
        assertThat(comesBack("dsl", TestIdentityProvider.ABSENT)).isEqualTo("/sign-in?no-group");
    }

    @Test
    void aDecidingRoleWithoutAnyGroupInTheSettingsIsNotHeldByTheRegisterAlone() throws Exception {
        assertThat(comesBack("head", List.of(DSLS))).isEqualTo("/sign-in?no-group");
    }

    @Test
    void aGroupNeverAddsARoleThatSeesCases() throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, claims("wick", List.of(DSLS)))).isEqualTo("/");
        assertThat(school.sentTo(session, "/")).as("the page of a teacher").isEqualTo("/accounts");
        school.mvc.perform(get("/audit").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void aGroupGivesARoleThatSeesNoCase() throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, claims("teacher", List.of(DSLS))))
                .as("a deputy by the register, whose role no group confirms")
                .isEqualTo("/sign-in?no-group");
        assertThat(school.comesBack(session, claims("wick", List.of(OPERATORS)))).isEqualTo("/");
        school.mvc.perform(get("/audit").session(session)).andExpect(status().isOk());
    }

    @Test
    void whoDecidesCasesIsNotMadeAnOperatorByAGroup() throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, claims("dsl", List.of(DSLS, OPERATORS))))
                .isEqualTo("/");
        school.mvc.perform(get("/audit").session(session)).andExpect(status().isForbidden());
    }

    @Test
    void aGroupWithoutAnEntryInTheRegisterGivesNothing() throws Exception {
        assertThat(comesBack("stranger", List.of(OPERATORS))).isEqualTo("/sign-in?unknown");
    }

    @Test
    void groupsThatWereTooManyToSendAreNamed() throws Exception {
        var claims = new HashMap<>(claims("dsl", TestIdentityProvider.ABSENT));
        claims.put("_claim_names", Map.of("groups", "src1"));
        assertThat(school.comesBack(new MockHttpSession(), claims))
                .isEqualTo("/sign-in?too-many-groups");
        claims.remove("_claim_names");
        claims.put("hasgroups", true);
        assertThat(school.comesBack(new MockHttpSession(), claims))
                .isEqualTo("/sign-in?too-many-groups");
    }

    @Test
    void whoLeavesTheGroupIsCutOffAtTheNextCheck() throws Exception {
        var session = arrived("dsl", List.of(DSLS));
        school.provider.claim("groups", List.of("another"));
        await().atMost(BOUND)
                .until(() -> school.sentTo(session, "/queue"), "/sign-in?no-group"::equals);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoIsDisabledAtTheProviderIsCutOffAtTheNextCheck() throws Exception {
        var session = arrived("dsl", List.of(DSLS));
        school.provider.refuseTokens(400, "invalid_grant");
        await().atMost(BOUND)
                .until(() -> school.sentTo(session, "/queue"), "/sign-in?ended"::equals);
    }

    @Test
    void aSessionGoesOnThroughAShortOutageAndEndsInALongOne() throws Exception {
        var session = arrived("dsl", List.of(DSLS));
        school.provider.refuseTokens(503, "busy");
        var begun = System.nanoTime();
        await().atMost(BOUND)
                .until(() -> school.sentTo(session, "/queue"), "/sign-in?unreachable"::equals);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void anAnswerAboutSomebodyElseEndsTheSession() throws Exception {
        var session = arrived("dsl", List.of(DSLS));
        school.provider.claim("sub", "somebody else");
        await().atMost(BOUND)
                .until(() -> school.sentTo(session, "/queue"), "/sign-in?another"::equals);
    }

    private static MockHttpSession arrived(String who, Object groups) throws Exception {
        var session = new MockHttpSession();
        assertThat(school.comesBack(session, claims(who, groups))).isEqualTo("/");
        assertThat(school.sentTo(session, "/queue")).isEmpty();
        return session;
    }

    private static String comesBack(String who, Object groups) throws Exception {
        return school.comesBack(new MockHttpSession(), claims(who, groups));
    }

    private static Map<String, Object> claims(String who, Object groups) {
        return Map.of(
                "sub",
                "s-" + who,
                "email",
                school.desk.id(who + "@larkmoor.example"),
                "xms_edov",
                "1",
                "groups",
                groups);
    }
}
