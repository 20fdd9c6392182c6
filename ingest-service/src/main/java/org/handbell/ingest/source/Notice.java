package org.handbell.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.handbell.contract.AccountEvent.Registered;

/// Nothing older than the notice is collected, so nothing older need be read.
public final class Notice {

    /// The day of the notice is a day in London, and clocks of platforms differ.
    private static final Duration SLACK = Duration.ofDays(1);

    private Notice() {}

    /// From when on an account is read; the beginning of time where no notice is in effect yet.
    public static Instant since(Registered account) {
        var from = account.collectFrom();
        return from == null
                ? Instant.EPOCH
                : from.atStartOfDay().toInstant(ZoneOffset.UTC).minus(SLACK);
    }
}
