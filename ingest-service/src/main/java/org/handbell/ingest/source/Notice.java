package org.handbell.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.handbell.contract.AccountEvent.Registered;

/// What an account's notice means for reading: nothing older is collected, so nothing older need be
/// read.
public final class Notice {

    private static final Duration SLACK = Duration.ofDays(1);

    private Notice() {}

    /// Reading may end at posts older than this; the day before the notice, for clocks and zones
    /// differ.
    public static Instant floor(Registered account) {
        var from = account.collectFrom();
        return from == null
                ? Instant.EPOCH
                : from.atStartOfDay().toInstant(ZoneOffset.UTC).minus(SLACK);
    }
}
