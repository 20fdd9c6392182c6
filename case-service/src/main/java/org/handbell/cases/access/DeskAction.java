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

    NEXT_CARD(GET, "/queue/next", deciders(), CASE),
    READ_GOING_ON(GET, "/queue/going-on", deciders(), CASE),
    READ_DAY(GET, "/queue/day", deciders(), CASE),
    LEAVE_CARD(POST, "/cases/{reference}/leave", everybody(), CASE),
    TAKE_DECISION_BACK(POST, "/cases/{reference}/undo", everybody(), CASE),
    SEARCH_CASES(GET, "/search", deciders(), CASE),
    READ_WEEKS(GET, "/report/weeks", deciders(), CASE),
    BLANK_SCREEN(GET, "/blank", strangers(), DESK),

    READ_INVESTIGATION(GET, "/cases/{reference}/investigation", everybody(), CASE),
    ASK_STEP(GET, "/cases/{reference}/investigation/{form}", everybody(), CASE),
    TAKE_STEP(POST, "/cases/{reference}/investigation/{form}", everybody(), CASE),
    READ_FILE(GET, "/cases/{reference}/investigation/files/{file}", everybody(), CASE),
    LIST_OWN_NOMINATIONS(GET, "/nominations", everybody(), OWN),
    LIST_NOMINATIONS(GET, "/cases/{reference}/nominations", everybody(), CASE),
    NOMINATE(POST, "/cases/{reference}/nominations", everybody(), CASE),
    WITHDRAW_NOMINATION(
            POST, "/cases/{reference}/nominations/{nominationId}/withdrawal", everybody(), CASE),
    LIST_HANDOVERS(GET, "/cases/{reference}/handovers", everybody(), CASE),
    ASK_HANDOVER(POST, "/cases/{reference}/handovers", everybody(), CASE),
    APPROVE_HANDOVER(POST, "/cases/{reference}/handovers/{handoverId}/approval", everybody(), CASE),
    WITHDRAW_HANDOVER(
            POST, "/cases/{reference}/handovers/{handoverId}/withdrawal", everybody(), CASE),
    DOWNLOAD_BUNDLE(GET, "/cases/{reference}/handovers/{handoverId}/bundle", everybody(), CASE),

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

    LIST_PEOPLE(GET, "/people", heads(), ACADEMY),
    ASK_FOR_PERSON(GET, "/people/new", heads(), ACADEMY),
    ADD_PERSON(POST, "/people/new", heads(), ACADEMY),
    READ_PERSON(GET, "/people/{personId}", heads(), ACADEMY),
    CHANGE_PERSON(POST, "/people/{personId}", heads(), ACADEMY),
    END_PERSON(POST, "/people/{personId}/end", heads(), ACADEMY),
    READ_REGISTER(GET, "/registers/{part}", heads(), ACADEMY),
    KEEP_REGISTER(POST, "/registers/{part}", heads(), ACADEMY),
    END_REGISTER_ENTRY(POST, "/registers/{part}/{entryId}/end", heads(), ACADEMY),
    ASK_FOR_PUPIL(GET, "/pupils", pupilFinders(), ACADEMY),
    FIND_PUPIL(POST, "/pupils", pupilFinders(), ACADEMY),

    ASK_FOR_IMPORT(GET, "/imports", importers(), DESK),
    READ_TEMPLATE(GET, "/imports/templates/{file}", importers(), DESK),
    UPLOAD_IMPORT(POST, "/imports", importers(), OWN),
    PREVIEW_IMPORT(GET, "/imports/preview", importers(), OWN),
    CONFIRM_IMPORT(POST, "/imports/confirmation", importers(), OWN),
    READ_IMPORT_PROGRESS(GET, "/imports/progress", importers(), DESK),
    DISCARD_IMPORT(POST, "/imports/discard", importers(), OWN),

    READ_MY_SETTINGS(GET, "/me", everybody(), OWN),
    SET_MY_SETTINGS(POST, "/me", everybody(), OWN),

    READ_EVIDENCE(GET, "/cases/{reference}/evidence", everybody(), CASE),
    READ_PICTURES(GET, "/cases/{reference}/pictures", everybody(), CASE),
    SEE_PICTURE(GET, "/cases/{reference}/pictures/{number}", everybody(), CASE),
    WITHHOLD_CASE(POST, "/cases/{reference}/illegal-picture", everybody(), CASE),
    READ_ILLEGAL_PICTURE_ADVICE(GET, "/illegal-picture", everybody(), DESK),
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

    /// Heads, and the chair, who decides for the trust on what the Executive Head holds.
    private static Who leaders() {
        return only(role -> heads().roles().contains(role) || role == Role.CHAIR);
    }

    /// Those who answer for the gates of the whole trust, the data protection officer among them.
    private static Who gatekeepers() {
        return only(role -> heads().roles().contains(role) || role == Role.AUDITOR);
    }

    private static Who pupilFinders() {
        return only(role ->
                switch (role) {
                    case HEAD, EXECUTIVE_HEAD, DSL, DEPUTY_DSL -> true;
                    default -> false;
                });
    }

    /// An import is about the whole trust.
    private static Who importers() {
        return only(role -> role == Role.EXECUTIVE_HEAD || role == Role.OPERATOR);
    }

    private static Who only(Predicate<Role> holds) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(holds).forEach(roles::add);
        return new Who(Collections.unmodifiableSet(roles), false);
    }
}
