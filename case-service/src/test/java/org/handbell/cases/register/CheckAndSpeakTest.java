package org.handbell.cases.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.handbell.cases.publishing.TableChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/// What ends by itself.
class CheckAndSpeakTest extends RegisterDesk {

    @Autowired private PublishedAccounts published;
    @Autowired private AllFacts facts;
    @Autowired private TableChanges changes;
    @Autowired private Checks checks;
    @Autowired private Spokespersons spokespersons;
    @Autowired private Chronicle chronicle;
    @Autowired private TransactionTemplate transaction;

    @Test
    void aCheckLetsAnAccountBeLookedAtForItsDaysAndThenNoLonger() throws Exception {
        var id = withdrawn();
        assertThat(unmet(id)).contains("approval");
        begin(id, "3").andExpect(redirectedUrl("/accounts/" + id));
        assertThat(unmet(id)).doesNotContain("approval", "approver");
        assertThat(told(id).orElseThrow().collectFrom()).isEqualTo(today());
        var revision = told(id).orElseThrow().revision();

        assertThat(inDays(2)).isZero();
        assertThat(unmet(id)).doesNotContain("approval");

        assertThat(inDays(3)).isEqualTo(1);
        assertThat(unmet(id)).contains("approver", "approval");
        assertThat(told(id).orElseThrow().revision()).isGreaterThan(revision);
        assertThat(inDays(3)).isZero();
        read(TEACHER, "/accounts/" + id)
                .andExpect(content().string(containsString("Targeted check ended")))
                .andExpect(content().string(containsString("by itself")));
    }

    @Test
    void aCheckIsNoWayAroundTheNotice() throws Exception {
        var id = withdrawn();
        gates("Another notice");
        begin(id, "14").andExpect(redirectedUrl("/accounts/" + id));
        assertThat(unmet(id)).contains("monitoring notice");
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPECTED_BREACH, words, 15, from 1 to 14",
        "SUSPECTED_BREACH, words, 0, from 1 to 14",
        "SUSPECTED_BREACH, words, week, from 1 to 14",
        "SUSPECTED_BREACH, '', 3, Say what led you to it",
        "CURIOSITY, words, 3, Choose which of the two reasons"
    })
    void aCheckNeedsAReasonWordsAndAtMostFourteenDays(
            String reason, String words, String days, String problem) throws Exception {
        var id = withdrawn();
        act(HEAD, id, "check", "reason", reason, "words", words, "days", days)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(problem)));
        assertThat(checks.of(id)).isEmpty();
    }

    @Test
    void theHolderSeesThatACheckRunsAndTheDataProtectionOfficerAlsoWhy() throws Exception {
        var id = withdrawn();
        begin(id, "3");
        read(TEACHER, "/accounts/" + id)
                .andExpect(content().string(containsString("posts may breach the policy")))
                .andExpect(content().string(not(containsString("A parent wrote to us"))));
        read(AUDITOR, "/checks")
                .andExpect(content().string(containsString("A parent wrote to us")))
                .andExpect(content().string(containsString("Invented head")));
        read(DSL, "/checks").andExpect(status().isForbidden());
    }

    @Test
    void onlyOneCheckRunsAtATimeAndAHeadMayEndItEarly() throws Exception {
        var id = withdrawn();
        begin(id, "3");
        begin(id, "3").andExpect(content().string(containsString("running already")));
        act(HEAD, id, "check/end").andExpect(redirectedUrl("/accounts/" + id));
        assertThat(unmet(id)).contains("approval");
        act(HEAD, id, "check/end").andExpect(status().isUnprocessableContent());
    }

    @Test
    void nobodyChecksTheirOwnAccountAndNoneThatIsNotOnTheRegister() throws Exception {
        var own = asked(HEAD, unique("choir"));
        begin(own, "3").andExpect(status().isForbidden());
        var asked = asked(TEACHER, unique("choir"));
        begin(asked, "3")
                .andExpect(content().string(containsString("Only an account on the register")));
    }

    @Test
    void anAuthorisationToSpeakEndsByItselfAndOthersAreToldSo() throws Exception {
        var id = cleared(unique("choir"));
        assertThat(told(id).orElseThrow().spokesperson()).isFalse();
        speak(id, -3, 5).andExpect(redirectedUrl("/accounts/" + id));
        assertThat(told(id).orElseThrow().spokesperson()).isTrue();
        var revision = told(id).orElseThrow().revision();

        assertThat(inDays(5)).isZero();
        assertThat(inDays(6)).isEqualTo(1);
        assertThat(told(id).orElseThrow().spokesperson()).isFalse();
        assertThat(told(id).orElseThrow().revision()).isGreaterThan(revision);
        read(HEAD, "/accounts/" + id)
                .andExpect(content().string(containsString("Does not count")))
                .andExpect(content().string(containsString("No longer allowed to speak")));
    }

    @Test
    void whoIsNotTrainedOrWhoseTimeIsOverMayNotSpeak() throws Exception {
        var id = cleared(unique("choir"));
        speak(id, 1, 5).andExpect(content().string(containsString("training must be over")));
        speak(id, -9, -1).andExpect(content().string(containsString("within the next 3 years")));
        assertThat(told(id).orElseThrow().spokesperson()).isFalse();
    }

    @Test
    void anAuthorisationIsEndedEarlyAndDoesNotPassToTheNextHolder() throws Exception {
        var id = cleared(unique("choir"));
        speak(id, -3, 5);
        var first = spokespersons.of(id).getFirst();
        act(HEAD, id, "spokesperson/end", "id", Long.toString(first.id()));
        assertThat(told(id).orElseThrow().spokesperson()).isFalse();
        act(HEAD, id, "spokesperson/end", "id", Long.toString(first.id()))
                .andExpect(status().isUnprocessableContent());
        speak(id, -3, 5);
        act(HEAD, id, "hand-over", "person", COLLEAGUE.personId());
        assertThat(told(id).orElseThrow().spokesperson()).isFalse();
    }

    private String withdrawn() throws Exception {
        var id = cleared(unique("choir"));
        act(HEAD, id, "withdraw", "reason", "Not needed");
        return id;
    }

    private ResultActions begin(String id, String days) throws Exception {
        return act(
                HEAD,
                id,
                "check",
                "reason",
                "SUSPECTED_BREACH",
                "words",
                "A parent wrote to us",
                "days",
                days);
    }

    private ResultActions speak(String id, int trainedInDays, int expiresInDays) throws Exception {
        return act(
                HEAD,
                id,
                "spokesperson",
                with(
                        with(
                                day("trained", today().plusDays(trainedInDays)),
                                day("expires", today().plusDays(expiresInDays))),
                        "topic",
                        "Concerts"));
    }

    /// What the task does on a day to come.
    private int inDays(int days) {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        var settle = new SettleAccounts(published, facts, changes, later);
        var overdue = new EndOverdue(entries(), checks, spokespersons, chronicle, settle, later);
        return Objects.requireNonNull(transaction.execute(_ -> overdue.now()));
    }
}
