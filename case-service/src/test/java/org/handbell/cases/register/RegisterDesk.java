package org.handbell.cases.register;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.cases.DeskTest;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent.Registered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// The desk with people beside those of the school whom the register needs, and without anything
/// that another test recorded in it.
abstract class RegisterDesk extends DeskTest {

    static final Person AUDITOR =
            new Person("auditor", "Invented auditor", null, Role.AUDITOR, null, null);
    static final Person COLLEAGUE =
            new Person("colleague", "Invented colleague", null, Role.TEACHER, ACADEMY, null);
    static final Person OTHER_HEAD =
            new Person("other-head", "Another head", null, Role.HEAD, "ac-02", null);
    static final Person TRUST_CHAIR =
            new Person("trust-chair", "Invented trustee", null, Role.CHAIR, null, null);

    @Autowired private WebApplicationContext context;
    @Autowired private Members members;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Accounts accounts;
    @Autowired private Entries entries;
    @Autowired private JdbcClient jdbc;

    private MockMvc mvc;

    @BeforeEach
    void desk() {
        clear();
        transaction.executeWithoutResult(_ ->
                members.replace(
                        Stream.of(
                                        HEAD,
                                        DSL,
                                        DEPUTY,
                                        CHAIR,
                                        EXECUTIVE,
                                        TEACHER,
                                        AUDITOR,
                                        COLLEAGUE,
                                        OTHER_HEAD,
                                        TRUST_CHAIR)
                                .map(p -> new Member(p, null, 8, null))
                                .toList()));
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @AfterEach
    void clear() {
        for (var table :
                List.of(
                        "gate_evidence",
                        "notice_acknowledgement",
                        "targeted_check",
                        "spokesperson",
                        "account_entry",
                        "account")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("truncate policy_pointer, policy_paragraph, policy_version").update();
    }

    /// Somebody asks for a group on Mastodon.
    String asked(Person by, String name) throws Exception {
        var answer =
                send(
                                by,
                                "/accounts",
                                "kind",
                                "GROUP",
                                "platform",
                                "MASTODON",
                                "address",
                                "@" + name + "@social.example",
                                "why",
                                "For the invented choir",
                                "audience",
                                "Parents",
                                "pupils",
                                "NO",
                                "second",
                                COLLEAGUE.personId())
                        .andReturn()
                        .getResponse();
        return String.valueOf(answer.getRedirectedUrl()).replace("/accounts/", "");
    }

    /// An account that was asked for and approved, with all gates met.
    String cleared(String name) throws Exception {
        gates("notice words");
        var id = asked(TEACHER, name);
        approve(HEAD, id);
        acknowledge(TEACHER, id);
        return id;
    }

    void gates(String notice) throws Exception {
        send(AUDITOR, "/gates/dpia", onDay(today(), "reference", "DPIA-9"));
        send(HEAD, "/gates/consultation", onDay(today(), "reference", "Minutes", "with", "Staff"));
        send(EXECUTIVE, "/gates/notice", onDay(today(), "reference", "Handbook", "notice", notice));
    }

    ResultActions approve(Person by, String id) throws Exception {
        return act(by, id, "approve", approval());
    }

    static String[] approval() {
        return with(
                day("review", today().plusMonths(6)), "reason", "It is well run", "policy", "yes");
    }

    ResultActions acknowledge(Person by, String id) throws Exception {
        var hash =
                jdbc.sql("select notice_hash from gate_evidence order by number desc limit 1")
                        .query(String.class)
                        .optional()
                        .orElse("");
        return send(by, "/accounts/" + id + "/acknowledgement", "notice", hash);
    }

    /// An action on an account as it stands now.
    ResultActions act(Person by, String id, String action, String... values) throws Exception {
        var version = entries.byId(id).map(Entry::version).orElse(0L);
        return send(
                by,
                "/accounts/" + id + "/" + action,
                with(values, "version", Long.toString(version)));
    }

    ResultActions send(Person by, String path, String... values) throws Exception {
        var request = post(path).with(csrf());
        for (var at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return mvc.perform(as(by, request));
    }

    ResultActions read(Person by, String path) throws Exception {
        return mvc.perform(as(by, get(path)));
    }

    ResultActions perform(Person by, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(as(by, request));
    }

    private static MockHttpServletRequestBuilder as(
            Person by, MockHttpServletRequestBuilder request) {
        var person = new SignedIn(by.personId(), by.name(), by.role(), by.academyId());
        return request.with(
                authentication(new UsernamePasswordAuthenticationToken(person, null, List.of())));
    }

    Optional<Registered> told(String id) {
        return accounts.byId(id);
    }

    List<String> unmet(String id) {
        return told(id).orElseThrow().unmet();
    }

    Accounts accounts() {
        return accounts;
    }

    Entries entries() {
        return entries;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), SettleAccounts.LONDON);
    }

    static String[] day(String field, LocalDate day) {
        return new String[] {
            field + "-day", Integer.toString(day.getDayOfMonth()),
            field + "-month", Integer.toString(day.getMonthValue()),
            field + "-year", Integer.toString(day.getYear())
        };
    }

    static String[] onDay(LocalDate day, String... more) {
        return with(day("on", day), more);
    }

    static String[] with(String[] values, String... more) {
        return Stream.concat(Stream.of(values), Stream.of(more)).toArray(String[]::new);
    }
}
