package org.handbell.cases.access;

import static org.handbell.cases.access.Reach.ACADEMY;
import static org.handbell.cases.access.Reach.CASE;
import static org.handbell.cases.access.Reach.DESK;
import static org.handbell.cases.access.Reach.OWN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.handbell.cases.people.Role;
import org.springframework.http.HttpMethod;

/// The authorisation table: each page and each action of the desk, which roles may use it, and what
/// the action itself checks further. A page that is not in it keeps the desk from starting.
///
/// Pages of a case are open to all roles here, since what a person may not see must look like what
/// does not exist; whose case it is decides.
public enum DeskAction {
    OPEN_DESK(GET, "/", strangers(), DESK),
    SIGN_IN(GET, "/sign-in", strangers(), DESK),
    TAKE_SEAT(POST, "/sign-in/as", strangers(), DESK),

    READ_QUEUE(GET, "/queue", deciders(), CASE),
    READ_CASE(GET, "/cases/{reference}", everybody(), CASE),
    ACKNOWLEDGE_CASE(POST, "/cases/{reference}/acknowledgement", everybody(), CASE),
    DECIDE_CASE(POST, "/cases/{reference}/decision", everybody(), CASE),

    LIST_ACCOUNTS(GET, "/accounts", everybody(), ACADEMY),
    ASK_FOR_ACCOUNT(GET, "/accounts/new", everybody(), OWN),
    REQUEST_ACCOUNT(POST, "/accounts", everybody(), OWN),
    READ_ACCOUNT(GET, "/accounts/{accountId}", everybody(), ACADEMY),
    APPROVE_ACCOUNT(POST, "/accounts/{accountId}/approve", leaders(), ACADEMY),
    REFUSE_ACCOUNT(POST, "/accounts/{accountId}/refuse", leaders(), ACADEMY),
    WITHDRAW_ACCOUNT(POST, "/accounts/{accountId}/withdraw", leaders(), ACADEMY),
    REVIEW_ACCOUNT(POST, "/accounts/{accountId}/review", leaders(), ACADEMY),
    HAND_OVER_ACCOUNT(POST, "/accounts/{accountId}/hand-over", leaders(), ACADEMY),
    NAME_SECOND_OWNER(POST, "/accounts/{accountId}/second-owner", leaders(), ACADEMY),
    CLOSE_ACCOUNT(POST, "/accounts/{accountId}/close", everybody(), ACADEMY),
    CHECK_ACCOUNT(POST, "/accounts/{accountId}/check", leaders(), ACADEMY),
    END_CHECK(POST, "/accounts/{accountId}/check/end", leaders(), ACADEMY),
    AUTHORISE_SPOKESPERSON(POST, "/accounts/{accountId}/spokesperson", leaders(), ACADEMY),
    END_SPOKESPERSON(POST, "/accounts/{accountId}/spokesperson/end", leaders(), ACADEMY),
    ACKNOWLEDGE_NOTICE(POST, "/accounts/{accountId}/acknowledgement", everybody(), OWN),
    READ_NOTICE(GET, "/notice", everybody(), DESK),
    READ_GATES(GET, "/gates", gatekeepers(), DESK),
    ENTER_GATE(POST, "/gates/{kind}", gatekeepers(), DESK),
    LIST_CHECKS(GET, "/checks", gatekeepers(), ACADEMY),

    READ_POLICY(GET, "/policy", everybody(), DESK),
    READ_POLICY_VERSION(GET, "/policy/versions/{number}", everybody(), DESK),
    WRITE_POLICY(GET, "/policy/new", heads(), DESK),
    UPLOAD_POLICY(POST, "/policy", heads(), DESK),
    READ_CLAUSES(GET, "/policy/versions/{number}/clauses", heads(), DESK),
    POINT_CLAUSE(POST, "/policy/versions/{number}/clauses/{clause}", heads(), DESK),

    READ_AUDIT(GET, "/audit", only(Role::oversees), DESK);

    private final HttpMethod method;
    private final String path;
    private final Who who;
    private final Reach reach;

    DeskAction(HttpMethod method, String path, Who who, Reach reach) {
        this.method = method;
        this.path = path;
        this.who = who;
        this.reach = reach;
    }

    public HttpMethod method() {
        return method;
    }

    /// As Spring's path patterns have it.
    public String path() {
        return path;
    }

    /// What the action checks beyond the role.
    public Reach reach() {
        return reach;
    }

    /// Whether nobody needs to sign in for it.
    public boolean openToStrangers() {
        return who.strangers();
    }

    public boolean permits(Role role) {
        return who.roles().contains(role);
    }

    private record Who(Set<Role> roles, boolean strangers) {}

    private static Who strangers() {
        return new Who(everybody().roles(), true);
    }

    private static Who everybody() {
        return only(_ -> true);
    }

    private static Who deciders() {
        return only(Role::decides);
    }

    private static Who heads() {
        return only(role -> role == Role.HEAD || role == Role.EXECUTIVE_HEAD);
    }

    /// Heads, and the chair, who decides for the trust on what the Executive Head holds.
    private static Who leaders() {
        return only(role -> heads().roles().contains(role) || role == Role.CHAIR);
    }

    /// Those who answer for the gates of the whole trust, the data protection officer among them.
    private static Who gatekeepers() {
        return only(role -> heads().roles().contains(role) || role == Role.AUDITOR);
    }

    private static Who only(Predicate<Role> holds) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(holds).forEach(roles::add);
        return new Who(Collections.unmodifiableSet(roles), false);
    }
}
