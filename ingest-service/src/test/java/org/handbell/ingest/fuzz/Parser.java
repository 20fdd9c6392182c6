package org.handbell.ingest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import org.handbell.ingest.http.RateHeadersParser;
import org.handbell.ingest.http.UsageParser;
import org.handbell.ingest.picture.PictureParser;
import org.handbell.ingest.source.PlainText;
import org.handbell.ingest.source.activitypub.ActivityPubParser;
import org.handbell.ingest.source.bluesky.BlueskyParser;
import org.handbell.ingest.source.bluesky.JetstreamParser;
import org.handbell.ingest.source.discourse.DiscourseParsers;
import org.handbell.ingest.source.facebook.FacebookParser;
import org.handbell.ingest.source.ghost.GhostParser;
import org.handbell.ingest.source.googlereviews.GoogleReviewParser;
import org.handbell.ingest.source.instagram.InstagramParser;
import org.handbell.ingest.source.linkedin.LinkedInParsers;
import org.handbell.ingest.source.mastodon.MastodonParser;
import org.handbell.ingest.source.rss.RssParsers;
import org.handbell.ingest.source.snapchat.SnapchatParser;
import org.handbell.ingest.source.threads.ThreadsParser;
import org.handbell.ingest.source.trustpilot.TrustpilotReviewParser;
import org.handbell.ingest.source.tumblr.TumblrParser;
import org.handbell.ingest.source.wordpress.WordPressParser;
import org.handbell.ingest.source.x.XParser;
import org.handbell.ingest.source.youtube.YoutubeParser;
import org.handbell.ingest.takeout.TakeoutParser;
import org.handbell.ingest.websub.SignatureParser;

/// Everything here that reads what a stranger wrote.
enum Parser {
    RSS_XML(RssParsers::xml),
    RSS_JSON(RssParsers::json),
    HUB(RssParsers::hub),
    WORDPRESS(WordPressParser::record),
    GHOST(GhostParser::post),
    DISCOURSE(DiscourseParsers::post),
    DISCOURSE_WORDS(DiscourseParsers::cooked),
    MASTODON(MastodonParser::status),
    MASTODON_REVISION(MastodonParser::revision),
    ACTIVITYPUB(ActivityPubParser::activity),
    BLUESKY(BlueskyParser::record),
    JETSTREAM(JetstreamParser::message),
    FACEBOOK(FacebookParser::entries),
    INSTAGRAM(InstagramParser::entries),
    THREADS(ThreadsParser::entries),
    LINKEDIN(LinkedInParsers::entries),
    LINKEDIN_EVENT(LinkedInParsers::event),
    LINKEDIN_TEXT(LinkedInParsers::little),
    X(XParser::post),
    TUMBLR(TumblrParser::post),
    SNAPCHAT(SnapchatParser::story),
    YOUTUBE(YoutubeParser::item),
    GOOGLE_REVIEWS(GoogleReviewParser::answer),
    TRUSTPILOT(TrustpilotReviewParser::answer),
    TAKEOUT(TakeoutParser::post),
    HTML(Parser::html),
    PICTURE(PictureParser::file),
    RATE_HEADERS(RateHeadersParser::limits),
    USAGE(UsageParser::usage),
    SIGNATURE(SignatureParser::signature);

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
