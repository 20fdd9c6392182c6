package org.handbell.cases.triage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.contract.Severity.CRITICAL;
import static org.handbell.contract.Severity.MEDIUM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.Decision;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.register.AccountRegister;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// Each test has a school of its own, so that its queue holds nothing else.
class TriageTest extends DeskTest {

    private static final Pattern CARD =
            Pattern.compile("data-hb-card.*?href=\"/cases/([^\"]+)\"", Pattern.DOTALL);

    @Autowired private WebApplicationContext context;
    @Autowired private Cases cases;
    @Autowired private AuditTrail trail;
    @Autowired private JdbcClient jdbc;
    @Autowired private Members members;
    @Autowired private AccountRegister accounts;
    @Autowired private TransactionTemplate transaction;

    private final String school = unique("school");
    private final Person lead = person("lead", Role.DSL);
    private final Person second = person("second", Role.DEPUTY_DSL);
    private final Person head = person("the-head", Role.HEAD);
    private final Person teacher = person("teacher", Role.TEACHER);
    private final MockHttpSession session = new MockHttpSession();
    private final List<AccountEvent.Registered> registered = new ArrayList<>();
    private MockMvc mvc;

    private Person person(String name, Role role) {
        var id = school + "-" + name;
        return new Person(id, "Invented " + name, null, role, school, id + "@thornbury.example");
    }

