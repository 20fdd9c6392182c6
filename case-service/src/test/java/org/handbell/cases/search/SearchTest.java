package org.handbell.cases.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.contract.Severity.MEDIUM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class SearchTest extends DeskTest {

    @Autowired private WebApplicationContext context;
    @Autowired private Cases cases;
    @Autowired private AuditTrail trail;
    @Autowired private JdbcClient jdbc;
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    private MockHttpServletResponse as(Person person, String path, String... params)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        var request = get(path).with(authentication(place));
        for (var i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String found(Person person, String... params) throws Exception {
        return as(person, "/search", params).getContentAsString();
    }

    /// Opened on a day that no other test uses.
    private Case openedOn(String account, String clause, String day) {
        var event =
                Found.by(account, unique("https://example.social/search"))
                        .claiming(clause, MEDIUM)
                        .event();
        send(event);
        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(event.postId()).isPresent());
        var about = cases.underWayOfPost(event.postId()).orElseThrow();
        jdbc.sql("update cases set opened_at = ?::timestamptz where case_id = ?")
                .params(day + "T12:00:00Z", about.caseId())
                .update();
        return about;
    }

    @Test
    void aCaseIsFoundByItsReferenceHoweverItIsTyped() throws Exception {
        var about = openedOn("account-57", "P9", "2021-03-01");
        assertThat(found(HEAD, "reference", " " + about.number().value().toLowerCase() + " "))
                .contains("One case")
                .contains("href=\"/cases/" + about.number() + "\"");
    }

    @Test
    void aCaseAboutOneselfIsNotFoundByAnyWay() throws Exception {
        var about = openedOn("account-head", "P9", "2021-04-01");
        assertThat(found(HEAD, "reference", about.number().value())).contains("Nothing found");
        assertThat(found(HEAD, "from", "1 4 2021", "to", "1 4 2021")).contains("Nothing found");
        assertThat(found(EXECUTIVE, "from", "1 4 2021", "to", "1 4 2021"))
                .contains(about.number().value());
    }

    @Test
    void clauseSchoolStandingAndDaysNarrowTheSearch() throws Exception {
        var about = openedOn("account-58", "P9", "2021-05-10");
        var days = new String[] {"from", "10 May 2021", "to", "10/5/2021"};
        assertThat(found(HEAD, days)).contains(about.number().value());
        assertThat(found(HEAD, "clause", "P9", "state", "WAITING", "from", "10 5 2021"))
                .contains(about.number().value());
        assertThat(found(HEAD, "clause", "E3", "from", "9 5 2021", "to", "11 5 2021"))
                .contains("Nothing found");
        assertThat(found(HEAD, "state", "ENDED", "from", "9 5 2021", "to", "11 5 2021"))
                .contains("Nothing found");
        assertThat(found(HEAD, "from", "11 5 2021", "to", "12 5 2021")).contains("Nothing found");
    }

    @Test
    void whatIsNoDateIsRefusedByItsFieldAndNothingIsLost() throws Exception {
        var response = as(HEAD, "/search", "from", "some day", "to", "1 2 2021");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains("href=\"#from\">Write the first day as a date")
                .contains("value=\"some day\"");
        assertThat(found(HEAD, "from", "2 2 2021", "to", "1 2 2021"))
                .contains("must not be before the first day");
    }

    @Test
    void eachSearchIsWrittenDownWithoutWhatWasTyped() throws Exception {
        found(CHAIR, "reference", "Shreya Pillai");
        found(CHAIR, "school", "nowhere", "clause", "E4", "from", "1 2 2021");

        assertThat(trail.latest(50))
                .filteredOn(entry -> entry.actor().equals("chair"))
                .filteredOn(entry -> entry.action().equals("search.made"))
                .extracting(AuditEntry::detail)
                .contains("by reference, not found")
                .contains("0 cases: all, clause E4, from 2021-02-01T00:00:00Z");
    }

    @Test
    void whatIsOnNoListOfTheFormCountsAsNotChosen() throws Exception {
        var about = openedOn("account-59", "P9", "2021-06-10");
        assertThat(
                        found(
                                HEAD,
                                "school",
                                "x' or 1=1",
                                "clause",
                                "E",
                                "state",
                                "?",
                                "from",
                                "10 6 2021",
                                "to",
                                "10 6 2021"))
                .contains("One case")
                .contains(about.number().value());
    }

    @Test
    void nothingIsSearchedForBeforeAnythingIsAsked() throws Exception {
        assertThat(found(HEAD)).doesNotContain("id=\"found\"");
    }
}
