package org.handbell.ingest.poll;

import org.handbell.contract.AccountEvent;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Source.Depth;

/// One look at an account.
///
/// @param place marks positions that this source left for this address
record Look(AccountEvent.Registered account, Source source, Depth depth, String place) {

    boolean sweeps() {
        return depth == Depth.SWEEP;
    }
}
