package org.handbell.ingest.source.rss;

import org.handbell.ingest.http.Web;

/// The source of feeds, for sources that fall back on it.
public final class Feeds {

    private Feeds() {}

    public static RssSource over(Web web) {
        return new RssSource(web);
    }
}
