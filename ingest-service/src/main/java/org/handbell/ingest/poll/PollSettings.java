package org.handbell.ingest.poll;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often, and how much at once.
///
/// @param fastest shortest time between two looks at an account
/// @param fastestPushed shortest time between a look and the next one that a push brings about;
///   where it is longer than the wait that is due anyway, the push changes nothing
/// @param slowest longest time between two looks at an account that may be looked at
/// @param sweepEvery how often an account is read in full, to find edits and deletions
/// @param sweepWatchedEvery the same for an account with posts under a case
/// @param longestWait bound on the patience that a platform may ask for
/// @param concurrent most looks at the same time
/// @param presencePerSweep most posts that are asked for one by one in a sweep
/// @param postsPerTransaction most posts in one transaction
/// @param reopenAfter how long a partition rests after another instance took it over, before this
///   one takes it again if the group still says that it is ours; longer than a session, so that an
///   instance which lost its session learns of it first
@Validated
@ConfigurationProperties("handbell.ingest.poll")
public record PollSettings(
        @NotNull @DefaultValue("15s") Duration fastest,
        @NotNull @DefaultValue("2s") Duration fastestPushed,
        @NotNull @DefaultValue("15m") Duration slowest,
        @NotNull @DefaultValue("6h") Duration sweepEvery,
        @NotNull @DefaultValue("1h") Duration sweepWatchedEvery,
        @NotNull @DefaultValue("24h") Duration longestWait,
        @Min(1) @Max(256) @DefaultValue("16") int concurrent,
        @Min(1) @Max(500) @DefaultValue("20") int presencePerSweep,
        @Min(1) @Max(500) @DefaultValue("200") int postsPerTransaction,
        @NotNull @DefaultValue("15s") Duration reopenAfter) {

    @AssertTrue(message = "fastest must be positive and at most slowest")
    boolean isOrdered() {
        return fastest.isPositive() && fastest.compareTo(slowest) <= 0;
    }

    @AssertTrue(
            message =
                    "fastest-pushed, sweep-every, sweep-watched-every and reopen-after must be"
                            + " positive")
    boolean isPositive() {
        return fastestPushed.isPositive()
                && sweepEvery.isPositive()
                && sweepWatchedEvery.isPositive()
                && reopenAfter.isPositive();
    }
}
