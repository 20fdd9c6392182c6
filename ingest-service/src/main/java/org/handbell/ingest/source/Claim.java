package org.handbell.ingest.source;

import org.handbell.contract.AccountEvent;

/// Says of which blogs and forums the interface itself is registered, so that they are not read by
/// their feed: each account has one source.
@FunctionalInterface
public interface Claim {

    boolean claims(AccountEvent.Registered account);
}
