package org.handbell.cases.investigation;

import java.time.Instant;

/// A step as it stands on record.
///
/// @param seq from 1, without gaps
/// @param by person id of who took it
public record Recorded(long seq, Step step, String by, Instant at) {

    @Override
    public String toString() {
        return "Recorded[" + seq + "]";
    }
}
