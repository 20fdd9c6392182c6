package org.handbell.ingest.poll;

import java.util.List;
import java.util.Optional;
import org.handbell.contract.AccountEvent;
import org.handbell.ingest.source.Source;

/// All sources that this instance has.
record Sources(List<Source> all) {

    Sources {
        all = List.copyOf(all);
    }

    /// The source that reads the account; empty where none does.
    Optional<Source> reading(AccountEvent.Registered account) {
        return all.stream().filter(source -> source.reads(account)).findFirst();
    }
}
