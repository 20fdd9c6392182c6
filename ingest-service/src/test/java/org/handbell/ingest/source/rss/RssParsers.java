package org.handbell.ingest.source.rss;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
        var harvest = new Harvest();
        new XmlFeed(true, item -> item)
                .read(answered("content-type", "application/xml", input), harvest);
        return Told.of(harvest);
    }

    /// @return whether it brought an item
    public static boolean json(byte[] input) {
        var harvest = new Harvest();
        new JsonFeed(true).read(new Body(input), harvest);
        return Told.of(harvest);
    }

    /// @param input the value of a `Link` header, or an address that a feed names
    /// @return whether a hub was found
    public static boolean hub(byte[] input) {
        var value = new String(input, StandardCharsets.UTF_8);
        var named = new FeedPage(null, value, value);
        var none = new FeedPage(null, null, null);
        return NamedHub.of(answered("other", "", input), named).isPresent()
                | NamedHub.of(answered("link", value, input), none).isPresent();
    }

    private static Answered answered(String header, String value, byte[] body) {
        return new Answered(
                URI.create("https://blog.example.org/feed.xml"),
                200,
                Map.of(header, List.of(value)),
                new Body(body));
    }
}
