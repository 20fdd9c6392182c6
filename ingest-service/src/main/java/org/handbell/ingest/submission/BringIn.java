package org.handbell.ingest.submission;

import java.time.Clock;
import java.util.Optional;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Post;
import org.handbell.contract.SubmissionEvent;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.publish.Capture;

/// Decides on what a person brought in by hand. The gates hold here too: what the collector may not
/// pull may not be brought in either.
final class BringIn {

    private final Capture capture;
    private final Clock clock;

    BringIn(Capture capture, Clock clock) {
        this.capture = capture;
        this.clock = clock;
    }

    /// @param account as the register has it; empty where it does not
    Outcome take(SubmissionEvent.Submitted brought, Optional<AccountEvent.Registered> account) {
        if (account.isEmpty()) {
            return new Outcome.Refused("the account is not in the register");
        }
        var unmet = Gate.unmet(account.get(), clock.instant());
        if (!unmet.isEmpty()) {
            return new Outcome.Refused(
                    "the account may not be collected: " + String.join(", ", unmet));
        }
        if (Gate.tooOld(account.get(), brought.postedAt())) {
            return new Outcome.Refused("it was posted before the account's notice took effect");
        }
        return new Outcome.Taken(capture.post(account.get(), brought));
    }

    /// What became of a submission.
    sealed interface Outcome {

        record Taken(Post post) implements Outcome {}

        /// @param reason for the operator; never quotes the submission
        record Refused(String reason) implements Outcome {}
    }
}
