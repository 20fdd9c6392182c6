package org.handbell.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `submissions.v1`: posts brought in by hand where no interface exists.
public sealed interface SubmissionEvent extends Event {

    String accountId();

    @Override
    default String key() {
        return accountId();
    }

    /// A creator or reporter brought in a post.
    ///
    /// @param submissionId made once by the case service, so that a repeat is recognised
    /// @param link where it can be seen; null where there is no link
    /// @param postedAt when it was posted, as far as the person knows
    record Submitted(
            String submissionId,
            String accountId,
            Action action,
            @Nullable String author,
            @Nullable String link,
            String text,
            List<Post.Media> media,
            Instant postedAt,
            Instant at)
            implements SubmissionEvent {

        public Submitted {
            Require.text(submissionId, "submissionId");
            Require.text(accountId, "accountId");
            Require.present(action, "action");
            Require.present(text, "text");
            media = Require.listed(media);
            Require.time(postedAt, "postedAt");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return submissionId;
        }
    }
}
