package org.handbell.ingest.source;

import org.handbell.contract.AccountEvent.Registered;

/// The feed of a site that is registered by another interface.
public final class SiteFeed {

    private SiteFeed() {}

    /// The same account, as if its feed were registered.
    public static Registered of(Registered account, String feed) {
        return new Registered(
                account.accountId(),
                account.platform(),
                feed,
                account.kind(),
                account.holderId(),
                account.academyId(),
                account.spokesperson(),
                account.approved(),
                account.gates(),
                account.collectFrom(),
                account.revision(),
                account.at());
    }
}
