package org.handbell.cases.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.handbell.cases.DeskTest;
import org.handbell.cases.TopicReader;
import org.handbell.cases.forms.Days;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Preference.Urgency;
import org.handbell.cases.people.Preferences;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Channel;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class MyPageTest extends DeskTest {

    @Autowired private WebApplicationContext context;
    @Autowired private Preferences preferences;
    @Autowired private Members members;
    @Autowired private TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return mvc.perform(request.with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder form() {
        return post("/me")
                .param("now", "EMAIL")
                .param("today", "EMAIL")
                .param("later", "EMAIL")
                .param("phone", "07700 900123")
                .param("digestHour", "6");
    }

    @Test
    void whatAPersonSetsIsShownPublishedAndNotOverwrittenByAnImport() throws Exception {
        var until = today.plusDays(9);
        var answer =
                as(
                        DSL,
                        form().param("awayFrom", Days.typed(today))
                                .param("awayUntil", Days.words(until))
                                .param("standIn", DEPUTY.personId()));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/me");

        transaction.executeWithoutResult(_ ->
                members.replace(
                        List.of(
                                new Member(DSL, "0161 496 0000", 17, null),
                                new Member(DEPUTY, null, 8, null))));

        var now = preferences.of(DSL.personId());
        assertThat(now.phone()).isEqualTo("07700 900123");
        assertThat(now.digestHour()).isEqualTo(6);
        assertThat(now.channels(Urgency.NOW)).isEqualTo(Set.of(Channel.EMAIL));
        assertThat(now.standInOn(today)).isEqualTo(DEPUTY.personId());
        assertThat(as(DSL, get("/me")).getContentAsString())
                .contains(Days.typed(until))
                .contains("07700 900123");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(listed(DSL)).isEqualTo(new Reached("07700 900123", 6, until)));
    }

    @Test
    void anAbsenceThatIsStillToComeKeepsNobodyFromBeingTold() throws Exception {
        as(
                HEAD,
                form().param("awayFrom", Days.typed(today.plusDays(3)))
                        .param("awayUntil", Days.typed(today.plusDays(9))));

        assertThat(preferences.of(HEAD.personId()).awayOn(today)).isFalse();
        assertThat(preferences.of(HEAD.personId()).awayOn(today.plusDays(3))).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(listed(HEAD)).isEqualTo(new Reached("07700 900123", 6, null)));
    }

    @Test
    void whatTheOfficeSaysCountsToo() throws Exception {
        transaction.executeWithoutResult(
                _ -> members.replace(List.of(new Member(DSL, null, 8, today.plusDays(2)))));

        assertThat(preferences.of(DSL.personId()).awayOn(today)).isTrue();
        assertThat(as(DSL, get("/me")).getContentAsString())
                .contains("The office has you down as away until")
                .contains(Days.words(today.plusDays(2)));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasEnteredIsShownAgain() throws Exception {
        var answer =
                as(
                        DSL,
                        post("/me")
                                .param("now", "SMS")
                                .param("today", "EMAIL")
                                .param("phone", "ring me")
                                .param("digestHour", "25")
                                .param("awayFrom", "3/27/2027")
                                .param("awayUntil", "9 4 2027")
                                .param("standIn", TEACHER.personId()));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Nothing is saved yet")
                .contains("Choose at least one way to be told.")
                .contains("Enter a telephone number such as")
                .contains("Choose an hour.")
                .contains("Enter a day such as 27 3 2027.")
                .contains("Choose somebody from the list.")
                .contains("value=\"3/27/2027\"")
                .contains("value=\"ring me\"");
        assertThat(preferences.own(DSL.personId())).isEmpty();
    }

    @Test
    void anAbsenceThatEndsBeforeItBeginsOrIsHalfSaidIsRefused() throws Exception {
        assertThat(
                        as(DSL, form().param("awayFrom", "9 4 2027").param("awayUntil", "8 4 2027"))
                                .getContentAsString())
                .contains("The last day must not come before the first.");
        assertThat(as(DSL, form().param("awayFrom", "9 4 2027")).getContentAsString())
                .contains("Enter both the first and the last day, or neither.");
        assertThat(preferences.own(DSL.personId())).isEmpty();
    }

    private record Reached(String phone, int hour, @Nullable LocalDate away) {}

    private static Object listed(Person person) {
        var event =
                TopicReader.table(TestKafka.bootstrapServers(), Wire.RECIPIENTS, "")
                        .get(person.personId());
        return event instanceof RecipientEvent.Listed listed
                ? new Reached(
                        String.valueOf(listed.phone()), listed.digestHour(), listed.absentUntil())
                : "not listed";
    }
}
