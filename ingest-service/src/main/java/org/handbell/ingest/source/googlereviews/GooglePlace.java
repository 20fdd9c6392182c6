package org.handbell.ingest.source.googlereviews;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.source.UrlQuery;
import org.jspecify.annotations.Nullable;

/// A place of the trust on Google.
///
/// @param place its address in the interface, without a slash at the end
record GooglePlace(String place) {

    private static final String PAGE = "50";
    private static final Pattern PATH =
            Pattern.compile("(/v4/accounts/[0-9]{1,30}/locations/[0-9]{1,30})(?:/reviews)?/?");
    private static final Pattern REVIEW = Pattern.compile("/reviews/([A-Za-z0-9_-]{1,200})/reply");

    /// Reads `https://mybusiness.googleapis.com/v4/accounts/1/locations/2`; empty for any other
    /// address.
    static Optional<GooglePlace> of(URI api, String address) {
        var given = address.strip();
        var path = PATH.matcher(given.startsWith(api.toString()) ? after(api, given) : "");
        return path.matches()
                ? Optional.of(new GooglePlace(api + path.group(1)))
                : Optional.empty();
    }

    /// Google allows no other order that tells of news.
    URI reviews(@Nullable String token) {
        var next = token == null ? "" : "&pageToken=" + UrlQuery.encoded(token);
        return URI.create(place + "/reviews?orderBy=updateTime%20desc&pageSize=" + PAGE + next);
    }

    /// What an answer to a review is called here: its own address in the interface.
    String answerId(String review) {
        return place + "/reviews/" + review + "/reply";
    }

    /// The review that an answer is under; empty where it is none of this place.
    Optional<URI> reviewOf(String answerId) {
        var known = answerId.startsWith(place) ? answerId.substring(place.length()) : "";
        var review = REVIEW.matcher(known);
        return review.matches()
                ? Optional.of(URI.create(place + "/reviews/" + review.group(1)))
                : Optional.empty();
    }

    private static String after(URI api, String address) {
        return address.substring(api.toString().length());
    }
}
