package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.MEDIUM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.FindingEvent;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// A desk with a case under investigation that is about the teacher, with the DSL, the Head and
/// those above, and somebody of HR who has nothing to do with it.
public abstract class InvestigationDesk extends DeskTest {

    protected static final Person HR =
            new Person(
                    "hr", "Invented hr", null, Role.HR_INVESTIGATOR, null, "hr@thornbury.example");

    @Autowired private WebApplicationContext context;
    @Autowired protected Cases cases;
    @Autowired private Members members;
    @Autowired private TransactionTemplate transaction;
    @Autowired protected JdbcClient jdbc;

    protected MockMvc mvc;
    protected Case about;

    @BeforeEach
    void underInvestigation() throws Exception {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        transaction.executeWithoutResult(_ ->
                members.replace(
                        List.of(HEAD, DSL, DEPUTY, CHAIR, EXECUTIVE, TEACHER, HR).stream()
                                .map(p -> new Member(p, null, 8, null))
                                .toList()));
        about = open(found("account-teacher").claiming("P8", MEDIUM).event());
        decide(HEAD, "INVESTIGATION");
    }

    protected static Found found(String account) {
        return Found.by(account, unique("https://example.social/investigated"));
    }

    protected Case open(FindingEvent event) {
        send(event);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> cases.underWayOfPost(event.postId()).isPresent());
        return cases.underWayOfPost(event.postId()).orElseThrow();
    }

    protected MockHttpServletResponse as(
            Person person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        request.with(authentication(place)).with(csrf());
        return mvc.perform(request).andReturn().getResponse();
    }

    protected String path(String rest) {
        return "/cases/" + about.number() + rest;
    }

    protected Case now() {
        return cases.byId(about.caseId()).orElseThrow();
    }

    protected void decide(Person by, String outcome) throws Exception {
        var response =
                as(
                        by,
                        post(path("/decision"))
                                .param("version", String.valueOf(now().version()))
                                .param("outcome", outcome)
                                .param("reason", "TO_BE_LOOKED_INTO")
                                .param("words", "words"));
        assertThat(response.getStatus()).isEqualTo(302);
    }

    protected static String inDays(int days) {
        var day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(days);
        return day.getDayOfMonth() + " " + day.getMonthValue() + " " + day.getYear();
    }

    protected void nominate(Person whom) throws Exception {
        var response =
                as(
                        HEAD,
                        post(path("/nominations"))
                                .param("email", String.valueOf(whom.email()))
                                .param("until", inDays(30))
                                .param("why", "she knows how"));
        assertThat(response.getStatus()).isEqualTo(302);
    }
}
