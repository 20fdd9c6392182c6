package org.handbell.cases.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;

/// Where a post is: all that is left of one that may show an illegal picture of a child.
///
/// @param url address for the police; never to be opened
/// @param author who posted it into a group; null where it is the account's own
/// @param score how sure the machine was of its gravest claim, 0 to 1
public record Pointer(
        String postId,
        @Nullable String url,
        Platform platform,
        @Nullable String author,
        Instant postedAt,
        Instant capturedAt,
        double score) {

    private static final String NOT_SHOWN = "Not shown: see the steps for an illegal picture.";

    /// Empty where the exhibit shows no post.
    static Optional<Pointer> of(Exhibit exhibit) {
        if (exhibit.capture().kind() != Capture.Kind.POST) {
            return Optional.empty();
        }
        var found = read(exhibit);
        var post = found.post();
        return Optional.of(
                new Pointer(
                        post.postId(),
                        post.url(),
                        post.platform(),
                        post.author(),
                        post.postedAt(),
                        post.capturedAt(),
                        found.findings().stream()
                                .mapToDouble(Finding::confidence)
                                .max()
                                .orElse(0)));
    }

    /// The exhibit without anything of what was posted, and without a way to it.
    static Exhibit reduced(Exhibit exhibit) {
        if (exhibit.capture().kind() != Capture.Kind.POST) {
            return exhibit;
        }
        var found = read(exhibit);
        var bare =
                new Found(
                        bare(found.post()),
                        found.findings().stream().map(Pointer::bare).toList(),
                        found.packId(),
                        found.route(),
                        found.judgedAt());
        return new Exhibit(
                exhibit.seq(),
                exhibit.recordedAt(),
                exhibit.capture(),
                Json.mapper().writeValueAsBytes(bare),
                exhibit.chain());
    }

    private static Found read(Exhibit exhibit) {
        return Json.mapper().readValue(exhibit.content(), Found.class);
    }

    private static Post bare(Post post) {
        return new Post(
                post.postId(),
                post.observationId(),
                post.accountId(),
                post.platform(),
                post.action(),
                post.author(),
                null,
                post.postedAt(),
                post.platformTime(),
                post.editedAt(),
                post.capturedAt(),
                "",
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                post.contentHash(),
                null,
                post.truncated(),
                post.coverage(),
                post.broughtIn());
    }

    private static Finding bare(Finding finding) {
        return new Finding(
                finding.findingId(),
                finding.clause(),
                finding.rule(),
                finding.severity(),
                finding.confidence(),
                finding.advisory(),
                NOT_SHOWN,
                List.of(),
                List.of());
    }
}
