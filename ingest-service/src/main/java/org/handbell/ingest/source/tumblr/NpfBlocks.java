package org.handbell.ingest.source.tumblr;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a reader sees of content in the Neue Post Format: its words, where its links lead, its
/// pictures and what its poll lets choose.
final class NpfBlocks {

    private final List<String> paragraphs = new ArrayList<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<Post.Media> media = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    private NpfBlocks() {}

    static NpfBlocks of(Iterable<JsonNode> blocks) {
        var read = new NpfBlocks();
        blocks.forEach(read::take);
        return read;
    }

    String words() {
        return String.join("\n\n", paragraphs).strip();
    }

    List<String> links() {
        return List.copyOf(links);
    }

    List<Post.Media> media() {
        return List.copyOf(media);
    }

    List<String> options() {
        return List.copyOf(options);
    }

    private void take(JsonNode block) {
        switch (textOrEmpty(block, "type")) {
            case "text" -> words(block);
            case "link" -> link(block);
            case "image" -> picture(block);
            case "video" -> film(block);
            case "audio" -> say(text(block, "title"));
            case "poll" -> poll(block);
            default -> {}
        }
    }

    private void words(JsonNode block) {
        var listed = textOrEmpty(block, "subtype").endsWith("list-item");
        var words = text(block, "text");
        say(words == null || !listed ? words : "- " + words);
        for (var format : block.path("formatting").values()) {
            if (textOrEmpty(format, "type").equals("link")) {
                leads(text(format, "url"));
            }
        }
    }

    private void link(JsonNode block) {
        say(text(block, "title"));
        say(text(block, "description"));
        leads(text(block, "url"));
    }

    private void picture(JsonNode block) {
        say(text(block, "caption"));
        var largest = block.path("media").path(0);
        media.add(medium(Post.MediaType.IMAGE, text(largest, "url"), text(block, "alt_text")));
    }

    private void film(JsonNode block) {
        var file = text(block.path("media"), "url");
        var page = text(block, "url");
        leads(page);
        media.add(
                medium(Post.MediaType.VIDEO, file == null ? page : file, text(block, "alt_text")));
    }

    /// The names of a poll's fields are not in the published format; they were seen by third
    /// parties alone.
    private void poll(JsonNode block) {
        say(text(block, "question"));
        for (var answer : block.path("answers").values()) {
            var option = text(answer, "answer_text");
            if (option != null) {
                options.add(option);
            }
        }
    }

    private void say(@Nullable String words) {
        if (words != null) {
            paragraphs.add(words);
        }
    }

    private void leads(@Nullable String url) {
        if (url != null && url.matches("(?is)https?://.*")) {
            links.add(url);
        }
    }

    private static Post.Media medium(
            Post.MediaType type, @Nullable String url, @Nullable String alt) {
        return new Post.Media(type, url, alt, null, List.of(), false);
    }
}
