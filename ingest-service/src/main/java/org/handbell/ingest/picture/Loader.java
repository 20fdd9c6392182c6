package org.handbell.ingest.picture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.handbell.contract.Post;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.picture.Loaded.File;
import org.handbell.ingest.picture.Loaded.Missing;

/// Fetches the file of a picture that a post names.
final class Loader {

    private static final String KINDS = "image/jpeg,image/png,image/webp;q=0.9,image/gif;q=0.9";

    private final Web web;

    Loader(Web web) {
        this.web = web;
    }

    /// Where a picture is; empty for videos and for what is no address of the web.
    static Optional<URI> address(Post.Media media) {
        var url = media.url();
        if (media.type() != Post.MediaType.IMAGE || url == null) {
            return Optional.empty();
        }
        try {
            var uri = new URI(url);
            return "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Loaded load(URI address) {
        return switch (web.get(Query.of(address).accepting(KINDS))) {
            case Reply.Answered answered when answered.ok() -> new File(answered.body());
            case Reply.Answered answered when answered.status() >= 500 ->
                    new Missing(Outcome.UNREACHABLE);
            case Reply.Answered closed -> new Missing(Outcome.REFUSED);
            case Reply.TooLarge large -> new Missing(Outcome.TOO_LARGE);
            case Reply.Later later -> new Missing(Outcome.UNREACHABLE);
            case Reply.Unreachable trouble -> new Missing(Outcome.UNREACHABLE);
            case Reply.Forbidden forbidden -> new Missing(Outcome.REFUSED);
            case Reply.Astray astray -> new Missing(Outcome.REFUSED);
        };
    }
}
