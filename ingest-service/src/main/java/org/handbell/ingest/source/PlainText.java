package org.handbell.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handbell.contract.Post;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// What a reader sees of a piece of HTML: its words with line breaks, where its links lead, and its
/// pictures with their descriptions. Nothing in it is loaded or run.
///
/// @param links absolute http and https addresses, in order, without repeats
public record PlainText(String text, List<String> links, List<Post.Media> media) {

    public PlainText {
        links = List.copyOf(links);
        media = List.copyOf(media);
    }

    /// @param base what relative links are relative to; may be empty
    public static PlainText ofHtml(String html, String base) {
        var body = Jsoup.parseBodyFragment(html, base).body();
        body.select("script, style, template, noscript, head").remove();
        var words = new Words();
        body.traverse(words);
        return new PlainText(words.text(), links(body), media(body));
    }

    /// The words under their title.
    public String titled(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return text;
        }
        return text.isBlank() ? title.strip() : title.strip() + "\n\n" + text;
    }

    private static List<String> links(Element body) {
        var links = new LinkedHashSet<String>();
        for (var anchor : body.select("a[href]")) {
            if (!anchor.hasClass("mention") && !anchor.hasClass("hashtag")) {
                web(anchor.absUrl("href")).ifPresent(links::add);
            }
        }
        return List.copyOf(links);
    }

    private static List<Post.Media> media(Element body) {
        var media = new ArrayList<Post.Media>();
        for (var shown : body.select("img, video")) {
            if (!isEmoji(shown)) {
                media.add(medium(shown));
            }
        }
        return media;
    }

    private static Post.Media medium(Element shown) {
        var video = shown.normalName().equals("video");
        var alt = video ? shown.attr("aria-label") : shown.attr("alt");
        return new Post.Media(
                video ? Post.MediaType.VIDEO : Post.MediaType.IMAGE,
                web(shown.absUrl("src")).orElse(null),
                alt.isBlank() ? null : alt,
                null,
                List.of(),
                false);
    }

    private static java.util.Optional<String> web(String url) {
        return url.startsWith("http://") || url.startsWith("https://")
                ? java.util.Optional.of(url)
                : java.util.Optional.empty();
    }

    private static boolean isEmoji(Element image) {
        return image.hasClass("emoji") || image.hasClass("wp-smiley");
    }

    private static final class Words implements NodeVisitor {

        private static final Set<String> PARAGRAPHS =
                Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol");
        private static final Set<String> LINES =
                Set.of("div", "li", "tr", "figure", "figcaption", "section", "article", "table");

        private final StringBuilder words = new StringBuilder();
        private int breaks;

        /// Spaces before the end of a line are looked for from where they begin only: else a long
        /// run of them would be gone through from each of its spaces.
        String text() {
            return words.toString()
                    .replace('\u00a0', ' ')
                    .replaceAll("(?<![ \\t])[ \\t]++\\n", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode text -> say(shown(text));
                case Element element -> opened(element);
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakAround(element);
            }
        }

        private void opened(Element element) {
            breakAround(element);
            switch (element.normalName()) {
                case "br" -> breaks = Math.min(2, breaks + 1);
                case "li" -> say("- ");
                case "img" -> say(isEmoji(element) ? element.attr("alt") : "");
                default -> {}
            }
        }

        private void breakAround(Element element) {
            int wanted = PARAGRAPHS.contains(element.normalName()) ? 2 : 0;
            breaks = Math.max(breaks, LINES.contains(element.normalName()) ? 1 : wanted);
        }

        private void say(String said) {
            if (said.isEmpty() || (breaks > 0 && said.isBlank())) {
                return;
            }
            words.append("\n".repeat(breaks)).append(breaks > 0 ? said.stripLeading() : said);
            breaks = 0;
        }

        private static String shown(TextNode text) {
            var parent = text.parent();
            var pre = parent instanceof Element e && e.closest("pre") != null;
            return pre
                    ? text.getWholeText()
                    : text.getWholeText().replaceAll("[\\s&&[^\u00a0]]+", " ");
        }
    }
}
