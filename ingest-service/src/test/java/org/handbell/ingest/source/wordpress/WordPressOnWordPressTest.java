package org.handbell.ingest.source.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Unchanged;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.rss.Feeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Runs the source against a real WordPress, one blog for all of these; the test that closes the
/// blog's interface comes last.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WordPressOnWordPressTest {

    @TempDir static @Nullable Path folder;

    private static @Nullable RealWordPress blog;
    private static @Nullable PoliteWeb web;

    @BeforeAll
    static void start() {
        var programs = RealWordPress.Programs.find();
        Assumptions.assumeTrue(programs.isPresent(), RealWordPress.Programs.NEEDED);
        blog = RealWordPress.start(programs.get(), Objects.requireNonNull(folder));
        web = Webs.patient(blog.hostPort());
    }

    @AfterAll
    static void stop() {
        if (web != null) {
            web.close();
        }
        if (blog != null) {
            blog.close();
        }
    }

    @Test
    void aPostIsReadAndItsEditComesUnderTheSameId() {
        var id = postId(blog().post("Hens & eggs", "<p>Six <a href='/eggs'>eggs</a>.</p>"));
        var first = swept(Kind.PERSONAL);
        var before = item(first, id);
        blog().act("edit", id.replaceFirst(".*=", ""), "<p>Seven eggs.</p>");
        var after = item(fetched(Kind.PERSONAL, first.position(), Depth.NEWEST), id);

        assertThat(first.rejected()).isEmpty();
        assertThat(first.complete()).isTrue();
        assertThat(before.text()).isEqualTo("Hens & eggs\n\nSix eggs.");
        assertThat(before.links()).containsExactly(blog().url("/eggs"));
        assertThat(before.action()).isEqualTo(Action.POST);
        assertThat(before.author()).isNull();
        assertThat(after.text()).isEqualTo("Hens & eggs\n\nSeven eggs.");
    }

    @Test
    void theTimesAreUtcWhateverTheBlogCountsIn() {
        var id = postId(blog().post("Now", "x"));
        var item = item(swept(Kind.PERSONAL), id);

        assertThat(item.postedAt())
                .isBetween(java.time.Instant.now().minusSeconds(120), java.time.Instant.now());
        assertThat(item.platformTime()).doesNotEndWith("Z");
    }

    @Test
    void inAGroupBlogTheAuthorIsNamed() {
        var id = postId(blog().post("Group", "x"));

        assertThat(item(swept(Kind.GROUP), id).author()).isEqualTo("robin");
    }

    @Test
    void commentsAreReadEditedAndTrashed() {
        var post = blog().post("Coop", "x");
        var number = blog().act("comment", post, "Poor <b>hens</b>");
        var id = postId(post) + "#comment-" + number;
        var before = item(swept(Kind.OFFICIAL), id);
        blog().act("edit-comment", number, "Happy hens");
        var after = item(swept(Kind.OFFICIAL), id);
        var there = source().presence(account(Kind.OFFICIAL), id);
        blog().act("trash-comment", number);

        assertThat(before.action()).isEqualTo(Action.COMMENT);
        assertThat(before.author()).isEqualTo("Jo Visitor");
        assertThat(before.text()).isEqualTo("Poor hens");
        assertThat(after.text()).isEqualTo("Happy hens");
        assertThat(there).isEqualTo(Presence.THERE);
        assertThat(swept(Kind.OFFICIAL).items()).noneMatch(i -> i.postId().equals(id));
        assertThat(source().presence(account(Kind.OFFICIAL), id)).isEqualTo(Presence.GONE);
    }

    @Test
    void aTrashedPostIsMissingAndGone() {
        var number = blog().post("Fox", "x");
        var there = source().presence(account(Kind.PERSONAL), postId(number));
        blog().act("trash", number);

        assertThat(there).isEqualTo(Presence.THERE);
        assertThat(swept(Kind.PERSONAL).items()).noneMatch(i -> i.postId().equals(postId(number)));
        assertThat(source().presence(account(Kind.PERSONAL), postId(number)))
                .isEqualTo(Presence.GONE);
        assertThat(source().presence(account(Kind.PERSONAL), postId("99999")))
                .isEqualTo(Presence.GONE);
    }

    @Test
    void moreThanAPageIsReadWhole() {
        for (int i = 0; i < 52; i++) {
            blog().post("number " + i, "x");
        }

        var swept = swept(Kind.PERSONAL);

        assertThat(swept.items()).hasSizeGreaterThanOrEqualTo(52);
        assertThat(swept.items()).extracting(Item::postId).doesNotHaveDuplicates();
        assertThat(swept.complete()).isTrue();
    }

    @Test
    void itsFeedIsReadAsAFeedAndNotReadAgainUnchanged() {
        blog().post("Feed", "x");
        var feed = Accounts.at(Platform.BLOG, blog().url("/?feed=rss2"));
        var feeds = Feeds.over(web());

        var first = (Fetched) feeds.fetch(feed, null, Depth.NEWEST);

        assertThat(first.rejected()).isEmpty();
        assertThat(first.items()).isNotEmpty();
        assertThat(feeds.fetch(feed, first.position(), Depth.NEWEST)).isInstanceOf(Unchanged.class);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void withoutPermalinksItIsReadByItsParameter() {
        var id = postId(blog().post("Plain", "x"));
        blog().act("permalinks", "");
        try {
            assertThat(item(swept(Kind.PERSONAL), id).text()).startsWith("Plain");
            assertThat(source().presence(account(Kind.PERSONAL), id)).isEqualTo(Presence.THERE);
        } finally {
            blog().act("permalinks", "/%year%/%postname%/");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whereAPluginClosesTheInterfaceTheFeedBringsTheSameIds() {
        var id = postId(blog().post("Closed", "x"));
        var position = swept(Kind.PERSONAL).position();
        blog().act("close");

        var fetched = fetched(Kind.PERSONAL, position, Depth.NEWEST);

        assertThat(item(fetched, id).text()).startsWith("Closed");
        assertThat(source().presence(account(Kind.PERSONAL), id)).isEqualTo(Presence.THERE);
    }

    private static RealWordPress blog() {
        return Objects.requireNonNull(blog);
    }

    private static PoliteWeb web() {
        return Objects.requireNonNull(web);
    }

    private static Source source() {
        return new WordPressSource(web(), Feeds.over(web()));
    }

    private static Registered account(Kind kind) {
        return Accounts.at(Platform.BLOG, blog().url("/wp-json/"), kind);
    }

    private static String postId(String number) {
        return blog().url("/?p=" + number);
    }

    private static Fetched swept(Kind kind) {
        return fetched(kind, null, Depth.SWEEP);
    }

    private static Fetched fetched(Kind kind, @Nullable String position, Depth depth) {
        return (Fetched) source().fetch(account(kind), position, depth);
    }

    private static Item item(Fetched fetched, String postId) {
        return fetched.items().stream()
                .filter(i -> i.postId().equals(postId))
                .findFirst()
                .orElseThrow();
    }
}
