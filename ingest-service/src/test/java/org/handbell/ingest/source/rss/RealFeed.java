package org.handbell.ingest.source.rss;

import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Source.Depth;

/// Reads a feed that software of others made.
public final class RealFeed {

    private RealFeed() {}

    public static Fetched read(Web web, String address) {
        var account = Accounts.at(Platform.BLOG, address);
        return (Fetched) new RssSource(web).fetch(account, null, Depth.SWEEP);
    }
}
