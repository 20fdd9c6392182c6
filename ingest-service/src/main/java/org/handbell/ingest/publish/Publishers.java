package org.handbell.ingest.publish;

/// Opens publishers.
@FunctionalInterface
public interface Publishers {

    /// Takes over the right to write for a partition of the accounts; returns when no earlier owner
    /// can commit any more.
    ///
    /// @throws RuntimeException where the broker cannot be reached; trying again later is safe
    Publisher open(int partition);
}
