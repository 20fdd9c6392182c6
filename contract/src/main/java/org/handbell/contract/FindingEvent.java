package org.handbell.contract;

import java.time.Instant;
import java.util.List;

/// `findings.v1`: what the analysis claims. Only posts with a finding carry their text.
public sealed interface FindingEvent extends Event {

    String postId();

    String accountId();

    @Override
    default String key() {
        return accountId();
    }

    /// A post may breach one clause or more.
    ///
    /// @param post as it was observed, with its original and its coverage
    /// @param findings at least one, one for each clause
    /// @param packId the policy pack in force when it was posted
    /// @param route where the claims should go; a suggestion
    /// @param judgedAt when the analysis judged it
    record Found(
            Post post, List<Finding> findings, String packId, List<Route> route, Instant judgedAt)
            implements FindingEvent {

        public Found {
            Require.present(post, "post");
            findings = Require.listed(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("findings is empty");
            }
            Require.text(packId, "packId");
            route = Require.listed(route);
            Require.time(judgedAt, "judgedAt");
        }

        @Override
        public String postId() {
            return post.postId();
        }

        @Override
        public String accountId() {
            return post.accountId();
        }

        @Override
        public String eventId() {
            return Ids.derive("found", post.observationId(), packId);
        }

        @Override
        public Instant at() {
            return judgedAt;
        }
    }

    /// An edited post that has no findings any more.
    record Cleared(String postId, String accountId, String observationId, String packId, Instant at)
            implements FindingEvent {

        public Cleared {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.text(observationId, "observationId");
            Require.text(packId, "packId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("cleared", observationId, packId);
        }
    }

    /// The post was deleted on the platform; id only.
    record Withdrawn(String postId, String accountId, Instant at) implements FindingEvent {

        public Withdrawn {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.time(at, "at");
        }

        /// With the time, since a post may come back and go again.
        @Override
        public String eventId() {
            return Ids.derive("withdrawn", postId, at.toString());
        }
    }

    /// The post could not be judged; the reason names the rule that stopped it, never its text.
    record NotJudged(
            String postId, String accountId, String observationId, String reason, Instant at)
            implements FindingEvent {

        public NotJudged {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.text(observationId, "observationId");
            Require.text(reason, "reason");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("not-judged", observationId, reason);
        }
    }
}
