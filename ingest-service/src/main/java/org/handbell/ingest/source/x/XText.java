package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The words of a post in full, with its shortened links unwound.
///
/// @param links where they lead
record XText(String words, List<String> links) {

    private static final Pattern SHORT = Pattern.compile("https?://t\\.co/[A-Za-z0-9]{1,64}");
    private static final Pattern OWN_MEDIA =
            Pattern.compile("https?://(?:x|twitter)\\.com/[^?#]*/status/[0-9]+/(?:photo|video)/.*");
    private static final Pattern STATUS =
            Pattern.compile(
                    "https?://(?:x|twitter)\\.com/([A-Za-z0-9_]{1,15})/status/([0-9]{1,20}).*");

    /// Longer posts have their words in a note; `text` is then their beginning.
    ///
    /// @param quoted the id of the post that is quoted, whose link is no word of this one
    static XText of(JsonNode post, @Nullable String quoted) {
        var said = text(post.path("note_tweet"), "text") == null ? post : post.path("note_tweet");
        var words = unescaped(textOrEmpty(said, "text"));
        var links = new LinkedHashSet<String>();
        for (var url : said.path("entities").path("urls").values()) {
            var shortened = text(url, "url");
            var target = target(url);
            if (shortened != null && target != null && SHORT.matcher(shortened).matches()) {
                boolean leadsOut = !isInside(url, quoted);
                words = once(words, shortened, leadsOut ? shown(url, target) : "");
                if (leadsOut) {
                    links.add(target);
                }
            }
        }
        return new XText(words.strip(), List.copyOf(links));
    }

    /// The handle in the link to a quoted post; null where there is none.
    static @Nullable String quotedHandle(JsonNode post, String quoted) {
        for (var entities : List.of(post.path("note_tweet"), post)) {
            for (var url : entities.path("entities").path("urls").values()) {
                var status = STATUS.matcher(textOrEmpty(url, "expanded_url"));
                if (status.matches() && status.group(2).equals(quoted)) {
                    return status.group(1);
                }
            }
        }
        return null;
    }

    private static @Nullable String target(JsonNode url) {
        var unwound = text(url, "unwound_url");
        var target = unwound == null ? text(url, "expanded_url") : unwound;
        return target != null && target.matches("(?is)https?://.*") ? target : null;
    }

    private static String shown(JsonNode url, String target) {
        var expanded = text(url, "expanded_url");
        return expanded == null ? target : expanded;
    }

    /// A link to the post's own pictures or to what it quotes.
    private static boolean isInside(JsonNode url, @Nullable String quoted) {
        var expanded = textOrEmpty(url, "expanded_url");
        var status = STATUS.matcher(expanded);
        return text(url, "media_key") != null
                || OWN_MEDIA.matcher(expanded).matches()
                || (quoted != null && status.matches() && status.group(2).equals(quoted));
    }

    /// Once for each entity, so that words cannot grow beyond what the platform sent.
    private static String once(String words, String what, String by) {
        int at = words.indexOf(what);
        return at < 0 ? words : words.substring(0, at) + by + words.substring(at + what.length());
    }

    /// X escapes three characters in what is otherwise plain text.
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
