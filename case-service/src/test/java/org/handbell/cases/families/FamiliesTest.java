package org.handbell.cases.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import org.handbell.cases.DeskTest;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class FamiliesTest extends DeskTest {

    @Autowired private WebApplicationContext context;
    @Autowired private Conflicts conflicts;
    @Autowired private AuditTrail trail;

    private final Matter aboutTheTeacher =
            new Matter(
                    TEACHER.personId(),
                    TEACHER.role(),
                    ACADEMY,
                    Set.of(Route.SAFEGUARDING),
                    Set.of());

    @Test
    void whoIsNotedAsFamilyIsOutOfTheOthersCaseAtOnceAndBackWhenItIsRemoved() throws Exception {
        assertThat(conflicts.mayDealWith(DSL, aboutTheTeacher)).isTrue();
        assertThat(note(HEAD, "teacher", "dsl").getRedirectedUrl()).isEqualTo("/families");
        assertThat(conflicts.mayDealWith(DSL, aboutTheTeacher)).isFalse();
        assertThat(as(HEAD, get("/families")).getContentAsString())
                .contains("Invented dsl (dsl)", "Invented teacher (teacher)");
        assertThat(trail.latest(10))
                .anyMatch(e ->
                        e.action().equals("family.noted")
                                && e.subject().equals("person:dsl")
                                && e.detail().equals("with person:teacher"));
        as(HEAD, post("/families/removal").param("one", "dsl").param("other", "teacher"));
        assertThat(conflicts.mayDealWith(DSL, aboutTheTeacher)).isTrue();
        assertThat(
                        as(
                                        HEAD,
                                        post("/families/removal")
                                                .param("one", "dsl")
                                                .param("other", "teacher"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobodyNotesTheirOwnTiesNorOnePersonNorNobody() throws Exception {
        assertThat(note(HEAD, "head", "teacher").getContentAsString())
                .contains("your own ties are noted by somebody else");
        assertThat(note(HEAD, "teacher", "teacher").getContentAsString())
                .contains("Give two different people");
        assertThat(note(HEAD, "teacher", "who-left").getStatus()).isEqualTo(422);
        assertThat(note(DSL, "teacher", "deputy").getStatus()).isEqualTo(403);
        assertThat(note(EXECUTIVE, "head", "teacher").getStatus()).isEqualTo(302);
        as(EXECUTIVE, post("/families/removal").param("one", "teacher").param("other", "head"));
    }

    private MockHttpServletResponse note(Person by, String one, String other) throws Exception {
        return as(by, post("/families").param("one", one).param("other", other));
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(request.with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
