package org.handbell.cases.exhibits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.audit.AuditFilter;
import org.handbell.cases.audit.AuditPages;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.CreatorsView;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class EvidencePageTest extends DeskTest {

    private static int next = 70;

    @Autowired private WebApplicationContext context;
    @Autowired private Cases cases;
    @Autowired private EvidenceLocker locker;
    @Autowired private CreatorsView creators;
    @Autowired private AuditPages record;
    @Autowired private JdbcClient jdbc;

    private final String account = "account-" + next++;
    private final String url = unique("https://example.social/evidence");
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void eachExhibitStandsWithItsFactsAndTheLinkBefore() throws Exception {
        var about = open();
        send(new FindingEvent.Withdrawn(url, account, Found.NOW.plusSeconds(60)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> locker.of(about.caseId()).size() == 2);

        var page = page(HEAD, about).getContentAsString();

        assertThat(page)
                .contains("2 exhibits, and nothing was changed, added or taken out since")
                .contains("The post as it was seen", "The post was deleted on the platform")
                .contains("Words that were seen")
                .contains("/handbell/ingest", "mastodon", "a real server", "up to 5 minutes")
                .contains("Direct messages are never seen.")
                .contains("{&quot;content&quot;:&quot;any&quot;}");
        for (var exhibit : locker.of(about.caseId())) {
            assertThat(page).contains(exhibit.chain());
        }
        assertThat(page).contains("after <span>" + locker.of(about.caseId()).getFirst().chain());
    }

    @Test
    void whoLookedIsListedAndWhetherTheyStillMay() throws Exception {
        var about = open();
        page(DSL, about);
        jdbc.sql("update cases set targets = array['dsl'] where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(page(DSL, about).getStatus()).isEqualTo(404);

        assertThat(page(HEAD, about).getContentAsString())
                .contains("Invented dsl", "looked at the evidence", "may not see it by their role")
                .contains("tried to open it and could not");
        assertThat(
                        record
                                .page(
                                        AuditFilter.about("case:" + about.number()),
                                        Long.MAX_VALUE,
                                        100)
                                .stream()
                                .filter(entry -> entry.actor().equals("dsl"))
                                .map(entry -> entry.action()))
                .contains("evidence.read", "case.refused");
    }

    @Test
    void theHeadWhoIsTheTargetReadsThatThereIsACaseAndNothingOfIt() throws Exception {
        var about = open();
        var before = noted(HEAD);
        jdbc.sql("update cases set targets = array['head'] where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(noted(HEAD)).isEqualTo(before + 1);
        assertThat(text(HEAD))
                .contains("Aimed at you", "It is with")
                .doesNotContain(about.number().value(), "Words that were seen", "E3");
        jdbc.sql("update cases set subject_id = 'head' where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(noted(HEAD)).as("the subject").isEqualTo(before);
    }

    /// Cases of other tests are there too.
    private long noted(Person person) throws Exception {
        return Pattern.compile("It is with").matcher(text(person)).results().count();
    }

    @Test
    void evidenceThatWasChangedIsNotShownAsEvidence() throws Exception {
        var about = open();
        jdbc.sql("update evidence set salted_hash = sha256(salted_hash) where holder = ?")
                .param(about.caseId())
                .update();
        assertThat(page(HEAD, about).getContentAsString())
                .contains("Do not rely on this evidence")
                .doesNotContain("Words that were seen");
    }

    @Test
    void theCreatorOfAGroupLosesSightOfAPostUnlessItsCaseWasNothing() {
        assertThat(creators.conceals(url)).isFalse();
        var about = open();
        assertThat(creators.conceals(url)).isTrue();
        jdbc.sql("update cases set state = 'ADVISED' where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(creators.conceals(url)).isTrue();
        jdbc.sql("update cases set state = 'NOT_A_CONCERN' where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(creators.conceals(url)).isFalse();
    }

    private String text(Person person) throws Exception {
        return as(person, "/aimed-at-me").getContentAsString();
    }

    private Case open() {
        send(
                Found.by(account, url)
                        .saying("Words that were seen")
                        .routed(Route.SAFEGUARDING)
                        .claiming("E3", HIGH)
                        .event());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cases.underWayOfPost(url).isPresent());
        return cases.underWayOfPost(url).orElseThrow();
    }

    private MockHttpServletResponse page(Person person, Case about) throws Exception {
        return as(person, "/cases/" + about.number() + "/evidence");
    }

    private MockHttpServletResponse as(Person person, String path) throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return mvc.perform(get(path).with(authentication(place))).andReturn().getResponse();
    }
}
