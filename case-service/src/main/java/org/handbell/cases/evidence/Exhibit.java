package org.handbell.cases.evidence;

import java.time.Instant;

/// One entry of a chain, opened.
///
/// @param seq from 1, without gaps
/// @param content JSON in UTF-8 as it was kept; empty where only an absence was seen
/// @param chain SHA-256 (hex) over this entry and the one before
public record Exhibit(long seq, Instant recordedAt, Capture capture, byte[] content, String chain) {

    @Override
    public String toString() {
        return "Exhibit[" + seq + "]";
    }
}
