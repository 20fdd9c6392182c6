package org.handbell.cases.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.handbell.cases.InvestigationDesk;
import org.handbell.cases.people.Person;
import org.handbell.contract.Finding.Span;
import org.handbell.contract.Route;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class HandoverPagesTest extends InvestigationDesk {

    private MockHttpServletResponse ask(
            Person by, String recipient, String name, String masked, String emergency)
            throws Exception {
        return as(
                by,
                post(path("/handovers"))
                        .param("recipient", recipient)
                        .param("name", name)
                        .param("basis", "CRIME")
                        .param("because", "a threat")
                        .param("purpose", "to look into it")
                        .param("part-POSTS", "on")
                        .param("part-NOTES", "on")
                        .param("part-DECISION", "on")
                        .param("masked", masked)
                        .param("also", "Quentin")
                        .param("emergency", emergency));
    }

    private String id() {
        return jdbc.sql("select handover_id from handovers where case_id = ?")
                .param(about.caseId())
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse bundle(Person by) throws Exception {
        return as(by, get(path("/handovers/" + id() + "/bundle")));
    }

    private MockHttpServletResponse approve(Person by) throws Exception {
        return as(by, post(path("/handovers/" + id() + "/approval")));
    }

    private void note(String words) throws Exception {
        var response =
                as(
                        HEAD,
                        post(path("/investigation/note"))
                                .param("version", "0")
                                .param("words", words));
        assertThat(response.getStatus()).isEqualTo(302);
    }

    @Test
    void itTakesASecondPersonAndEachCopyIsOnRecord() throws Exception {
        note("Quentin told Invented dsl");
        assertThat(ask(HEAD, "POLICE", "PC 1, ref 2", "YES", "NO").getStatus()).isEqualTo(302);

        assertThat(bundle(HEAD).getStatus()).isEqualTo(404);
        assertThat(approve(HEAD).getStatus()).isEqualTo(409);
        assertThat(bundle(HEAD).getStatus()).isEqualTo(404);
        assertThat(approve(EXECUTIVE).getStatus()).isEqualTo(302);

        var copy = bundle(HEAD);
        assertThat(copy.getStatus()).isEqualTo(200);
        assertThat(copy.getHeader("Content-Disposition")).startsWith("attachment;");
        var files = ArchiveTest.unpacked(copy.getContentAsByteArray());
        var manifest = new String(files.get("manifest.json"), UTF_8);
        assertThat(manifest)
                .contains("[name left out] told [name left out]")
                .doesNotContain("Quentin")
                .contains("Invented teacher")
                .contains("Approved by")
                .contains("Chain, SHA-256: ");
        assertThat(as(HEAD, get(path("/handovers"))).getContentAsString())
                .contains("Approved by Invented executive")
                .contains("Copies taken: Invented head, ")
                .contains("SHA-256 " + Archive.sha256(copy.getContentAsByteArray()));
    }

    @Test
    void theBundleIsMadeOnce() throws Exception {
        ask(HEAD, "LADO", "her", "NO", "NO");
        approve(EXECUTIVE);
        var first = bundle(HEAD).getContentAsByteArray();
        note("written afterwards");

        assertThat(approve(HEAD).getStatus()).isEqualTo(409);
        assertThat(bundle(EXECUTIVE).getContentAsByteArray()).isEqualTo(first);
    }

    @Test
    void anEmergencyDoesNotWaitButClosesAfterADay() throws Exception {
        ask(HEAD, "POLICE", "999", "NO", "YES");

        assertThat(bundle(HEAD).getStatus()).isEqualTo(200);
        jdbc.sql("update handovers set asked_at = asked_at - interval '25 hours' where case_id = ?")
                .param(about.caseId())
                .update();
        assertThat(bundle(HEAD).getStatus()).isEqualTo(404);
        assertThat(as(HEAD, get(path("/handovers"))).getContentAsString())
                .contains("nobody approved it in time");
        assertThat(approve(EXECUTIVE).getStatus()).isEqualTo(302);
        assertThat(bundle(HEAD).getStatus()).isEqualTo(200);
    }

    @Test
    void anInvestigatorGetsOnlyWhatWasMadeForThem() throws Exception {
        assertThat(
                        ask(HEAD, "INVESTIGATOR", "hr@thornbury.example", "NO", "NO")
                                .getContentAsString())
                .contains("is nominated for the case");
        nominate(HR);
        ask(HEAD, "INVESTIGATOR", "hr@thornbury.example", "NO", "NO");
        assertThat(approve(HR).getStatus()).isEqualTo(404);
        assertThat(bundle(HR).getStatus()).isEqualTo(404);
        approve(EXECUTIVE);

        assertThat(bundle(HR).getStatus()).isEqualTo(200);
        assertThat(as(HR, get(path("/handovers"))).getContentAsString())
                .doesNotContain("Ask for a handover");
        assertThat(bundle(TEACHER).getStatus()).isEqualTo(404);
    }

    @Test
    void whatWasWithdrawnIsNotApproved() throws Exception {
        ask(HEAD, "HR", "them", "YES", "NO");
        as(HEAD, post(path("/handovers/" + id() + "/withdrawal")));

        assertThat(approve(EXECUTIVE).getStatus()).isEqualTo(409);
        assertThat(bundle(HEAD).getStatus()).isEqualTo(404);
    }

    @Test
    void anAllegationAgainstATeacherIsMarkedOnEachPage() throws Exception {
        about =
                open(
                        found("account-teacher")
                                .saying("Well done Priya in 4B")
                                .claiming("E3", HIGH, new Span("text", 10, 15))
                                .routed(Route.SAFEGUARDING)
                                .event());
        ask(HEAD, "LADO", "her", "YES", "NO");
        approve(DSL);

        var files = ArchiveTest.unpacked(bundle(DSL).getContentAsByteArray());
        assertThat(ArchiveTest.pages(files.get("bundle.pdf")))
                .contains("section 141F")
                .contains("Well done [name left out] in 4B")
                .doesNotContain("Priya");
    }

    @Test
    void withoutAPartOrAReasonNothingIsAsked() throws Exception {
        var response =
                as(
                        HEAD,
                        post(path("/handovers")).param("recipient", "POLICE").param("name", "<i>"));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString())
                .contains("Choose what goes in.")
                .contains("Say what they need it for.")
                .contains("&lt;i&gt;")
                .doesNotContain("checked=\"checked\" id=\"part");
        assertThat(as(TEACHER, get(path("/handovers"))).getStatus()).isEqualTo(404);
    }
}
