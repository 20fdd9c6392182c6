package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.handbell.contract.Severity.MEDIUM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.regex.Pattern;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Finding;
import org.handbell.contract.Finding.Span;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Post;
import org.handbell.contract.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class CasePagesTest extends DeskTest {

    private static final Pattern NEXT =
            Pattern.compile("rel=\"next\" href=\"(/queue\\?past=[^\"]+)\"");

    private static int next = 20;

    @Autowired private WebApplicationContext context;
    @Autowired private Cases cases;
    @Autowired private EvidenceLocker locker;
    @Autowired private AuditTrail trail;

    private MockMvc mvc;
    private final String account = "account-" + next++;
    private final String url = unique("https://example.social/pages");

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

    private String page(Person person, Case about) throws Exception {
        return as(person, get("/cases/" + about.number())).getContentAsString();
    }

    /// The queue, page after page.
    private String queue(Person person) throws Exception {
        var all = new StringBuilder();
        for (var path = "/queue"; !path.isEmpty(); ) {
            var page = as(person, get(path)).getContentAsString();
            all.append(page);
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1) : "";
        }
        return all.toString();
    }

    private Case open(FindingEvent event) {
        send(event);
        org.awaitility.Awaitility.await()
                .atMost(20, java.util.concurrent.TimeUnit.SECONDS)
                .until(() -> cases.underWayOfPost(event.postId()).isPresent());
        return cases.underWayOfPost(event.postId()).orElseThrow();
    }

    @Test
    void whatALanguageModelMadeOfAClaimStandsBesideIt() throws Exception {
        var doubt =
                new Finding.SecondOpinion(
                        "own-model", Finding.Verdict.DOUBTED, "It is a character in a book.");
        var about = open(Found.by(account, url).explained("E3", HIGH, 0.6, doubt).event());
        assertThat(page(HEAD, about))
                .contains("A language model (own-model) doubts it")
                .contains("It is a character in a book.");
    }

    private Case anyCase() {
        return open(
                Found.by(account, url)
                        .saying("Well done Priya in 4B")
                        .claiming("E3", MEDIUM, new Span("text", 10, 15))
                        .event());
    }

    private long entries(String action, Person by, Case about) {
        return trail.latest(1_000).stream()
                .filter(e -> e.action().equals(action) && e.actor().equals(by.personId()))
                .map(AuditEntry::subject)
                .filter(("case:" + about.number())::equals)
                .count();
    }

    @Test
    void thePageShowsThePostTheMarkedWordsTheClauseAndWhy() throws Exception {
        var page = page(HEAD, anyCase());

        assertThat(page)
                .contains("Well done <mark class=\"hb-mark\">Priya</mark> in 4B")
                .contains(">E3<")
                .contains("Telling who a pupil is")
                .contains("The post may tell who a pupil is.")
                .contains("Worth a look")
                .contains("fairly sure")
                .contains("Own child: looked for, not found (“no relative on the register”)")
                .contains("Direct messages are never seen.")
                .containsPattern("<th scope=\"row\"[^>]*>Likes</th><td[^>]*>No</td>")
                .contains("href=\"https://example.social/1\" rel=\"noreferrer noopener\"")
                .contains("since it was captured (1 entry)");
    }

    @Test
    void wordsAreMarkedInEachFieldThatWasLookedAt() throws Exception {
        var event =
                Found.by(account, url)
                        .quoting("a secret plan")
                        .showing(
                                new Post.Media(
                                        Post.MediaType.IMAGE,
                                        null,
                                        "a door",
                                        "ROOM 12",
                                        List.of(),
                                        false))
                        .claiming(
                                "P8",
                                MEDIUM,
                                new Span("of.text", 2, 8),
                                new Span("media[0].ocr", 0, 4),
                                new Span("media[0].alt", 2, 6))
                        .event();

        assertThat(page(HEAD, open(event)))
                .contains("a <mark class=\"hb-mark\">secret</mark> plan")
                .contains("<mark class=\"hb-mark\">ROOM</mark> 12")
                .contains("a <mark class=\"hb-mark\">door</mark>");
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        var hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} [[${7*7}]]";
        var event =
                Found.by(account, url)
                        .saying(hostile)
                        .quoting("</blockquote><mark>\"'")
                        .at("javascript:alert(3)")
                        .claiming("E3", MEDIUM, new Span("text", 4, 12), new Span("text", 8, 30))
                        .event();

        var page = page(HEAD, open(event));

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("javascript:alert")
                .contains("&lt;scr<mark class=\"hb-mark\">ipt&gt;")
                .contains("${7*7} [[${7*7}]]")
                .contains("&lt;/blockquote&gt;&lt;mark&gt;");
    }

    @Test
    void whatWasCutIsSaid() throws Exception {
        var event =
                Found.by(account, url).truncated("text", "original").claiming("E3", MEDIUM).event();

        assertThat(page(HEAD, open(event)))
                .contains("longer than 100,000 characters")
                .contains("larger than 256 KiB");
    }

    @Test
    void thePageKeepsTheStrictContentPolicy() throws Exception {
        var response = as(HEAD, get("/cases/" + anyCase().number()));

        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(response.getContentAsString())
                .doesNotContain(" style=")
                .doesNotContain("onclick")
                .doesNotContain("<script>");
    }

    @Test
    void aSubjectFindsNothingByAnyPath() throws Exception {
        var about =
                open(
                        Found.by("account-head", url)
                                .claiming("E3", HIGH)
                                .routed(Route.SAFEGUARDING)
                                .event());
        var path = "/cases/" + about.number();

        assertThat(as(HEAD, get(path)).getStatus()).isEqualTo(404);
        assertThat(as(HEAD, post(path + "/acknowledgement")).getStatus()).isEqualTo(404);
        assertThat(
                        as(
                                        HEAD,
                                        post(path + "/decision")
                                                .param("version", "0")
                                                .param("outcome", "NOT_A_CONCERN")
                                                .param("reason", "OTHER"))
                                .getStatus())
                .isEqualTo(404);
        assertThat(queue(HEAD)).doesNotContain(about.number().value());
        assertThat(queue(CHAIR)).contains(about.number().value());
        assertThat(as(DSL, get(path)).getStatus()).isEqualTo(404);
        assertThat(as(TEACHER, get(path)).getStatus()).isEqualTo(404);
        assertThat(cases.byId(about.caseId())).contains(about);
    }

    @Test
    void aCaseThatDoesNotExistAndOneThatIsNotYoursLookTheSame() throws Exception {
        assertThat(as(HEAD, get("/cases/2222-22")).getStatus()).isEqualTo(404);
        assertThat(as(HEAD, get("/cases/..%2f")).getStatus()).isBetween(400, 404);
    }

    @Test
    void eachReadAndEachChangeIsWrittenDown() throws Exception {
        var about = anyCase();
        page(HEAD, about);
        page(HEAD, about);
        as(HEAD, post("/cases/" + about.number() + "/acknowledgement"));

        assertThat(entries("case.read", HEAD, about)).isEqualTo(2);
        assertThat(entries("case.acknowledged", HEAD, about)).isEqualTo(1);
        assertThat(entries("case.read", DSL, about)).isZero();
    }

    @Test
    void lookingIsNotTakingOn() throws Exception {
        var about = anyCase();
        page(HEAD, about);
        assertThat(cases.byId(about.caseId()).orElseThrow().acknowledgement()).isNull();

        var response = as(HEAD, post("/cases/" + about.number() + "/acknowledgement"));

        assertThat(response.getRedirectedUrl()).isEqualTo("/cases/" + about.number());
        var taken = cases.byId(about.caseId()).orElseThrow().acknowledgement();
        assertThat(taken).isNotNull().extracting(Case.Acknowledgement::personId).isEqualTo("head");
        assertThat(page(HEAD, about)).contains("Invented head, ").doesNotContain("I take this on");
    }

    private MockHttpServletResponse decide(
            Person person, Case about, String outcome, String reason, String words)
            throws Exception {
        var version = cases.byId(about.caseId()).orElseThrow().version();
        return as(
                person,
                post("/cases/" + about.number() + "/decision")
                        .param("version", String.valueOf(version))
                        .param("outcome", outcome)
                        .param("reason", reason)
                        .param("words", words));
    }

    @Test
    void aDecisionNamesWhoDecidedAndWhy() throws Exception {
        var about = anyCase();

        var response = decide(HEAD, about, "NOT_A_CONCERN", "OWN_CHILD", "");

        assertThat(response.getRedirectedUrl()).isEqualTo("/cases/" + about.number());
        var after = cases.byId(about.caseId()).orElseThrow();
        assertThat(after.state()).isInstanceOf(CaseState.NotAConcern.class);
        assertThat(page(HEAD, after))
                .contains("It is about their own child")
                .contains("Invented head")
                .contains("Decided: Not a concern, by Invented head")
                .doesNotContain("Record my decision");
        assertThat(entries("case.decided", HEAD, about)).isEqualTo(1);
        assertThat(queue(HEAD)).doesNotContain(about.number().value());
    }

    @Test
    void withoutAReasonNothingIsRecordedAndNothingIsLost() throws Exception {
        var about = anyCase();

        var response = decide(HEAD, about, "ADVICE", "", "I <b>spoke</b> to them");

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains("Error: Case")
                .contains("href=\"#reason\">Choose a reason.")
                .contains("I &lt;b&gt;spoke&lt;/b&gt; to them</textarea>")
                .containsPattern(
                        "value=\"ADVICE\"[^>]*checked=\"checked\"|checked=\"checked\"[^>]*value=\"ADVICE\"");
        assertThat(cases.byId(about.caseId()).orElseThrow().state())
                .isInstanceOf(CaseState.Suggested.class);
    }

    @Test
    void aReasonMustGoWithItsAnswer() throws Exception {
        var about = anyCase();

        var refused = decide(HEAD, about, "ADVICE", "OWN_CHILD", "");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Choose a reason that goes with");
        assertThat(cases.decisions(about.caseId())).isEmpty();
    }

    @Test
    void toOpenAnInvestigationIsItsOwnReason() throws Exception {
        var about = anyCase();

        assertThat(decide(HEAD, about, "INVESTIGATION", "", "").getStatus()).isEqualTo(302);

        assertThat(cases.decisions(about.caseId()))
                .extracting(Decision::reason)
                .containsExactly(Reason.TO_BE_LOOKED_INTO);
        assertThat(page(HEAD, about))
                .contains("href=\"/cases/" + about.number() + "/investigation\"");
    }

    @Test
    void whatTheLawMayProtectIsSaidOnTheCard() throws Exception {
        var claim =
                new Finding(
                        unique("finding"),
                        "P2",
                        "any-rule",
                        MEDIUM,
                        0.8,
                        false,
                        "The post may run somebody down.",
                        List.of(),
                        List.of(new Finding.Exemption("protected-expression", false, null)));
        assertThat(page(HEAD, open(Found.by(account, url).claiming(claim).event())))
                .contains("The law may protect this.");
        var another = Found.by(account, unique(url)).claiming("E3", MEDIUM).event();
        assertThat(page(HEAD, open(another))).doesNotContain("The law may protect this.");
    }

    @Test
    void editsAndDeletionsThatWereSeenStandAboveThePost() throws Exception {
        var about = anyCase();
        assertThat(page(HEAD, about)).doesNotContain("on the platform");
        send(
                Found.by(account, url)
                        .saying("Well done P. in 4B")
                        .claiming("E3", MEDIUM, new Span("text", 10, 12))
                        .event());
        send(new FindingEvent.Withdrawn(url, account, Found.NOW.plusSeconds(60)));
        org.awaitility.Awaitility.await()
                .atMost(20, java.util.concurrent.TimeUnit.SECONDS)
                .until(() -> page(HEAD, about).contains("Deleted on the platform. We saw that on"));

        assertThat(page(HEAD, about))
                .contains("Edited on the platform, seen on")
                .contains("What it said before")
                .containsPattern("(?s)<mark class=\"hb-mark\">P\\.</mark>.*>Priya</mark>");
    }

    @Test
    void otherAndTheTwoGravestTiersNeedWords() throws Exception {
        var about = anyCase();
        assertThat(decide(HEAD, about, "ADVICE", "OTHER", " ").getStatus()).isEqualTo(422);
        assertThat(decide(HEAD, about, "ADVICE", "OTHER", "because").getStatus()).isEqualTo(302);

        var grave =
                open(
                        Found.by(account, unique("https://example.social/pages"))
                                .claiming("P8", HIGH)
                                .event());
        assertThat(decide(HEAD, grave, "NOT_A_CONCERN", "APPROVED", "").getStatus()).isEqualTo(422);
        assertThat(decide(HEAD, grave, "NOT_A_CONCERN", "APPROVED", "I checked").getStatus())
                .isEqualTo(302);
    }

    @Test
    void whoDecidesOnAnOldPageIsTold() throws Exception {
        var about = anyCase();
        as(HEAD, post("/cases/" + about.number() + "/acknowledgement"));

        var response =
                as(
                        HEAD,
                        post("/cases/" + about.number() + "/decision")
                                .param("version", "0")
                                .param("outcome", "ADVICE")
                                .param("reason", "APPROVED"));

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("Somebody changed this case");
    }

    @Test
    void withoutItsTokenAFormIsRefused() throws Exception {
        var about = anyCase();
        var at = new SignedIn("head", "Invented head", HEAD.role(), ACADEMY);
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());

        var status =
                mvc.perform(
                                post("/cases/" + about.number() + "/acknowledgement")
                                        .with(authentication(place)))
                        .andReturn()
                        .getResponse()
                        .getStatus();

        assertThat(status).isEqualTo(403);
    }

    @Test
    void theWordsOfADecisionAreSealed() throws Exception {
        var about = anyCase();
        decide(HEAD, about, "ADVICE", "OTHER", "something only we may read");
        assertThat(page(HEAD, about)).contains("something only we may read");

        locker.erase(about.caseId());

        assertThat(page(HEAD, about))
                .doesNotContain("something only we may read")
                .doesNotContain("Priya")
                .contains("has been erased");
    }

    @Test
    void theQueueSaysInWordsWhatIsDueWhen() throws Exception {
        var grave =
                open(
                        Found.by(account, url)
                                .claiming("C3", org.handbell.contract.Severity.CRITICAL)
                                .routed(Route.SAFEGUARDING)
                                .event());

        var queue = queue(DSL);

        assertThat(queue)
                .contains(grave.number().value())
                .contains("Very serious if true")
                .contains("id=\"now\"")
                .contains("Allegation")
                .contains("nobody has taken it on yet");
        assertThat(queue.indexOf("id=\"now\"")).isLessThan(queue.indexOf(grave.number().value()));
    }

    @Test
    void noPageLeavesTheBrowserInQuirksMode() throws Exception {
        assertThat(as(HEAD, get("/queue")).getContentAsString()).startsWith("<!DOCTYPE html>");
        assertThat(page(HEAD, anyCase())).startsWith("<!DOCTYPE html>");
        assertThat(as(HEAD, get("/accounts")).getContentAsString()).startsWith("<!DOCTYPE html>");
    }
}
