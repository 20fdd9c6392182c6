package org.handbell.cases.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.DeskTest;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AuthorisationTableTest extends DeskTest {

    @Autowired private WebApplicationContext context;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired private Members members;
    @Autowired private TransactionTemplate transaction;

    private MockMvc mvc;

    @BeforeEach
    void onePersonOfEachRole() {
        transaction.executeWithoutResult(_ ->
                members.replace(
                        Arrays.stream(Role.values())
                                .map(role -> new Member(person(role), null, 8, null))
                                .toList()));
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleComesToItsPagesAndToNoOther(Role role) throws Exception {
        for (var action : DeskAction.values()) {
            assertThat(refused(role, action))
                    .as(action + " as " + role)
                    .isEqualTo(!action.permits(role));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerComesOnlyToWhatIsOpenToStrangers(DeskAction action) throws Exception {
        var answer =
                mvc.perform(request(action.method(), path(action)).with(csrf()))
                        .andReturn()
                        .getResponse();
        var ledToSignIn =
                answer.getRedirectedUrl() != null
                        && answer.getRedirectedUrl().endsWith("/sign-in")
                        && action != DeskAction.OPEN_DESK;
        assertThat(ledToSignIn).isEqualTo(!action.openToStrangers());
    }

    @Test
    void whatMayNotBeReadMayNotBeAskedForWithoutItsBodyEither() throws Exception {
        assertThat(status(Role.TEACHER, HttpMethod.HEAD, "/audit"))
                .isEqualTo(HttpStatus.FORBIDDEN.value());
    }

    @Test
    void eachLineOfTheTableIsAPage() {
        var pages =
                requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .flatMap(page -> page.getPatternValues().stream())
                        .collect(Collectors.toSet());
        assertThat(Arrays.stream(DeskAction.values()).map(DeskAction::path))
                .allMatch(pages::contains);
    }

    @Test
    void noTwoLinesAreAboutTheSamePage() {
        var lines = Stream.of(DeskAction.values()).map(a -> a.method() + " " + a.path()).toList();
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(Set.copyOf(lines)).hasSize(DeskAction.values().length);
    }

    private boolean refused(Role role, DeskAction action) throws Exception {
        return status(role, action.method(), path(action)) == HttpStatus.FORBIDDEN.value();
    }

    private int status(Role role, HttpMethod method, String path) throws Exception {
        var at = person(role);
        var person = new SignedIn(at.personId(), at.name(), role, at.academyId());
        var place = new UsernamePasswordAuthenticationToken(person, null, List.of());
        return mvc.perform(request(method, path).with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static Person person(Role role) {
        return new Person(
                "one-" + role,
                "Invented " + role,
                null,
                role,
                ACADEMY,
                role + "@thornbury.example");
    }

    private static String path(DeskAction action) {
        return action.path().replaceAll("\\{[^}]*}", "none");
    }
}
