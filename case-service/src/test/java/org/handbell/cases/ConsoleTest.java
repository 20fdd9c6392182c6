package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.register.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

class ConsoleTest {

    private static TestDesk desk;
    private static MockMvc mvc;

    @BeforeAll
    static void start() {
        desk = TestDesk.withTrust(Map.of("handbell.sign-in.one-click", "true"));
        mvc = desk.mvc();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aStrangerIsLedToTheSignIn() throws Exception {
        mvc.perform(get("/")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/accounts")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/audit")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/queue")).andExpect(redirectedUrl("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/assets/cases/handbell.css",
                "/assets/cases/start.js",
                "/assets/cases/bell.svg",
                "/assets/govuk/govuk-frontend.min.css",
                "/assets/govuk/govuk-frontend.min.js",
                "/assets/htmx/htmx.min.js",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void whatIsPublicIsThereForAStranger(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/govuk/assets/fonts/bold-b542beb274-v2.woff2",
                "/assets/fonts/bold-b542beb274-v2.woff2",
                "/assets/govuk/assets/images/govuk-crest.svg",
                "/assets/govuk/package.json",
                "/assets/cases/..%2f..%2fcase-service.yml"
            })
    void fontsAndCrestsOfTheGovernmentAreNotServed(String path) throws Exception {
        var status = mvc.perform(get(URI.create(path))).andReturn().getResponse().getStatus();
        assertThat(status).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "st-1, /queue",
        "st-2, /queue",
        "st-5, /queue",
        "st-8, /queue",
        "gv-1, /queue",
        "st-6, /accounts",
        "st-9, /accounts",
        "op-1, /accounts"
    })
    void eachRoleBeginsWithItsPage(String person, String page) throws Exception {
        mvc.perform(get("/").session(as(person))).andExpect(redirectedUrl(page));
    }

