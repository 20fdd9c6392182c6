package org.handbell.ingest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import org.handbell.ingest.http.RateHeadersParser;
import org.handbell.ingest.source.PlainText;
import org.handbell.ingest.source.bluesky.BlueskyParser;
import org.handbell.ingest.source.mastodon.MastodonParser;
import org.handbell.ingest.source.rss.RssParsers;
import org.handbell.ingest.source.snapchat.SnapchatParser;
import org.handbell.ingest.source.tumblr.TumblrParser;
import org.handbell.ingest.source.x.XParser;
import org.handbell.ingest.source.youtube.YoutubeParser;
import org.handbell.ingest.takeout.TakeoutParser;

/// Everything here that reads what a stranger wrote.
enum Parser {
    RSS_XML(RssParsers::xml),
    RSS_JSON(RssParsers::json),
    MASTODON(MastodonParser::status),
    BLUESKY(BlueskyParser::record),
    X(XParser::post),
    TUMBLR(TumblrParser::post),
    SNAPCHAT(SnapchatParser::story),
    YOUTUBE(YoutubeParser::item),
    TAKEOUT(TakeoutParser::post),
    HTML(Parser::html),
    RATE_HEADERS(RateHeadersParser::limits);

    private final Predicate<byte[]> reading;

    Parser(Predicate<byte[]> reading) {
        this.reading = reading;
    }

    /// @return whether something came of the input
    boolean read(byte[] input) {
        return reading.test(input);
    }

    /// Where its inputs are kept.
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean html(byte[] input) {
        var html = new String(input, StandardCharsets.UTF_8);
        return !PlainText.ofHtml(html, "https://blog.example.org/").text().isEmpty();
    }
}
