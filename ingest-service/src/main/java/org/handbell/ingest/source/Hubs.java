package org.handbell.ingest.source;

import java.net.URI;

/// Hears of the hubs that feeds name: whoever subscribes there learns of news at once (WebSub).
public interface Hubs {

    /// A feed was read and names a hub. Returns soon; whatever goes wrong at the hub is no matter
    /// of the feed's.
    void named(String accountId, Hub hub);

    /// A feed had not changed since: the hub that it named, if it did, still stands.
    void unchanged(String accountId);

    /// For those who do not listen.
    static Hubs none() {
        return new Hubs() {

            @Override
            public void named(String accountId, Hub hub) {}

            @Override
            public void unchanged(String accountId) {}
        };
    }

    /// A hub.
    ///
    /// @param address where it is asked
    /// @param topic what the feed calls itself there
    record Hub(URI address, URI topic) {}
}
