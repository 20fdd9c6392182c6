package org.handbell.ingest.source.trustpilot;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.source.UrlQuery;

/// The school's page on Trustpilot, there a business unit.
///
/// @param number Trustpilot's id of it
record TrustpilotUnit(TrustpilotSettings settings, String number) {

    static final int PAGE = 50;

    private static final Pattern PATH =
            Pattern.compile("/v1/business-units/([0-9a-f]{24})(?:/reviews)?/?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String ANSWER = "#reply";

    /// Reads `https://api.trustpilot.com/v1/business-units/<id>`; empty for any other address.
    static Optional<TrustpilotUnit> of(TrustpilotSettings settings, String address) {
        var api = settings.api().toString();
        var given = address.strip();
        var path = PATH.matcher(given.startsWith(api) ? given.substring(api.length()) : "");
        return path.matches()
                ? Optional.of(new TrustpilotUnit(settings, path.group(1)))
                : Optional.empty();
    }

    static boolean isId(String review) {
        return ID.matcher(review).matches();
    }

    URI reviews(int page) {
        var query =
                Map.of(
                        "perPage", Integer.toString(PAGE),
                        "page", Integer.toString(page),
                        "orderBy", "createdat.desc");
        return URI.create(
                settings.api() + "/v1/business-units/" + number + "/reviews?" + UrlQuery.of(query));
    }

    URI review(String id) {
        return URI.create(settings.api() + "/v1/reviews/" + id);
    }

    /// Where a person sees a review with its answer.
    String page(String review) {
        return settings.web() + "/reviews/" + review;
    }

    /// What an answer to a review is called here: the page of the review, and on it the answer.
    String answerId(String review) {
        return page(review) + ANSWER;
    }

    /// The review that an answer is under; empty where it is none.
    Optional<String> reviewOf(String answerId) {
        if (!answerId.startsWith(page("")) || !answerId.endsWith(ANSWER)) {
            return Optional.empty();
        }
        var id = answerId.substring(page("").length(), answerId.length() - ANSWER.length());
        return isId(id) ? Optional.of(id) : Optional.empty();
    }
}
