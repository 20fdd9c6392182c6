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
    APPROVE_ACCOUNT(POST, "/accounts/{accountId}/approve", heads(), ACADEMY),
    WITHDRAW_ACCOUNT(POST, "/accounts/{accountId}/withdraw", heads(), ACADEMY),

    READ_EVIDENCE(GET, "/cases/{reference}/evidence", everybody(), CASE),
    READ_PICTURES(GET, "/cases/{reference}/pictures", everybody(), CASE),
    SEE_PICTURE(GET, "/cases/{reference}/pictures/{number}", everybody(), CASE),
    WITHHOLD_CASE(POST, "/cases/{reference}/illegal-picture", everybody(), CASE),
    READ_STEPS(GET, "/illegal-picture", everybody(), DESK),
    READ_AIMED_AT_ME(GET, "/aimed-at-me", deciders(), OWN),
    READ_FAMILIES(GET, "/families", heads(), ACADEMY),
    NOTE_FAMILY(POST, "/families", heads(), ACADEMY),
    REMOVE_FAMILY(POST, "/families/removal", heads(), ACADEMY),
    CONFIRM_DEVICE_PAGE(GET, "/sign-in/again", everybody(), DESK),
    CONFIRM_DEVICE(POST, "/sign-in/again", everybody(), DESK),
    READ_ACCESS(GET, "/access", only(Role::oversees), DESK),

    READ_AUDIT(GET, "/audit", only(Role::oversees), DESK),
    EXPORT_AUDIT(GET, "/audit/export", only(role -> role == Role.AUDITOR), DESK);

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

    private static Who only(Predicate<Role> holds) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(holds).forEach(roles::add);
        return new Who(Collections.unmodifiableSet(roles), false);
    }
}
