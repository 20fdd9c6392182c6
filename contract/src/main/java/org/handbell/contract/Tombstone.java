package org.handbell.contract;

/// An event of a compacted topic that travels as a key without a value, so that compaction forgets
/// what the key stood for.
public interface Tombstone {}
