package org.handbell.ingest.source;

/// Lets a push make an account due at once. A push is a hint and no content: whatever it says, the
/// account is then read where it always is, under the same gates and limits. So a push that is
/// forged costs a look, and one that is lost costs the wait until the next look.
@FunctionalInterface
public interface Nudge {

    /// Makes the account due. Pushes that come in quick succession make one look; none shortens the
    /// patience that a platform has asked for. Returns without waiting for the look.
    ///
    /// @return false where this instance does not pull the account, so that whoever listens on its
    ///   behalf may stop
    boolean due(String accountId);
}
