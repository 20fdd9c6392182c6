package org.handbell.cases.evidence;

/// Whether a chain is as it was written.
public sealed interface Verification {

    /// Every entry fits its hash, its predecessor and its content.
    record Intact(long entries) implements Verification {}

    /// The content was erased on purpose; the chain itself is whole.
    record Erased(long entries) implements Verification {}

    /// Something was changed, added or removed.
    ///
    /// @param seq the first entry that does not fit
    record Broken(long seq, String why) implements Verification {}
}