    @Test
    void theSeatsOfAnInventedSchoolAreOnTheSignInPage() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(content().string(containsString("Designated safeguarding lead")))
                .andExpect(content().string(containsString("Omar Finch")))
                .andExpect(content().string(containsString("Creator of a group")))
                .andExpect(content().string(containsString("Callum Wick")))
                .andExpect(content().string(containsString("Operator")))
                .andExpect(content().string(not(containsString("type=\"password\""))));
    }

    @Test
    void aSeatIsTakenOnlyWithTheTokenOfTheForm() throws Exception {
        mvc.perform(post("/sign-in/as").param("person", desk.id("st-1")))
                .andExpect(status().isForbidden());
        mvc.perform(post("/sign-in/as").with(csrf()).param("person", "nobody"))
                .andExpect(status().isNotFound());
    }

    @Test
    void takingASeatIsRecorded() throws Exception {
        as("st-7");
        assertThat(desk.bean(AuditTrail.class).latest(5))
                .extracting(AuditEntry::action, AuditEntry::actor)
                .contains(tuple("person.signed-in", desk.id("st-7")));
    }

    @ParameterizedTest
    @CsvSource({"op-1, 200", "st-9, 200", "st-1, 403", "st-2, 403", "st-6, 403"})
    void theAuditTrailIsForWhoLooksAfterTheSystem(String person, int status) throws Exception {
        mvc.perform(get("/audit").session(as(person))).andExpect(status().is(status));
    }

    @Test
    void aHeadSeesTheAccountsOfTheirAcademyAndATeacherTheirOwn() throws Exception {
        mvc.perform(get("/accounts").session(as("st-1")))
                .andExpect(content().string(containsString("@wick@social.example")))
                .andExpect(content().string(containsString("Nothing is collected. Missing: ")))
                .andExpect(content().string(containsString("Public posts from 1 October 2026 on")));
        mvc.perform(get("/accounts").session(as("st-3")))
                .andExpect(content().string(not(containsString("@wick@social.example"))));
        mvc.perform(get("/accounts").session(as("st-7")))
                .andExpect(content().string(containsString("quill.example")))
                .andExpect(content().string(not(containsString("@wick@social.example"))));
    }

    @Test
    void aHeadApprovesAndWithdrawsAndBothAreRecorded() throws Exception {
        var head = as("st-1");
        var account = desk.id("ac-3");
        var review = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(3);
        mvc.perform(
                        post("/accounts/" + account + "/approve")
                                .session(head)
                                .with(csrf())
                                .param("version", "1")
                                .param("reason", "The choir is for staff")
                                .param("review-day", Integer.toString(review.getDayOfMonth()))
                                .param("review-month", Integer.toString(review.getMonthValue()))
                                .param("review-year", Integer.toString(review.getYear())))
                .andExpect(redirectedUrl("/accounts/" + account));
        assertThat(accounts().byId(account).orElseThrow().gates().approver())
                .isEqualTo(desk.id("st-1"));
        mvc.perform(
                        post("/accounts/" + account + "/withdraw")
                                .session(head)
                                .with(csrf())
                                .param("version", "2")
                                .param("reason", "It is not used"))
                .andExpect(redirectedUrl("/accounts/" + account));
        assertThat(accounts().byId(account).orElseThrow().unmet())
                .containsExactly("approver", "approval");
        assertThat(desk.bean(AuditTrail.class).latest(10))
                .filteredOn(entry -> entry.subject().equals("account:" + account))
                .extracting(AuditEntry::action)
                .containsExactly("account.approval-withdrawn", "account.approved");
    }

    @ParameterizedTest
    @CsvSource({
        "st-3, ac-1, 404",
        "st-2, ac-1, 403",
        "st-6, ac-1, 403",
        "op-1, ac-1, 403",
        "st-1, ac-4, 403",
        "st-9, ac-1, 403"
    })
    void nobodyElseDecidesAndNobodyAboutTheirOwn(String person, String account, int status)
            throws Exception {
        var session = as(person);
        mvc.perform(
                        post("/accounts/" + desk.id(account) + "/withdraw")
                                .session(session)
                                .with(csrf()))
                .andExpect(status().is(status));
        assertThat(accounts().byId(desk.id(account)).orElseThrow().approved()).isTrue();
    }

    @Test
    void whoLeavesTheRegisterLosesTheirPlaceAtOnce() throws Exception {
        var session = as("gv-1");
        mvc.perform(get("/accounts").session(session)).andExpect(status().isOk());
        desk.transaction()
                .executeWithoutResult(transaction -> {
                    desk.bean(JdbcClient.class)
                            .sql("delete from person where person_id = ?")
                            .param(desk.id("gv-1"))
                            .update();
                    expectRedirect(session);
                    transaction.setRollbackOnly();
                });
    }

    @Test
    void pagesAreNotStoredAndRunNoForeignScript() throws Exception {
        mvc.perform(get("/accounts").session(as("st-2")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        containsString("default-src 'none'")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(not(containsString("style=\""))));
        mvc.perform(get("/assets/cases/handbell.css"))
                .andExpect(header().string("Cache-Control", containsString("max-age")));
    }

    @Test
    void everyPageTellsTheBrowserWhichHtmlItIs() throws Exception {
        var pages =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/templates/cases/**/*.html");
        assertThat(pages).isNotEmpty();
        for (var page : pages) {
            var text = page.getContentAsString(StandardCharsets.UTF_8);
            if (text.contains("cases/layout :: page")) {
                assertThat(text).as(page.getFilename()).startsWith("<!DOCTYPE html>");
            }
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        var session = as("st-2");
        mvc.perform(post("/sign-out").session(session).with(csrf()))
                .andExpect(redirectedUrl("/sign-in?left"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void figuresCountWhatTheBrokerHas() throws Exception {
        await().untilAsserted(() ->
                mvc.perform(get("/actuator/prometheus"))
                        .andExpect(
                                content()
                                        .string(
                                                containsString(
                                                        "handbell_published_total{application=\"case-service\",topic=\"accounts.v1\"}")))
                        .andExpect(
                                content()
                                        .string(
                                                containsString(
                                                        "handbell_publications_incomplete"))));
    }

    private static void expectRedirect(MockHttpSession session) {
        try {
            mvc.perform(get("/accounts").session(session)).andExpect(redirectedUrl("/sign-in"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Accounts accounts() {
        return desk.bean(Accounts.class);
    }

    private static MockHttpSession as(String person) throws Exception {
        var session = new MockHttpSession();
        mvc.perform(
                        post("/sign-in/as")
                                .session(session)
                                .with(csrf())
                                .param("person", desk.id(person)))
                .andExpect(redirectedUrl("/"));
        return session;
    }
}
