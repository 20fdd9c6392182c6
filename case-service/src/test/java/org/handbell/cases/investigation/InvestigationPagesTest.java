package org.handbell.cases.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.handbell.contract.Severity.MEDIUM;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.handbell.cases.InvestigationDesk;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.casefile.CaseState;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.people.Person;
import org.handbell.contract.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

class InvestigationPagesTest extends InvestigationDesk {

    @Autowired private AuditTrail trail;

    private String page(Person person) throws Exception {
        return as(person, get(path("/investigation"))).getContentAsString();
    }

    private MockHttpServletResponse step(Person by, String form, String... answers)
            throws Exception {
        return step(by, form, steps(), answers);
    }

    private MockHttpServletResponse step(Person by, String form, long version, String... answers)
            throws Exception {
        var request =
                post(path("/investigation/" + form)).param("version", String.valueOf(version));
        for (var i = 0; i < answers.length; i += 2) {
            request.param(answers[i], answers[i + 1]);
        }
        return as(by, request);
    }

    private void taken(Person by, String form, String... answers) throws Exception {
        var response = step(by, form, answers);
        assertThat(response.getStatus()).as(form + ": " + mistakes(response)).isEqualTo(302);
    }

    private static String mistakes(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("(?s).*error-summary__list\">", "");
    }

    private long steps() {
        return jdbc.sql("select count(*) from investigation_steps where case_id = ?")
                .param(about.caseId())
                .query(Long.class)
                .single();
    }

    @Test
    void theAnswerThatOpenedItCannotBeTakenBackOnceSomethingIsOnRecord() throws Exception {
        assertThat(as(HEAD, get(path(""))).getContentAsString()).contains("Take my answer back");
        taken(HEAD, "note", "words", "Asked the office");

        assertThat(as(HEAD, get(path(""))).getContentAsString())
                .doesNotContain("Take my answer back");
        as(HEAD, post(path("/undo")));
        assertThat(now().state()).isInstanceOf(CaseState.UnderInvestigation.class);
    }

    @Test
    void fromTheFirstQuestionToALetterAndAClosedCase() throws Exception {
        taken(HEAD, "evidence", "side", "AGAINST", "words", "It was said in a play");
        taken(HEAD, "reply-asked", "until", inDays(30), "how", "by hand");
        taken(HEAD, "reply", "how", "by letter", "words", "Line one\nline  two");
        assertThat(page(HEAD)).contains("Line one\nline  two").contains("It was said in a play");
        assertThat(step(HEAD, "decision", "conclusion", "SUBSTANTIATED", "words", "x").getStatus())
                .isEqualTo(422);
        taken(HEAD, "decision", "conclusion", "ADVICE", "words", "They will take care");
        assertThat(as(HEAD, get(path("/investigation/letter"))).getContentAsString())
                .contains("Dear Invented teacher")
                .contains("The decision is: Advice.")
                .contains("what you answered was taken into account");
        taken(HEAD, "letter", "words", "Dear …", "day", inDays(0), "how", "by post");
        taken(HEAD, "close", "referrals", "Nobody, because it is minor");

        assertThat(now().state()).isInstanceOf(CaseState.Concluded.class);
        assertThat(step(HEAD, "note", "words", "more").getStatus()).isEqualTo(422);
        taken(HEAD, "reopen", "words", "new facts");
        assertThat(now().state()).isInstanceOf(CaseState.UnderInvestigation.class);
        assertThat(page(HEAD)).contains("Facts are being gathered").contains("Case opened again");
    }

