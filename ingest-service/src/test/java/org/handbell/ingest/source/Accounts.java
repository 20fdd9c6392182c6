package org.handbell.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;

/// Registered accounts of invented people.
public final class Accounts {

    private Accounts() {}

    /// One whose gates are all met and whose notice took effect long ago.
    public static Registered at(Platform platform, String address) {
        return at(platform, address, Kind.PERSONAL);
    }

    public static Registered at(Platform platform, String address, Kind kind) {
        return new Registered(
                "account-1",
                platform,
                address,
                kind,
                "holder-1",
                null,
                false,
                true,
                new Gates("DPIA-1", "0f", "C-1", "person-1", "2026-09"),
                LocalDate.parse("2020-01-01"),
                1,
                Instant.parse("2026-09-01T08:00:00Z"));
    }
}
