package org.handbell.cases.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.handbell.cases.TopicReader;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.people.Person;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

class AccountRegisterTest extends RegisterDesk {

    @Autowired private AuditTrail trail;
    @Autowired private AccountRegister register;
    @Autowired private TransactionTemplate transaction;

    @Test
    void whatIsOnlyAskedForIsToldToNobody() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        assertThat(told(id)).isEmpty();
        read(TEACHER, "/accounts/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Waits for a decision")))
                .andExpect(content().string(containsString("For the invented choir")))
                .andExpect(content().string(not(containsString("Your decision"))));
        read(HEAD, "/accounts?show=requests").andExpect(content().string(containsString(id)));
    }

    @Test
    void anApprovedAccountIsHeldBackUntilEveryGateIsMet() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        approve(HEAD, id).andExpect(redirectedUrl("/accounts/" + id));
        assertThat(unmet(id))
                .containsExactly(
                        "DPIA reference",
                        "monitoring notice",
                        "consultation",
                        "policy version",
                        "notice in effect");
        gates("We look at approved accounts.");
        assertThat(unmet(id))
                .containsExactly("monitoring notice", "policy version", "notice in effect");
        acknowledge(COLLEAGUE, id).andExpect(status().isForbidden());
        acknowledge(TEACHER, id).andExpect(redirectedUrl("/accounts/" + id));
        assertThat(unmet(id)).containsExactly("policy version");
        assertThat(told(id).orElseThrow().collectFrom()).isEqualTo(today());
        read(HEAD, "/accounts/" + id)
                .andExpect(content().string(containsString("Handbook")))
                .andExpect(content().string(containsString("A Head uploads the policy")));
    }

    @Test
    void theVersionOfThePolicyIsConfirmedWithTheApproval() throws Exception {
        policyInForce("2026-09");
        var id = asked(TEACHER, unique("choir"));
        act(HEAD, id, "approve", with(day("review", today().plusDays(9)), "reason", "Fine"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Confirm which version")));
        approve(HEAD, id);
        assertThat(told(id).orElseThrow().gates().policyVersion()).isEqualTo("2026-09");
    }

    @Test
    void aNewNoticeHoldsEveryAccountBackUntilItIsAcknowledgedToo() throws Exception {
        var id = cleared(unique("choir"));
        assertThat(unmet(id)).doesNotContain("monitoring notice");
        gates("We also look at pictures.");
        assertThat(unmet(id)).contains("monitoring notice");
        read(TEACHER, "/accounts/" + id)
                .andExpect(content().string(containsString("We also look at pictures.")));
        acknowledge(TEACHER, id);
        assertThat(unmet(id)).doesNotContain("monitoring notice");
    }

    @Test
    void anAcknowledgementOfAnotherNoticeThanTheOneInForceDoesNotCount() throws Exception {
        gates("The first words");
        var id = asked(TEACHER, unique("choir"));
        send(TEACHER, "/accounts/" + id + "/acknowledgement", "notice", "made-up")
                .andExpect(status().isConflict());
        approve(HEAD, id);
        assertThat(unmet(id)).contains("monitoring notice");
    }

    @ParameterizedTest
    @CsvSource({
        "platform, MYSPACE, Choose where the account is",
        "address, robin, That is no address there",
        "address, '', Enter its address",
        "kind, '', Choose what the account is for",
        "second, teacher, not yourself",
        "second, nobody, Choose a colleague",
        "why, '', Say what the account is for"
    })
    void whatIsWrongWithARequestIsSaidAndWhatWasEnteredStays(
            String field, String value, String words) throws Exception {
        var values =
                new HashMap<>(
                        Map.of(
                                "kind", "GROUP",
                                "platform", "MASTODON",
                                "address", "@fine@social.example",
                                "why", "Kept words",
                                "audience", "Parents",
                                "pupils", "NO",
                                "second", "colleague"));
        values.put(field, value);
        var sent =
                values.entrySet().stream()
                        .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new);
        send(TEACHER, "/accounts", sent)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words)))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                field.equals("why") ? "Parents" : "Kept words")));
    }

    @Test
    void theSameAccountIsNotAskedForTwiceHoweverItIsWritten() throws Exception {
        var name = unique("choir");
        asked(TEACHER, name);
        send(
                        COLLEAGUE,
                        "/accounts",
                        "kind",
                        "PERSONAL",
                        "platform",
                        "MASTODON",
                        "address",
                        name.toUpperCase(Locale.ROOT) + "@social.example")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("on the register already")));
    }

    @Test
    void ofTwoPeopleWhoAskForOneAccountAtOnceOneIsToldSo() throws Exception {
        var name = unique("choir");
        var answers = atOnce(() -> asked(TEACHER, name), () -> asked(HEAD, name));
        assertThat(answers).filteredOn(answer -> !answer.equals("null")).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = asked(TEACHER, unique("choir"));
            var version = Long.toString(entries().byId(id).orElseThrow().version());
            var answers =
                    atOnce(
                            () ->
                                    code(
                                            send(
                                                    HEAD,
                                                    path(id, "approve"),
                                                    with(approval(), "version", version))),
                            () ->
                                    code(
                                            send(
                                                    EXECUTIVE,
                                                    path(id, "refuse"),
                                                    "reason",
                                                    "No",
                                                    "version",
                                                    version)));
            assertThat(answers).containsExactlyInAnyOrder("302", "409");
        }
    }

    @Test
    void aDecisionIsNotTakenTwice() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        var version = Long.toString(entries().byId(id).orElseThrow().version());
        var sent = with(approval(), "version", version);
        send(HEAD, path(id, "approve"), sent).andExpect(flash().attributeExists("done"));
        send(HEAD, path(id, "approve"), sent)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody changed this account")));
        act(HEAD, id, "approve", approval())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not waiting for an approval")));
        assertThat(done(id)).containsExactly("account.approved", "account.requested");
    }

    @Test
    void nobodyDecidesOnAnAccountThatIsTheirOwnOrThatTheyShare() throws Exception {
        var own = asked(HEAD, unique("choir"));
        approve(HEAD, own).andExpect(status().isForbidden());
        approve(EXECUTIVE, own).andExpect(redirectedUrl("/accounts/" + own));
        var shared = asked(TEACHER, unique("choir"));
        act(EXECUTIVE, shared, "second-owner", "person", HEAD.personId())
                .andExpect(redirectedUrl("/accounts/" + shared));
        approve(HEAD, shared).andExpect(status().isForbidden());
    }

    @Test
    void onTheExecutiveHeadsAccountTheChairOfTheTrustDecides() throws Exception {
        var id = asked(EXECUTIVE, unique("choir"));
        approve(EXECUTIVE, id).andExpect(status().isForbidden());
        approve(CHAIR, id).andExpect(status().isNotFound());
        approve(TRUST_CHAIR, id).andExpect(redirectedUrl("/accounts/" + id));
    }

    @Test
    void anAccountThatOneMayNotSeeLooksLikeOneThatIsNotThere() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        read(OTHER_HEAD, "/accounts/" + id).andExpect(status().isNotFound());
        approve(OTHER_HEAD, id).andExpect(status().isNotFound());
        var personal = personal(TEACHER);
        read(COLLEAGUE, "/accounts/" + personal).andExpect(status().isNotFound());
        read(AUDITOR, "/accounts/" + personal).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approve",
                "refuse",
                "withdraw",
                "review",
                "hand-over",
                "second-owner",
                "close",
                "check",
                "check/end",
                "spokesperson",
                "spokesperson/end",
                "acknowledgement"
            })
    void anUnknownAccountIsNotFoundAndAForgedFormIsRefused(String action) throws Exception {
        send(HEAD, path("no-such", action), "version", "x").andExpect(status().isNotFound());
        var id = asked(TEACHER, unique("choir"));
        perform(HEAD, post(path(id, action))).andExpect(status().isForbidden());
        assertThat(entries().byId(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aReviewIsDueWithinAYearAndAnOverdueOneIsListed() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        act(HEAD, id, "approve", with(day("review", today().plusMonths(13)), "reason", "Fine"))
                .andExpect(content().string(containsString("within the next 12 months")));
        approve(HEAD, id);
        read(HEAD, "/accounts?show=overdue").andExpect(content().string(not(containsString(id))));
        jdbc().sql("update account_entry set review_on = ? where account_id = ?")
                .params(today().minusDays(1), id)
                .update();
        read(HEAD, "/accounts?show=overdue")
                .andExpect(content().string(containsString(id)))
                .andExpect(content().string(containsString("overdue")));
        act(HEAD, id, "review", approval()).andExpect(redirectedUrl("/accounts/" + id));
        read(HEAD, "/accounts?show=overdue").andExpect(content().string(not(containsString(id))));
    }

    @Test
    void whoTakesAnAccountOverBeginsAnew() throws Exception {
        var id = cleared(unique("choir"));
        act(HEAD, id, "hand-over", "person", HEAD.personId())
                .andExpect(content().string(containsString("cannot look after it too")));
        act(HEAD, id, "hand-over", "person", COLLEAGUE.personId())
                .andExpect(redirectedUrl("/accounts/" + id));
        var row = told(id).orElseThrow();
        assertThat(row.holderId()).isEqualTo(COLLEAGUE.personId());
        assertThat(row.unmet()).contains("monitoring notice", "notice in effect");
        read(TEACHER, "/accounts/" + id).andExpect(status().isNotFound());
        acknowledge(COLLEAGUE, id);
        assertThat(unmet(id)).doesNotContain("monitoring notice");
    }

    @Test
    void anImportTakesNothingBackThatWasDecidedAtTheDesk() throws Exception {
        school(accountOfFile("file-1", "teacher"));
        act(HEAD, "file-1", "withdraw", "reason", "A pause");
        school(accountOfFile("file-1", "teacher"));
        assertThat(unmet("file-1")).contains("approval");
        approve(HEAD, "file-1");
        school(unapproved(accountOfFile("file-1", "teacher")));
        assertThat(unmet("file-1")).doesNotContain("approval");
        act(HEAD, "file-1", "hand-over", "person", COLLEAGUE.personId());
        school(accountOfFile("file-1", "teacher"));
        assertThat(told("file-1").orElseThrow().holderId()).isEqualTo(COLLEAGUE.personId());
        act(HEAD, "file-1", "close", "reason", "It is not used");
        school(accountOfFile("file-1", "teacher"));
        assertThat(told("file-1")).isEmpty();
        var id = asked(TEACHER, unique("choir"));
        approve(HEAD, id);
        school();
        assertThat(told(id)).isPresent();
        assertThat(entries().byId("file-1")).isEmpty();
    }

    @Test
    void whoAskedMayTakeBackWhatNobodyDecidedAndAskAgain() throws Exception {
        var name = unique("choir");
        var id = asked(TEACHER, name);
        act(TEACHER, id, "close", "reason", "A slip").andExpect(redirectedUrl("/accounts/" + id));
        assertThat(asked(TEACHER, name)).isEqualTo(id);
        approve(HEAD, id);
        act(TEACHER, id, "close", "reason", "No more").andExpect(status().isForbidden());
        assertThat(done(id))
                .containsExactly(
                        "account.approved",
                        "account.requested",
                        "account.closed",
                        "account.requested");
    }

    @Test
    void anAccountIsOnItsTopicOnceItIsApprovedAndGoesWhenItIsClosed() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        approve(HEAD, id);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(onTopic(id))
                                .hasOnlyElementsOfType(AccountEvent.Registered.class)
                                .hasSize(1));
        act(HEAD, id, "close", "reason", "It is not used");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(onTopic(id).getLast()).isInstanceOf(AccountEvent.Closed.class));
    }

    @Test
    void whatPeopleWroteLiesSealed() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        act(HEAD, id, "refuse", "reason", "Because of the invented reason");
        var lying =
                jdbc().sql(
                                """
                                select why from account_words where account_id = :id
                                union all select words from account_history where account_id = :id
                                """)
                        .param("id", id)
                        .query((row, n) -> row.getBytes(1))
                        .list();
        assertThat(lying).hasSize(3);
        assertThat(lying)
                .extracting(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .noneMatch(text -> text.contains("invented"));
        read(HEAD, "/accounts/" + id)
                .andExpect(content().string(containsString("Because of the invented reason")));
        read(DSL, "/accounts/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Because of the invented reason"))));
    }

    @Test
    void whatIsWrittenIsShownAsWordsAndNeverRunsAsAPage() throws Exception {
        var id = asked(TEACHER, unique("choir"));
        act(HEAD, id, "refuse", "reason", "<script>alert(1)</script>");
        read(HEAD, "/accounts/" + id)
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert")));
    }

    @Test
    void aGateThatIsIncompleteIsNotRecorded() throws Exception {
        send(HEAD, "/gates/dpia", "reference", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Enter where it can be found")));
        send(HEAD, "/gates/consultation", onDay(today().plusDays(1), "reference", "r", "with", "w"))
                .andExpect(content().string(containsString("That day has not come yet")));
        send(HEAD, "/gates/nothing").andExpect(status().isNotFound());
        send(TEACHER, "/gates/dpia").andExpect(status().isForbidden());
        assertThat(jdbc().sql("select count(*) from gate_evidence").query(Long.class).single())
                .isZero();
    }

    @Test
    void everybodyAtTheDeskMayReadTheNotice() throws Exception {
        read(TEACHER, "/notice").andExpect(content().string(containsString("not published")));
        gates("We look at approved accounts.");
        read(TEACHER, "/notice")
                .andExpect(content().string(containsString("We look at approved accounts.")));
    }

    @Test
    void aLongListComesInPages() throws Exception {
        for (var i = 0; i < 51; i++) {
            jdbc().sql(
                            """
                            insert into account_entry (account_id, origin, state, platform, address,
                              address_key, kind, academy_id, holder_id, approved, spokesperson)
                            values (:id, 'DESK', 'STANDING', 'X', :id, :id, 'GROUP', 'ac-01',
                              'teacher', false, false)
                            """)
                    .param("id", "paged-%02d".formatted(i))
                    .update();
        }
        read(TEACHER, "/accounts")
                .andExpect(content().string(containsString("paged-49")))
                .andExpect(content().string(not(containsString("paged-50"))))
                .andExpect(content().string(containsString("Next page")));
        read(TEACHER, "/accounts?number=2")
                .andExpect(content().string(containsString("paged-50")))
                .andExpect(content().string(not(containsString("Next page"))));
    }

    private String personal(Person by) throws Exception {
        return String.valueOf(
                        send(
                                        by,
                                        "/accounts",
                                        "kind",
                                        "PERSONAL",
                                        "platform",
                                        "BLUESKY",
                                        "address",
                                        unique("robin") + ".bsky.social")
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                .replace("/accounts/", "");
    }

    private void policyInForce(String name) {
        jdbc().sql(
                        """
                        insert into policy_version (name, in_force, body, hash, uploaded_by, uploaded_at)
                        values (?, ?, 'any', 'any', 'head', now())
                        """)
                .params(name, today())
                .update();
    }

    private void school(AccountEvent.Registered... accounts) {
        transaction.executeWithoutResult(_ -> register.replace(List.of(accounts)));
    }

    private static AccountEvent.Registered accountOfFile(String id, String holder) {
        return new AccountEvent.Registered(
                id,
                Platform.MASTODON,
                "@" + id + "@social.example",
                AccountEvent.Kind.PERSONAL,
                holder,
                ACADEMY,
                false,
                true,
                new AccountEvent.Gates("d", "n", "c", "head", "p"),
                today(),
                1,
                Instant.EPOCH);
    }

    private static AccountEvent.Registered unapproved(AccountEvent.Registered a) {
        return new AccountEvent.Registered(
                a.accountId(),
                a.platform(),
                a.address(),
                a.kind(),
                a.holderId(),
                a.academyId(),
                a.spokesperson(),
                false,
                a.gates(),
                a.collectFrom(),
                a.revision(),
                a.at());
    }

    private static List<AccountEvent> onTopic(String id) {
        return TopicReader.records(TestKafka.bootstrapServers(), "accounts.v1", id).stream()
                .<AccountEvent>map(Wire.ACCOUNTS::read)
                .toList();
    }

    private List<String> done(String id) {
        return trail.latest(40).stream()
                .filter(entry -> entry.subject().equals("account:" + id))
                .map(AuditEntry::action)
                .filter(action -> !action.equals("account.read"))
                .toList();
    }

    private static String path(String id, String action) {
        return "/accounts/" + id + "/" + action;
    }

    private static String code(ResultActions answer) {
        return Integer.toString(answer.andReturn().getResponse().getStatus());
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... acts) throws Exception {
        try (var hands = Executors.newFixedThreadPool(acts.length)) {
            var answers = new ArrayList<String>();
            for (var answer : hands.invokeAll(List.of(acts))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
