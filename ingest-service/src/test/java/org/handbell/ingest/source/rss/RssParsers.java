package org.handbell.ingest.source.rss;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.handbell.ingest.fuzz.Told;
import org.handbell.ingest.http.Body;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Harvest;

/// The readers of feeds, as they are fuzzed.
public final class RssParsers {

    private RssParsers() {}

    /// @return whether it brought an item
    public static boolean xml(byte[] input) {
        var headers = Map.of("content-type", List.of("application/xml"));
        var uri = URI.create("https://blog.example.org/feed.xml");
        var harvest = new Harvest();
        new XmlFeed(true).read(new Answered(uri, 200, headers, new Body(input)), harvest);
        return Told.of(harvest);
    }

    /// @return whether it brought an item
    public static boolean json(byte[] input) {
        var harvest = new Harvest();
        new JsonFeed(true).read(new Body(input), harvest);
        return Told.of(harvest);
    }
}
