package org.handbell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.activitypub.ActivityPubConfiguration;
import org.handbell.ingest.source.discourse.DiscourseConfiguration;
import org.handbell.ingest.source.ghost.GhostConfiguration;
import org.handbell.ingest.source.googlereviews.GoogleReviewsConfiguration;
import org.handbell.ingest.source.mastodon.MastodonConfiguration;
import org.handbell.ingest.source.rss.RssConfiguration;
import org.handbell.ingest.source.trustpilot.TrustpilotConfiguration;
import org.handbell.ingest.source.wordpress.WordPressConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// Blogs, forums, reviews and the fediverse have several sources: the address decides, and never
/// two of them.
class OneSourceTest {

    private final ApplicationContextRunner sources =
            new ApplicationContextRunner()
                    .withBean(Web.class, () -> _ -> new Reply.Unreachable("no network here"))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(Credentials.class, () -> _ -> false)
                    .withUserConfiguration(
                            RssConfiguration.class,
                            WordPressConfiguration.class,
                            GhostConfiguration.class,
                            DiscourseConfiguration.class,
                            GoogleReviewsConfiguration.class,
                            TrustpilotConfiguration.class,
                            MastodonConfiguration.class,
                            ActivityPubConfiguration.class);

    @ParameterizedTest
    @CsvSource({
        "BLOG, https://blog.example.org/feed/, rss",
        "BLOG, https://blog.example.org/atom.xml, rss",
        "BLOG, https://blog.example.org/wp-json/, wordpress",
        "BLOG, https://blog.example.org/?rest_route=/, wordpress",
        "BLOG, https://blog.example.org/ghost/api/content/, ghost",
        "BLOG, https://blog.example.org/posts.json, rss",
        "FORUM, https://forum.example.org/posts.json, discourse",
        "FORUM, https://forum.example.org/u/robin, discourse",
        "FORUM, https://forum.example.org/t/hens/7, discourse",
        "FORUM, https://forum.example.org/app.php/feed/topic/7, rss",
        "FORUM, https://forum.example.org/feed.php?mode=topics, rss",
        "FORUM, https://forum.example.org/extern.php?action=feed&type=atom&fid=2, rss",
        "FORUM, https://forum.example.org/index.php?action=.xml;type=rss2;sa=recent, rss",
        "FORUM, https://forum.example.org/category/2.rss, rss",
        "FORUM, https://forum.example.org/wp-json/, rss",
        "REVIEW, https://mybusiness.googleapis.com/v4/accounts/1/locations/2, googlereviews",
        "REVIEW, https://api.trustpilot.com/v1/business-units/0123456789abcdef01234567, trustpilot",
        "MASTODON, @robin@social.example.org, mastodon",
        "MASTODON, robin@social.example.org, mastodon",
        "MASTODON, https://social.example.org/@robin, mastodon",
        "MASTODON, https://social.example.org/users/robin, mastodon",
        "MASTODON, https://social.example.org/u/robin/, mastodon",
        "MASTODON, https://social.example.org/robin, mastodon",
        "MASTODON, HTTPS://social.example.org/Users/robin, mastodon",
        "MASTODON, acct:robin@social.example.org, activitypub",
        "MASTODON, https://social.example.org/ap/users/7, activitypub",
        "MASTODON, https://blog.example.org/?author=3, activitypub",
        "MASTODON, https://forum.example.org/uid/5, activitypub",
        "MASTODON, https://tube.example.org/accounts/robin, activitypub"
    })
    void eachAddressHasOneSource(Platform platform, String address, String name) {
        var account = Accounts.at(platform, address);

        sources.run(context ->
                assertThat(context.getBeansOfType(Source.class).values())
                        .filteredOn(source -> source.reads(account))
                        .extracting(Source::name)
                        .containsExactly(name));
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW, https://www.google.com/maps/contrib/1/reviews",
        "REVIEW, https://www.trustpilot.com/users/1",
        "BLOG, robin"
    })
    void whatNoneCanReadHasNone(Platform platform, String address) {
        var account = Accounts.at(platform, address);

        sources.run(context ->
                assertThat(context.getBeansOfType(Source.class).values())
                        .noneMatch(source -> source.reads(account)));
    }
}
