package org.handbell.standalone.platform;

import static org.handbell.standalone.web.Html.escape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.handbell.contract.Ids;
import org.handbell.standalone.web.Reply;
import org.handbell.standalone.web.Request;

/// A blog's posts as RSS 2.0.
final class Feed {

    private static final int ITEMS = 50;
    private static final int TITLE = 60;

    private Feed() {}

    /// The feed, or 304 where the reader has it already.
    static Reply answer(LocalAccount blog, List<LocalPost> posts, String base, Request request) {
        var xml = xml(blog, posts, base);
        var tag = "\"" + Ids.derive("feed", xml) + "\"";
        var known = request.header("if-none-match").filter(tag::equals).isPresent();
        return (known
                        ? Reply.text(304, "application/rss+xml", "")
                        : Reply.text(200, "application/rss+xml; charset=utf-8", xml))
                .with("ETag", tag);
    }

    private static String xml(LocalAccount blog, List<LocalPost> posts, String base) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel>
        <title>%s</title><link>%s</link><description>%s</description><language>en-gb</language>
        %s</channel></rss>
        """
                .formatted(
                        escape(blog.displayName()),
                        base + blog.path(),
                        escape(blog.note()),
                        posts.stream()
                                .limit(ITEMS)
                                .map(post -> item(blog, post, base))
                                .collect(Collectors.joining()));
    }

    private static String item(LocalAccount blog, LocalPost post, String base) {
        var link = base + blog.path() + "/" + post.id();
        return """
        <item><title>%s</title><link>%s</link><guid isPermaLink="true">%s</guid>\
        <pubDate>%s</pubDate><description>%s</description></item>
        """
                .formatted(
                        escape(title(post.text())),
                        link,
                        link,
                        time(post.createdAt()),
                        escape("<p>" + escape(post.text()) + "</p>"));
    }

    private static String title(String text) {
        var first = text.lines().findFirst().orElse("").split("(?<=[.!?]) ")[0];
        return first.length() <= TITLE ? first : first.substring(0, TITLE) + "…";
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
