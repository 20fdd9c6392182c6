package org.handbell.contract;

import java.time.Instant;

/// A fact on a topic. Its id is derived from what it says, never random, so that a repeat is
/// recognised everywhere.
public interface Event {

    /// The CloudEvents `id`: the same fact, told twice, has the same id.
    String eventId();

    /// The record key, which decides the partition and, on compacted topics, what it replaces.
    String key();

    /// When it happened, in UTC. It becomes the record's timestamp, so retention counts from here.
    Instant at();
}
