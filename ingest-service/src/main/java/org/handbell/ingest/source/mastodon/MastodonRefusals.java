package org.handbell.ingest.source.mastodon;

import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Why a server shows no statuses, and what can be done about it.
final class MastodonRefusals {

    private MastodonRefusals() {}

    /// A usable answer, or a refusal that says what to do.
    static Step<Answered> explained(Reply reply) {
        if (!(reply instanceof Answered answered)) {
            return Answers.usable(reply);
        }
        return switch (answered.status()) {
            case 401, 403 ->
                    Step.refused(
                            "the server shows nothing without signing in ("
                                    + answered.status()
                                    + "): give it an access token, see handbell.ingest.tokens");
            case 404 ->
                    Step.refused(
                            "not found (404): the address is wrong, or the server does not speak"
                                    + " Mastodon's interface; register acct:name@host to have the"
                                    + " account read by ActivityPub");
            case 410 ->
                    Step.refused(
                            "the account is gone for good (410): close it in the register, or"
                                    + " correct its address");
            default -> Answers.usable(reply);
        };
    }

    /// Goes on with an account that is where it was registered, and in use.
    static Step<JsonNode> standing(JsonNode account) {
        if (account.path("suspended").booleanValue(false)) {
            return Step.refused(
                    "the server has suspended the account and shows nothing of it: keep it until"
                            + " the suspension is lifted, or close it in the register");
        }
        return account.path("moved").isObject()
                ? Step.refused(
                        "the account has moved to another one: have that one registered, and close"
                                + " this one")
                : Step.go(account);
    }
}
