package org.handbell.cases.audit;

import java.nio.ByteBuffer;
import org.handbell.cases.evidence.DeskMark;

/// Seals the end of the trail with a key that is not in the database. Each entry holds the ones
/// before it; only this holds the last.
record HeadSeal(DeskMark mark) {

    private static final String USE = "audit head";

    byte[] of(long number, byte[] hash) {
        return mark.of(
                USE,
                ByteBuffer.allocate(Long.BYTES + hash.length).putLong(number).put(hash).array());
    }
}