    @Test
    void noTapOnTheCardClosesWhatIsLookedInto() throws Exception {
        var response =
                as(
                        HEAD,
                        post(path("/decision"))
                                .param("version", String.valueOf(now().version()))
                                .param("outcome", "NOT_A_CONCERN")
                                .param("reason", "APPROVED"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(as(HEAD, get(path(""))).getContentAsString())
                .contains("Go on with the investigation")
                .contains("A child may be at risk now")
                .doesNotContain("value=\"ADVICE\"");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingEnteredIsLost() throws Exception {
        var response = step(HEAD, "interview", "with", "<b>her</b>", "day", "31 2 20", "words", "");

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains("<title>Error: Add an interview")
                .contains("value=\"&lt;b&gt;her&lt;/b&gt;\"")
                .contains("href=\"#day\">Enter a day, such as 27 3 2027.")
                .contains("href=\"#companion\">Choose yes or no.")
                .contains("id=\"words-error\"");
        assertThat(steps()).isZero();
    }

    @Test
    void onAnOldPageNothingIsDecided() throws Exception {
        taken(HEAD, "note", "words", "a note");

        var response = step(HEAD, "hold", 0, "owner", "head", "review", inDays(7), "words", "why");

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("Somebody else did something here");
        assertThat(step(HEAD, "note", 0, "words", "another").getStatus()).isEqualTo(302);
    }

    @Test
    void oneYesShowsTheClockAndClosesThePagesOfContact() throws Exception {
        taken(
                HEAD,
                "threshold",
                "q1",
                "NO",
                "q2",
                "NO",
                "q3",
                "NOT_SURE",
                "q4",
                "NO",
                "day",
                inDays(-1),
                "time",
                "9am");

        assertThat(page(HEAD))
                .contains("Tell the local authority (LADO) by")
                .contains("do not speak to anybody about it yet");
        assertThat(as(HEAD, get(path("/investigation/interview"))).getContentAsString())
                .contains("do not speak to anybody about it yet")
                .doesNotContain("name=\"companion\"");
        taken(HEAD, "not-referred", "words", "it is known to them");
        assertThat(step(HEAD, "countersignature", "words", "me too").getStatus()).isEqualTo(422);
        taken(EXECUTIVE, "countersignature", "words", "I looked at it");
        assertThat(page(HEAD)).doesNotContain("do not speak to anybody about it yet");
    }

    @Test
    void aGraveClaimAboutAChildKeepsEverybodyFromAskingQuestions() throws Exception {
        about =
                open(
                        found("account-teacher")
                                .claiming("C3", HIGH)
                                .routed(Route.SAFEGUARDING)
                                .event());
        decide(DSL, "INVESTIGATION");

        assertThat(page(DSL)).contains("section 141F");
        assertThat(step(DSL, "statement", "from", "a pupil", "words", "x").getStatus())
                .isEqualTo(422);
        taken(DSL, "lado-advice", "reference", "LADO, ref 1", "words", "You may speak to them");
        taken(DSL, "statement", "from", "a pupil", "words", "x");
        assertThat(step(DSL, "decision", "conclusion", "FALSE", "words", "x").getStatus())
                .isEqualTo(422);
    }

    @Test
    void theKindOfCaseChangesWithAReasonAndItsPastIsKept() throws Exception {
        assertThat(as(DSL, get(path("/investigation"))).getStatus()).isEqualTo(404);
        taken(HEAD, "kind", "to", "LOW_LEVEL_CONCERN", "words", "a child was there");

        assertThat(now().type()).isEqualTo(CaseType.LOW_LEVEL_CONCERN);
        assertThat(page(HEAD))
                .contains("Kind of case: Conduct → low-level concern")
                .contains("a child was there");
        assertThat(page(DSL)).contains("a child was there");
        assertThat(step(HEAD, "kind", "to", "GOVERNANCE", "words", "x").getStatus()).isEqualTo(422);
    }

    @Test
    void whoWasNominatedSeesThisCaseAndNoOtherUntilItIsTakenBack() throws Exception {
        assertThat(as(HR, get(path("/investigation"))).getStatus()).isEqualTo(404);
        nominate(HR);

        assertThat(as(HR, get("/nominations")).getContentAsString())
                .contains(about.number().value());
        assertThat(as(HR, get(path(""))).getContentAsString())
                .contains("What is claimed")
                .doesNotContain("Record my decision");
        taken(
                HR,
                "interview",
                "with",
                "a colleague",
                "day",
                inDays(0),
                "companion",
                "YES",
                "words",
                "He said so");
        assertThat(page(HEAD)).contains("Looked into by").contains("Invented hr");
        assertThat(step(HR, "hold", "owner", "head", "review", inDays(7), "words", "x").getStatus())
                .isEqualTo(422);
        assertThat(as(HR, get(path("/nominations"))).getStatus()).isEqualTo(404);
        assertThat(as(HR, post(path("/acknowledgement"))).getStatus()).isEqualTo(404);
        assertThat(as(HR, post(path("/decision")).param("version", "0")).getStatus())
                .isEqualTo(404);

        var id =
                jdbc.sql("select nomination_id from nominations where case_id = ?")
                        .param(about.caseId())
                        .query(String.class)
                        .single();
        as(HEAD, post(path("/nominations/" + id + "/withdrawal")));
        assertThat(as(HR, get(path("/investigation"))).getStatus()).isEqualTo(404);
        assertThat(as(HR, get("/nominations")).getContentAsString())
                .doesNotContain(about.number().value());
    }

    @Test
    void aNominationEndsByItself() throws Exception {
        nominate(HR);
        jdbc.sql(
                        "update nominations set expires_at = now() - interval '1 second' where case_id = ?")
                .param(about.caseId())
                .update();

        assertThat(as(HR, get(path(""))).getStatus()).isEqualTo(404);
    }

    @Test
    void whoHasToDoWithTheCaseOrDecidesItIsNotNominated() throws Exception {
        for (var whom :
                Map.of(
                                TEACHER,
                                "has to do with the case",
                                EXECUTIVE,
                                "comes to this person already")
                        .entrySet()) {
            var response =
                    as(
                            HEAD,
                            post(path("/nominations"))
                                    .param("email", String.valueOf(whom.getKey().email()))
                                    .param("until", inDays(30))
                                    .param("why", "x"));
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getContentAsString()).contains(whom.getValue());
        }
        var tooLong =
                as(
                        HEAD,
                        post(path("/nominations"))
                                .param("email", "hr@thornbury.example")
                                .param("until", inDays(91))
                                .param("why", "x"));
        assertThat(tooLong.getContentAsString()).contains("does not last that long");
    }

    @Test
    void whoIsAddedToACaseLosesItAtOnceByEveryWay() throws Exception {
        nominate(HR);
        page(HR);
        taken(EXECUTIVE, "person", "who", "hr@thornbury.example", "how", "WITNESS");
        assertThat(as(HR, get(path("/investigation"))).getStatus()).isEqualTo(404);
        page(HEAD);
        taken(EXECUTIVE, "person", "who", "head@thornbury.example", "how", "TARGET");

        assertThat(as(HEAD, get(path("/investigation"))).getStatus()).isEqualTo(404);
        assertThat(as(HEAD, get(path(""))).getStatus()).isEqualTo(404);
        assertThat(as(HEAD, get("/queue")).getContentAsString())
                .doesNotContain(about.number().value());
        assertThat(page(EXECUTIVE))
                .contains("Has to do with it: Invented head")
                .contains("They had opened it before (entries in the audit trail: ");
    }

    private MockHttpServletResponse upload(String name, byte[] content) throws Exception {
        return as(
                HEAD,
                multipart(path("/investigation/file"))
                        .file(new MockMultipartFile("file", name, "image/png", content))
                        .param("version", "0"));
    }

    @Test
    void aFileIsWhatItsContentSaysAndComesBackAsADownload() throws Exception {
        assertThat(upload("../../letter.exe", "Words".getBytes(UTF_8)).getStatus()).isEqualTo(302);
        assertThat(page(HEAD)).contains("File: letter.txt");
        var seq = steps();

        var file = as(HEAD, get(path("/investigation/files/" + seq)));

        assertThat(file.getContentAsByteArray()).isEqualTo("Words".getBytes(UTF_8));
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("letter.txt");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getContentType()).startsWith("text/plain");
        assertThat(upload("cat.png", new byte[] {'M', 'Z', 0, 1}).getContentAsString())
                .contains("whatever its name says");
        assertThat(as(TEACHER, get(path("/investigation/files/" + seq))).getStatus())
                .isEqualTo(404);
        assertThat(as(HEAD, get(path("/investigation/files/99"))).getStatus()).isEqualTo(404);
        assertThat(entries("investigation.file-read", HEAD)).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsSealedAndEachReadAndStepIsWrittenDown() throws Exception {
        taken(HEAD, "note", "words", "a secret of the enquiry");
        page(HEAD);

        var stored =
                jdbc.sql("select sealed from investigation_steps where case_id = ?")
                        .param(about.caseId())
                        .query((rs, _) -> rs.getBytes("sealed"))
                        .single();
        assertThat(new String(stored, UTF_8)).doesNotContain("secret");
        assertThat(entries("investigation.note", HEAD)).isEqualTo(1);
        assertThat(entries("investigation.read", HEAD)).isPositive();
    }

    private long entries(String action, Person by) {
        return trail.latest(1_000).stream()
                .filter(e -> e.action().equals(action) && e.actor().equals(by.personId()))
                .map(AuditEntry::subject)
                .filter(("case:" + about.number())::equals)
                .count();
    }

    @Test
    void theSubjectFindsNoPageOfIt() throws Exception {
        for (var rest : List.of("/investigation", "/investigation/note", "/nominations")) {
            assertThat(as(TEACHER, get(path(rest))).getStatus()).isEqualTo(404);
        }
        assertThat(step(TEACHER, "note", "words", "x").getStatus()).isEqualTo(404);
        assertThat(as(HEAD, get(path("/investigation/none"))).getStatus()).isEqualTo(404);
    }

    @Test
    void aCaseThatNobodyOpenedAnInvestigationOfLeadsBackToItsCard() throws Exception {
        about = open(found("account-teacher").claiming("P8", MEDIUM).event());

        assertThat(as(HEAD, get(path("/investigation"))).getRedirectedUrl()).isEqualTo(path(""));
        assertThat(step(HEAD, "note", "words", "x").getStatus()).isEqualTo(422);
    }
}
