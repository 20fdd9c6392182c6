package org.handbell.ingest.source.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.handbell.ingest.source.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A post as Discourse shows it, with the words of others taken apart from the writer's own:
/// quotations, and previews of pages that a link leads to.
///
/// @param said what the writer wrote
/// @param quoted whom the writer quotes first; null where nobody
/// @param quote the words that the writer quotes; empty where none
record Cooked(PlainText said, @Nullable String quoted, String quote) {

    /// @param base what relative links are relative to
    static Cooked of(String html, String base) {
        var page = Jsoup.parseBodyFragment(html, base);
        page.outputSettings().prettyPrint(false);
        var body = page.body();
        var quotes = new ArrayList<Element>(body.select("aside.quote"));
        quotes.forEach(Element::remove);
        for (var preview : List.copyOf(body.select("aside.onebox"))) {
            reduce(preview);
        }
        // The names of files under pictures, and the numbers under a poll.
        body.select(".lightbox .meta, .poll-info").remove();
        return new Cooked(
                PlainText.ofHtml(body.html(), base),
                quotes.isEmpty() ? null : name(quotes.getFirst()),
                quotes.stream().map(q -> quote(q, base)).collect(Collectors.joining("\n\n")));
    }

    /// Of a preview, the address alone: that is what the writer typed.
    private static void reduce(Element preview) {
        var told = preview.attr("data-onebox-src");
        var source = told.isBlank() ? preview.select("a[href]").attr("href") : told;
        var link = new Element("p");
        link.appendElement("a").attr("href", source).text(source);
        preview.replaceWith(link);
    }

    private static @Nullable String name(Element quote) {
        var name = quote.attr("data-username");
        return name.isBlank() ? null : name;
    }

    private static String quote(Element quote, String base) {
        var words = quote.select("> blockquote");
        return PlainText.ofHtml(words.outerHtml(), base).text();
    }
}
