package org.handbell.cases.publishing;

import java.util.List;

/// Rows of a published table changed. It carries no row: what is sent is read when it is sent.
///
/// @param number makes each event unlike any other, since the outbox completes equal ones together
record TableChanged(long number, String topic, List<String> keys) {

    /// Most keys in one event.
    static final int MOST_KEYS = 200;

    TableChanged {
        keys = List.copyOf(keys);
    }
}
