package org.handbell.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.handbell.cases.DeskTest;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class AuditPageTest extends DeskTest {

    private static final int WRITTEN = 230;

    @Autowired private WebApplicationContext context;
    @Autowired private Members members;
    @Autowired private AuditLog log;
    @Autowired private AuditPages record;
    @Autowired private TransactionTemplate transaction;

    private final String actor = unique("reader");
    private MockMvc mvc;

    @BeforeEach
    void entries() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        transaction.executeWithoutResult(_ ->
                members.replace(
                        List.of(
                                new Member(person(Role.AUDITOR), null, 8, null),
                                new Member(person(Role.OPERATOR), null, 8, null))));
        for (var i = 0; i < WRITTEN; i++) {
            var subject = "case:" + i;
            transaction.executeWithoutResult(
                    _ -> log.append(actor, "thing.read", subject, "=1+1, \"quoted\"\nand more"));
        }
    }

    @Test
    void thePageShowsAHundredOfOnePersonAndLeadsToTheOlderOnes() throws Exception {
        var first = as(Role.AUDITOR, "/audit?who=" + actor).getContentAsString();
        assertThat(first).contains(">case:229<", ">case:130<").doesNotContain(">case:129<");
        var older = first.replaceAll("(?s).*&amp;before=(\\d+).*", "$1");
        var second =
                as(Role.AUDITOR, "/audit?who=" + actor + "&before=" + older).getContentAsString();
        assertThat(second).contains(">case:129<", ">case:30<").doesNotContain(">case:130<");
        assertThat(as(Role.AUDITOR, "/audit?who=" + actor + "&to=case:7").getContentAsString())
                .contains(">case:7<")
                .doesNotContain(">case:8<", "Older lines");
    }

    @Test
    void aSpanOfDaysAndADayThatIsNone() throws Exception {
        assertThat(
                        as(Role.AUDITOR, "/audit?who=" + actor + "&until=2020-01-01")
                                .getContentAsString())
                .contains("Nothing like that has been recorded");
        assertThat(
                        as(Role.AUDITOR, "/audit?who=" + actor + "&from=2020-01-01")
                                .getContentAsString())
                .contains(">case:229<");
        assertThat(as(Role.AUDITOR, "/audit?who=" + actor + "&from=03/04/26").getContentAsString())
                .contains("Write a day as year, month and day");
    }

    @Test
    void theRecordIsTakenAwayWholeAsCsvThatNoSpreadsheetTakesForFormulas() throws Exception {
        var answer = as(Role.AUDITOR, "/audit/export?as=csv&who=" + actor);
        assertThat(answer.getContentType()).startsWith("text/csv");
        assertThat(answer.getHeader("Content-Disposition")).contains("handbell-audit.csv");
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var csv = format.parse(new StringReader(answer.getContentAsString()))) {
            var rows = csv.getRecords();
            assertThat(rows)
                    .extracting(row -> row.get("subject"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, WRITTEN).mapToObj(i -> "case:" + i).toList());
            assertThat(rows.getFirst().get("detail")).isEqualTo("'=1+1, \"quoted\"\nand more");
        }
    }

    @Test
    void theRecordIsTakenAwayAsJsonLines() throws Exception {
        var lines =
                as(Role.AUDITOR, "/audit/export?as=jsonl&who=" + actor)
                        .getContentAsString()
                        .lines()
                        .toList();
        assertThat(lines).hasSize(WRITTEN);
        assertThat(Json.mapper().readTree(lines.getLast()).path("subject").asString())
                .isEqualTo("case:229");
    }

    @Test
    void whoReadsTheRecordOrTakesItAwayIsInIt() throws Exception {
        var before = by("auditor").size();
        as(Role.AUDITOR, "/audit?who=" + actor);
        as(Role.AUDITOR, "/audit/export?who=A%20Name");
        assertThat(by("auditor").subList(0, by("auditor").size() - before))
                .extracting(entry -> entry.action() + " " + entry.detail())
                .containsExactly(
                        "audit.exported csv who=? did= to= from= until=",
                        "audit.read who=" + actor + " did= to= from= until=");
    }

    @Test
    void theOperatorReadsItButTakesNothingAway() throws Exception {
        var page = as(Role.OPERATOR, "/audit?who=" + actor);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("Take away");
        assertThat(as(Role.OPERATOR, "/audit/export").getStatus()).isEqualTo(403);
        assertThat(as(Role.AUDITOR, "/audit").getContentAsString()).contains("Take away as CSV");
    }

    private List<AuditEntry> by(String personId) {
        return record.page(
                new AuditFilter(personId, "audit.", "", null, null, Set.of()),
                Long.MAX_VALUE,
                1_000);
    }

    private MockHttpServletResponse as(Role role, String path) throws Exception {
        var at = person(role);
        var person = new SignedIn(at.personId(), at.name(), role, null);
        var place =
                new UsernamePasswordAuthenticationToken(
                        person, null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        return mvc.perform(get(URI.create(path)).with(authentication(place)))
                .andReturn()
                .getResponse();
    }

    private static Person person(Role role) {
        return new Person(role.name().toLowerCase(Locale.ROOT), "Any", null, role, null, null);
    }
}
