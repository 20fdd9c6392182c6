package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.handbell.cases.access.DeskAction;
import org.handbell.cases.access.Reach;
import org.handbell.cases.audit.AuditFilter;
import org.handbell.cases.audit.AuditPages;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// What an action checks beyond the role: every role, here and at another academy, at one case and
/// one account that are not theirs.
class ReachTest extends DeskTest {

    private static final String ELSEWHERE = "ac-02";

    @Autowired private WebApplicationContext context;
    @Autowired private Members members;
    @Autowired private Cases cases;
    @Autowired private AuditPages record;
    @Autowired private TransactionTemplate transaction;

    private MockMvc mvc;
    private Case about;

    @BeforeEach
    void oneOfEachRoleHereElsewhereAndAtTheTrust() {
        transaction.executeWithoutResult(_ ->
                members.replace(
                        Stream.of(ACADEMY, ELSEWHERE, "")
                                .flatMap(place ->
                                        Arrays.stream(Role.values())
                                                .map(role -> person(role, place)))
                                .map(person -> new Member(person, null, 8, null))
                                .toList()));
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        var url = unique("https://example.social/reach");
        send(Found.by("account-50", url).routed(Route.SAFEGUARDING).claiming("E3", HIGH).event());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cases.underWayOfPost(url).isPresent());
        about = cases.underWayOfPost(url).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsNotFoundByAnybodyItDoesNotComeTo(Role role) throws Exception {
        for (var person :
                List.of(person(role, ELSEWHERE), person(role, ACADEMY), person(role, ""))) {
            if (comesTo(person)) {
                assertThat(answer(person, HttpMethod.GET, "/cases/" + about.number()).getStatus())
                        .as("the case by " + person)
                        .isEqualTo(200);
            } else {
                nothingIsThereFor(person);
            }
        }
    }

    /// A form that lacks a field may be refused for that, before anybody asks whose case it is.
    private void nothingIsThereFor(Person person) throws Exception {
        for (var action : pagesOfACase()) {
            var answer = answer(person, action.method(), path(action));
            assertThat(answer.getStatus()).as(action + " by " + person).isIn(404, 400);
            assertThat(answer.getContentAsString()).doesNotContain("Any words at all");
        }
        assertThat(tries(person)).as("tries of " + person).isPositive();
        assertThat(cases.byId(about.caseId()).orElseThrow().version()).isEqualTo(about.version());
    }

    @Test
    void aLinkToNoCaseAtAllLeavesNoTrace() throws Exception {
        var person = person(Role.TEACHER, ACADEMY);
        var before = tries(person);
        assertThat(answer(person, HttpMethod.GET, "/cases/ZZZZ-ZZ").getStatus()).isEqualTo(404);
        assertThat(answer(person, HttpMethod.GET, "/cases/nonsense").getStatus()).isEqualTo(404);
        assertThat(tries(person)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void accountsOfAnotherAcademyAreNeitherShownNorApproved(Role role) throws Exception {
        var person = person(role, ELSEWHERE);
        var seesAll = role.oversees() || role == Role.EXECUTIVE_HEAD;
        var list = answer(person, HttpMethod.GET, "/accounts").getContentAsString();
        assertThat(list.contains("@account-50@example.social")).isEqualTo(seesAll);
        for (var action : List.of(DeskAction.APPROVE_ACCOUNT, DeskAction.WITHDRAW_ACCOUNT)) {
            var answer =
                    answer(
                            person,
                            HttpMethod.POST,
                            action.path().replace("{accountId}", "account-50"));
            if (role != Role.EXECUTIVE_HEAD) {
                assertThat(answer.getStatus()).as(action + " by " + person).isIn(403, 404);
            }
        }
    }

    @Test
    void whatIsOnesOwnIsNobodyElses() throws Exception {
        for (var role : Role.values()) {
            var person = person(role, ELSEWHERE);
            for (var action : DeskAction.values()) {
                if (action.reach() == Reach.OWN
                        && action.permits(role)
                        && action.method() == HttpMethod.GET) {
                    assertThat(answer(person, action.method(), path(action)).getContentAsString())
                            .as(action + " by " + person)
                            .doesNotContain(about.number().value());
                }
            }
        }
    }

    /// Every page with something of a person on it is in the record, with who read it.
    @ParameterizedTest
    @EnumSource
    void noPageIsReadWithoutAnEntry(Role role) throws Exception {
        var person = person(role, ACADEMY);
        for (var action : DeskAction.values()) {
            if (action.reach() != Reach.DESK
                    && action.permits(role)
                    && action.method() == HttpMethod.GET) {
                var before = newest(person);
                var answer = answer(person, HttpMethod.GET, path(action));
                if (answer.getStatus() == 200) {
                    assertThat(newest(person)).as(action + " by " + person).isGreaterThan(before);
                }
            }
        }
    }

    private static List<DeskAction> pagesOfACase() {
        var pages = new ArrayList<DeskAction>();
        for (var action : DeskAction.values()) {
            if (action.reach() == Reach.CASE && action.path().contains("{reference}")) {
                pages.add(action);
            }
        }
        return pages;
    }

    /// A case about a teacher, that is about safeguarding.
    private boolean comesTo(Person person) {
        return switch (person.role()) {
            case HEAD, DSL, DEPUTY_DSL -> ACADEMY.equals(person.academyId());
            case EXECUTIVE_HEAD -> person.academyId() == null;
            default -> false;
        };
    }

    private int tries(Person person) {
        return record.page(
                        new AuditFilter(
                                person.personId(),
                                "case.refused",
                                "case:" + about.number(),
                                null,
                                null,
                                Set.of()),
                        Long.MAX_VALUE,
                        1000)
                .size();
    }

    private long newest(Person person) {
        return record
                .page(
                        new AuditFilter(person.personId(), "", "", null, null, Set.of()),
                        Long.MAX_VALUE,
                        1)
                .stream()
                .mapToLong(entry -> entry.number())
                .max()
                .orElse(0);
    }

    private String path(DeskAction action) {
        return action.path()
                .replace("{reference}", about.number().value())
                .replaceAll("\\{[^}]*}", "1");
    }

    private MockHttpServletResponse answer(Person at, HttpMethod method, String path)
            throws Exception {
        var person = new SignedIn(at.personId(), at.name(), at.role(), at.academyId());
        var place = new UsernamePasswordAuthenticationToken(person, null, List.of());
        return mvc.perform(request(method, path).with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static Person person(Role role, String place) {
        @Nullable String academy = place.isEmpty() ? null : place;
        var id = "reach-" + role + "-" + place;
        return new Person(id, "Invented " + id, null, role, academy, id + "@thornbury.example");
    }
}