    @BeforeEach
    void ownSchool() {
        transaction.executeWithoutResult(_ ->
                members.replace(
                        Stream.of(lead, second, head, teacher)
                                .map(p -> new Member(p, null, 8, null))
                                .toList()));
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    /// About somebody of their own each time, so that no two join.
    private Case open(Severity severity) {
        var account = unique(school + "-account");
        registered.add(
                new AccountEvent.Registered(
                        account,
                        Platform.MASTODON,
                        "@" + account + "@example.social",
                        AccountEvent.Kind.PERSONAL,
                        account + "-holder",
                        school,
                        false,
                        true,
                        new AccountEvent.Gates("d", "n", "c", "head", "p"),
                        null,
                        1,
                        Found.NOW));
        transaction.executeWithoutResult(_ -> accounts.replace(registered));
        var event =
                Found.by(account, unique("https://example.social/triage"))
                        .saying("Well done Priya in 4B")
                        .claiming("E3", severity)
                        .routed(Route.SAFEGUARDING)
                        .event();
        send(event);
        await().atMost(20, SECONDS).until(() -> cases.underWayOfPost(event.postId()).isPresent());
        return cases.underWayOfPost(event.postId()).orElseThrow();
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return mvc.perform(request.session(session).with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(Person person, String path) throws Exception {
        return as(person, get(path)).getContentAsString();
    }

    private static String path(Case about) {
        return "/cases/" + about.number();
    }

    private Case now(Case about) {
        return cases.byId(about.caseId()).orElseThrow();
    }

    private MockHttpServletRequestBuilder answer(Case about, String outcome, String reason) {
        return post(path(about) + "/decision")
                .param("version", String.valueOf(now(about).version()))
                .param("outcome", outcome)
                .param("reason", reason)
                .param("words", "I looked at it.");
    }

    private List<String> queue(Person person) throws Exception {
        return CARD.matcher(page(person, "/queue")).results().map(m -> m.group(1)).toList();
    }

    @Test
    void theMostUrgentCardIsFirstAndAfterAnAnswerTheNextComesByItself() throws Exception {
        var slight = open(MEDIUM);
        var grave = open(CRITICAL);

        var first = as(lead, get("/queue/next")).getRedirectedUrl();
        assertThat(first).isEqualTo(path(grave) + "?card=1&of=2");
        assertThat(page(lead, String.valueOf(first))).contains("Card 1 of 2");

        var answered =
                as(
                        lead,
                        answer(grave, "NOT_A_CONCERN", "APPROVED")
                                .param("card", "1")
                                .param("of", "2"));
        assertThat(answered.getRedirectedUrl()).isEqualTo("/queue/next?done=1");
        var next = as(lead, get("/queue/next?done=1")).getRedirectedUrl();
        assertThat(next).isEqualTo(path(slight) + "?card=2&of=2");
        assertThat(page(lead, String.valueOf(next)))
                .contains("Card 2 of 2")
                .contains("Your decision on case " + grave.number() + " is recorded.")
                .contains("action=\"" + path(grave) + "/undo\"");

        as(lead, answer(slight, "ADVICE", "HONEST_MISTAKE").param("card", "2").param("of", "2"));
        assertThat(as(lead, get("/queue/next?done=2")).getRedirectedUrl()).isEqualTo("/queue");
        assertThat(page(lead, "/queue"))
                .contains("That was the last card")
                .contains("Nothing waits for you");
    }

    @Test
    void anEmptyQueueSaysWhatWillBeInIt() throws Exception {
        assertThat(page(lead, "/queue"))
                .contains("Nothing waits for you")
                .contains("New cases appear here");
        assertThat(page(lead, "/queue/going-on")).contains("No case that you may see");
    }

    @Test
    void whoSaysThatAChildMayBeAtRiskStaysWithThatCase() throws Exception {
        var grave = open(CRITICAL);

        var answered =
                as(lead, answer(grave, "CHILD_AT_RISK", "").param("card", "1").param("of", "1"));

        assertThat(answered.getRedirectedUrl()).isEqualTo(path(grave));
        assertThat(page(lead, path(grave)))
                .contains("Follow your child protection procedure now.")
                .contains(path(grave) + "/investigation");
    }

    @Test
    void aCardThatIsLeftForLaterComesAgainFromTheQueue() throws Exception {
        var grave = open(CRITICAL);
        var slight = open(MEDIUM);
        page(lead, path(grave));

        var left = as(lead, post(path(grave) + "/leave").param("card", "1").param("of", "2"));

        assertThat(left.getRedirectedUrl()).isEqualTo("/queue/next?done=1&past=" + grave.number());
        assertThat(as(lead, get("/queue/next?done=1&past=" + grave.number())).getRedirectedUrl())
                .isEqualTo(path(slight) + "?card=2&of=2");
        assertThat(queue(second)).containsExactly(grave.number().value(), slight.number().value());
        assertThat(page(second, "/queue")).doesNotContain("is looking at this");
    }

    @Test
    void aCardThatSomebodyHasBeforeThemSaysSoAndTakesNoSecondAnswer() throws Exception {
        var about = open(MEDIUM);
        page(lead, path(about));

        assertThat(page(second, "/queue"))
                .contains("The designated safeguarding lead is looking at this, since ");
        assertThat(as(second, get("/queue/next")).getRedirectedUrl()).isEqualTo("/queue");
        assertThat(page(second, path(about)))
                .contains("The designated safeguarding lead is looking at this, since ");
        var refused = as(second, answer(about, "ADVICE", "HONEST_MISTAKE"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("A colleague has this card before them")
                .contains("I looked at it.</textarea>");
        assertThat(now(about).state()).isInstanceOf(CaseState.Suggested.class);
    }

    @Test
    void nobodyIsEverKeptFromSayingThatAChildMayBeAtRisk() throws Exception {
        var about = open(MEDIUM);
        page(lead, path(about));
        var before = answer(about, "NOT_A_CONCERN", "APPROVED");

        assertThat(as(second, answer(about, "CHILD_AT_RISK", "")).getStatus()).isEqualTo(302);

        assertThat(now(about).state()).isInstanceOf(CaseState.ChildAtRisk.class);
        var told = as(lead, before);
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(told.getContentAsString())
                .contains("The latest answer is by Invented second, on ")
                .contains("A child may be at risk now.");
    }

    @Test
    void theSecondOfTwoIsToldWhoAnsweredAndKeepsTheirWords() throws Exception {
        var about = open(MEDIUM);
        var mine = answer(about, "ADVICE", "HONEST_MISTAKE");
        as(head, answer(about, "NOT_A_CONCERN", "APPROVED"));

        var told = as(lead, mine);

        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(told.getContentAsString())
                .contains("The latest answer is by Invented the-head, on ")
                .contains("What you had written")
                .contains("I looked at it.");
        assertThat(cases.decisions(about.caseId())).hasSize(1);
    }

    @Test
    void aLockEndsByItselfAndWhenItsCardIsClosed() throws Exception {
        var about = open(MEDIUM);
        var page = page(lead, path(about));
        var since = Pattern.compile("data-since=\"([^\"]+)\"").matcher(page);
        assertThat(since.find()).isTrue();

        as(lead, post(path(about) + "/leave").param("since", "2020-01-01T00:00:00Z"));
        assertThat(page(second, "/queue")).contains("is looking at this");
        as(lead, post(path(about) + "/leave").param("since", since.group(1)));
        assertThat(page(second, "/queue")).doesNotContain("is looking at this");

        page(lead, path(about));
        jdbc.sql("update card_locks set until = ? where case_id = ?")
                .params(Timestamp.from(Found.NOW.minus(Duration.ofDays(1))), about.caseId())
                .update();
        assertThat(page(second, path(about))).doesNotContain("is looking at this");
        assertThat(page(lead, "/queue")).contains("The deputy safeguarding lead is looking at");
    }

    @Test
    void aPersonHasOneCardAtATime() throws Exception {
        var first = open(MEDIUM);
        var other = open(MEDIUM);
        page(lead, path(first));
        page(lead, path(other));

        assertThat(page(second, path(first))).doesNotContain("is looking at this");
        assertThat(page(head, path(other))).contains("is looking at this");
    }

    @Test
    void anAnswerIsTakenBackAndTheCaseWaitsAgain() throws Exception {
        var about = open(MEDIUM);
        as(lead, answer(about, "INVESTIGATION", ""));
        assertThat(page(lead, path(about))).contains("Take my answer back");
        assertThat(page(head, path(about))).doesNotContain("Take my answer back");

        var undone = as(lead, post(path(about) + "/undo"));

        assertThat(undone.getRedirectedUrl()).isEqualTo(path(about));
        var again = now(about);
        assertThat(again.state()).isEqualTo(new CaseState.Suggested(about.openedAt()));
        assertThat(again.acknowledgement()).isNotNull();
        assertThat(cases.decisions(about.caseId()))
                .singleElement()
                .extracting(Decision::stands)
                .isEqualTo(false);
        assertThat(page(lead, path(about)))
                .contains("The case waits again.")
                .contains("Taken back: Open an investigation, by Invented lead")
                .contains("Record my decision");
        assertThat(trail.latest(200))
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "case.decision-undone", "case:" + about.number(), "INVESTIGATION"));
        assertThat(as(lead, answer(about, "ADVICE", "HONEST_MISTAKE")).getStatus()).isEqualTo(302);
    }

    @Test
    void anAnswerStandsForOthersAfterTenMinutesAndWhereAChildMayBeAtRisk() throws Exception {
        var others = open(MEDIUM);
        as(lead, answer(others, "ADVICE", "HONEST_MISTAKE"));
        page(lead, path(others));
        as(head, post(path(others) + "/undo"));
        assertThat(page(head, path(others))).contains("cannot be taken back any more");
        assertThat(now(others).state()).isInstanceOf(CaseState.Advised.class);

        longAgo(others);
        assertThat(page(lead, path(others))).doesNotContain("Take my answer back");
        as(lead, post(path(others) + "/undo"));
        assertThat(now(others).state()).isInstanceOf(CaseState.Advised.class);

        var grave = open(MEDIUM);
        as(lead, answer(grave, "CHILD_AT_RISK", ""));
        assertThat(page(lead, path(grave))).doesNotContain("Take my answer back");
        as(lead, post(path(grave) + "/undo"));
        assertThat(now(grave).state()).isInstanceOf(CaseState.ChildAtRisk.class);
    }

    private void longAgo(Case about) {
        for (var column :
                List.of(
                        "cases set state_since = state_since",
                        "case_decisions set decided_at = decided_at")) {
            jdbc.sql("update " + column + " - interval '10 minutes' where case_id = ?")
                    .param(about.caseId())
                    .update();
        }
    }

    @Test
    void onlyTheFirstAnswerCanBeTakenBack() throws Exception {
        var about = open(MEDIUM);
        as(lead, answer(about, "INVESTIGATION", ""));
        as(lead, answer(about, "CHILD_AT_RISK", ""));

        as(lead, post(path(about) + "/undo"));

        assertThat(now(about).state()).isInstanceOf(CaseState.ChildAtRisk.class);
        assertThat(cases.decisions(about.caseId())).allMatch(Decision::stands);
    }

    @Test
    void theEndOfTheDaySaysWhatIsLateAndWhatColleaguesDid() throws Exception {
        var late = open(MEDIUM);
        var decided = open(MEDIUM);
        assertThat(page(lead, "/queue/day"))
                .contains("Nothing is past its time.")
                .contains("Nobody has decided a case today");

        jdbc.sql("update cases set due_at = now() - interval '1 minute' where case_id = ?")
                .param(late.caseId())
                .update();
        as(head, answer(decided, "ADVICE", "HONEST_MISTAKE"));
        as(head, post(path(decided) + "/undo"));
        as(lead, answer(decided, "INVESTIGATION", ""));

        var day = page(lead, "/queue/day");
        assertThat(day)
                .doesNotContain("Nothing is past its time.")
                .containsPattern("Late: </strong>")
                .containsPattern("(?s)Open an investigation.*>You<.*Advice.*taken back")
                .contains("Invented the-head");
        assertThat(day.indexOf(late.number().value())).isPositive();
        assertThat(page(lead, "/queue/going-on"))
                .contains(decided.number().value())
                .doesNotContain(late.number().value());
    }

    @Test
    void whatOneMayNotSeeCannotBeLeftOrTakenBack() throws Exception {
        var about = open(MEDIUM);
        for (var action : List.of("/leave", "/undo")) {
            assertThat(as(teacher, post(path(about) + action)).getStatus()).isEqualTo(404);
        }
        assertThat(as(teacher, get("/queue/next")).getStatus()).isEqualTo(403);
    }

    @Test
    void aLongQueueComesPageByPage() throws Exception {
        var known = new ArrayList<String>();
        for (var i = 0; i < 26; i++) {
            known.add(open(i < 2 ? CRITICAL : MEDIUM).number().value());
        }
        var first = page(lead, "/queue");
        var seen = new ArrayList<>(queue(lead));
        assertThat(seen).hasSize(25).startsWith(known.get(0), known.get(1));
        assertThat(first).contains("25 and more");

        var further = page(lead, "/queue?past=" + seen.getLast());
        CARD.matcher(further).results().map(m -> m.group(1)).forEach(seen::add);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(known);
        assertThat(further).doesNotContain("rel=\"next\"");
    }
}
