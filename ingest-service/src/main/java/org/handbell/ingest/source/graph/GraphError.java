package org.handbell.ingest.source.graph;

import java.time.Duration;
import java.util.Optional;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.Fetch;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An error of the Graph API. It comes as a JSON body under whatever HTTP status; its code says
/// what it is. Its message is never passed on: it names ids and people.
///
/// @param subcode 0 where there is none
/// @param passing whether the API itself calls it transient
record GraphError(int code, int subcode, boolean passing) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration ROLLING_HOUR = Duration.ofMinutes(15);
    private static final int NO_SUCH_OBJECT = 33;

    /// The error that a body holds; empty where it is none.
    static Optional<GraphError> of(String body) {
        try {
            return of(Json.mapper().readTree(body));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<GraphError> of(JsonNode answer) {
        var error = answer.path("error");
        return error.isObject()
                ? Optional.of(
                        new GraphError(
                                error.path("code").intValue(0),
                                error.path("error_subcode").intValue(0),
                                error.path("is_transient").booleanValue(false)))
                : Optional.empty();
    }

    /// Whether there is no such object, or none that this token may see: the API tells no
    /// difference.
    boolean isUnknownObject() {
        return code == 100 && subcode == NO_SUCH_OBJECT;
    }

    /// @param regain how long until the limit is open again, as the API said; zero where it did not
    Fetch outcome(GraphClient.Words words, Duration regain) {
        return switch (code) {
            case 1, 2 -> new Fetch.TryLater(SOON, told(words.name() + " stumbled"));
            case 4, 17, 32, 341, 613 -> limited(words, regain);
            case 104, 2500 ->
                    new Fetch.Refused(
                            words.name() + " needs an access token: see handbell.ingest.tokens");
            case 102, 190, 467 -> new Fetch.Refused(deadToken(words));
            case 100, 110, 803 ->
                    new Fetch.Refused(
                            told(
                                    "not known to "
                                            + words.name()
                                            + " under this address, or not shown to this token"));
            default -> other(words, regain);
        };
    }

    private Fetch other(GraphClient.Words words, Duration regain) {
        if (code >= 80_000 && code <= 80_014) {
            return limited(words, regain);
        }
        if (code == 3 || code == 10 || code >= 200 && code < 300) {
            return new Fetch.Refused(
                    told("the access token lacks a permission: " + words.permission()));
        }
        var reason = told(words.name() + " refused");
        return passing ? new Fetch.TryLater(SOON, reason) : new Fetch.Refused(reason);
    }

    private Fetch limited(GraphClient.Words words, Duration regain) {
        return new Fetch.UsedUp(
                regain.isZero() ? ROLLING_HOUR : regain,
                told("the request limit of " + words.name() + " is used up"));
    }

    private String deadToken(GraphClient.Words words) {
        var why =
                switch (subcode) {
                    case 458 -> "the app was removed";
                    case 460 -> "a password was changed";
                    case 463 -> "it has expired";
                    default -> "it is no longer valid";
                };
        return told(
                "a new access token for "
                        + words.name()
                        + " is needed in handbell.ingest.tokens, "
                        + why);
    }

    private String told(String sentence) {
        return sentence + " (error " + code + (subcode == 0 ? "" : "/" + subcode) + ")";
    }
}
