package org.handbell.cases.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Platform;

/// Where the register's entries are kept.
interface Entries {

    Optional<Entry> byId(String accountId);

    /// As {@link #byId}, and keeps others from changing it until the transaction ends.
    Optional<Entry> locked(String accountId);

    /// All of them, locked, by id.
    List<Entry> allLocked();

    /// Entries that are neither closed nor refused at this address, however it is written.
    List<Entry> at(Platform platform, String address);

    void save(Entry entry);

    void remove(String accountId);

    /// A page of what a person may see: first what waits for a decision, then by address.
    ///
    /// @param page from nought on
    Listed page(Scope scope, Show show, LocalDate today, int page);

    /// @param more whether another page follows
    record Listed(List<Entry> entries, boolean more) {}

    /// Which entries of those that one may see.
    enum Show {
        ALL,
        REQUESTS,
        OVERDUE,
        CLOSED
    }
}
