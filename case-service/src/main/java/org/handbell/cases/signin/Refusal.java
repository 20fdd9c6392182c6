package org.handbell.cases.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why somebody is not let in, in words for them.
enum Refusal {
    UNKNOWN(
            "Your organisation knows you, but the register of this trust has nobody with your e-mail address.",
            "Ask the operator to add you."),
    UNVERIFIED(
            "Your organisation gave no e-mail address that it says is verified.",
            "Ask whoever looks after your organisation’s accounts to verify your address."),
    ANOTHER(
            "Your e-mail address belonged to another account when somebody last signed in with it.",
            "Ask the operator: they check that you are who the register means, and release the address."),
    NO_GROUP(
            "The register gives you a role at the desk, but your organisation’s groups do not confirm it.",
            "Ask whoever looks after your organisation’s groups to add you to the one for your role."),
    TOO_MANY_GROUPS(
            "You are in so many groups that your organisation did not send them.",
            "Ask the operator: app roles, or groups filtered for Handbell, make the list short."),
    ELSEWHERE(
            "You came with an account of another organisation.",
            "Sign in with the account that your trust gave you. If you did, the operator must check the issuer and the domain in the settings."),
    EXPIRED(
            "The sign-in took too long, or it was begun in another window.",
            "Try again. If it fails each time, the clock of a server may be wrong: tell the operator."),
    UNREACHABLE(
            "Your organisation’s sign-in does not answer at the moment.",
            "Wait a minute, then try again. If it goes on, tell the operator."),
    DESK_REFUSED(
            "Your organisation’s sign-in does not accept this desk.",
            "Tell the operator: the client id, the client secret or the redirect address in the settings is wrong."),
    ENDED(
            "Your organisation has ended your session or your account.",
            "Sign in again. If you cannot, ask whoever looks after your organisation’s accounts."),
    FAILED(
            "Your organisation’s sign-in did not let you in.",
            "Try again. If it fails each time, tell the operator when it happened.");

    private final String happened;
    private final String advice;

    Refusal(String happened, String advice) {
        this.happened = happened;
        this.advice = advice;
    }

    /// As it stands in an address: `too-many-groups`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Refusal> coded(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }

    public String happened() {
        return happened;
    }

    public String advice() {
        return advice;
    }
}
