package org.handbell.ingest.source.rss;

import java.util.List;
import java.util.Locale;
import org.handbell.ingest.http.Reply.Answered;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A page where a feed was due. Such a page often says what else could be registered; the operator
/// is told, in words that name no address.
final class PageForPeople {

    private static final String FEEDS =
            "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss\\+xml|atom\\+xml|feed\\+json)]";

    private PageForPeople() {}

    static boolean is(Answered answered) {
        return answered.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .orElse(false);
    }

    /// What the page is, and what to register instead.
    static String advice(Answered answered) {
        if (answered.headers().getOrDefault("link", List.of()).stream()
                .anyMatch(link -> link.contains("https://api.w.org/"))) {
            return "a page of a WordPress site, not a feed: register the address of the site with"
                    + " /wp-json/ behind it";
        }
        var page = Jsoup.parse(answered.body().utf8());
        return switch (maker(page)) {
            case "discourse" ->
                    "a page of a Discourse forum, not a feed: register /posts.json, or a person's"
                            + " /u/ address";
            case "ghost" ->
                    "a page of a Ghost site, not a feed: register /ghost/api/content/ or its"
                            + " /rss/";
            default ->
                    page.select(FEEDS).isEmpty()
                            ? "a page, not a feed: neither RSS, Atom nor JSON Feed"
                            : "a page, not a feed, but it names one: register the address of its"
                                    + " feed";
        };
    }

    private static String maker(Document page) {
        var generator = page.select("meta[name=generator]").attr("content");
        return generator.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s.*", "");
    }
}
