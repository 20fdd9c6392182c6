package org.handbell.ingest.source.tumblr;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.requiredSeconds;
import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.Post.Engaged;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One post. In a reblog, `content` is what the blog added, and the words that it passes on lie in
/// its trail; in an answer, some blocks are those of whoever asked.
record TumblrPost(JsonNode post, boolean authors) {

    private static final String ID = "[0-9]{1,20}";

    /// Names a post without the name of its blog, which may change: Tumblr gives each number once.
    static String address(String id) {
        return "tumblr:post/" + id;
    }

    /// @param authors whether to say who posted, as in a group account
    /// @throws MalformedItemException where it lacks what a post needs; nothing else is thrown
    static Item read(JsonNode post, boolean authors) {
        return new TumblrPost(post, authors).item();
    }

    /// A post of somebody else's that the account likes.
    ///
    /// @param accountId since others may like the same post
    /// @throws MalformedItemException where it lacks what a like needs; nothing else is thrown
    static Item liked(JsonNode post, String accountId) {
        var said = new TumblrPost(post, false);
        return new Item(
                "tumblr:like/" + accountId + "/" + said.id(),
                Action.LIKE,
                null,
                text(post, "post_url"),
                requiredSeconds(post, "liked_timestamp"),
                null,
                null,
                "",
                null,
                List.of(),
                List.of(),
                new Engaged(text(post, "blog_name"), said.allWords(), text(post, "post_url")),
                List.of(),
                post.toString());
    }

    private Item item() {
        var own = own();
        return new Item(
                address(id()),
                action(own),
                authors ? text(post, "post_author") : null,
                text(post, "post_url"),
                requiredSeconds(post, "timestamp"),
                text(post, "date"),
                null,
                tagged(words(own)),
                null,
                media(own),
                links(own),
                engaged(),
                own.options(),
                post.toString());
    }

    private String id() {
        var id = required(post, "id_string");
        if (!id.matches(ID)) {
            throw new MalformedItemException("id_string is not a number");
        }
        return id;
    }

    private Action action(NpfBlocks own) {
        if (isReblog()) {
            return Action.SHARE;
        }
        if (!asked().isEmpty()) {
            return Action.REPLY;
        }
        return own.options().isEmpty() ? Action.POST : Action.POLL;
    }

    /// The blocks of the blog itself.
    private NpfBlocks own() {
        var asked = asked();
        var own = new ArrayList<JsonNode>();
        int index = 0;
        for (var block : post.path("content").values()) {
            if (!asked.contains(index++)) {
                own.add(block);
            }
        }
        return NpfBlocks.of(own);
    }

    /// Where in `content` the blocks of an ask are.
    private Set<Integer> asked() {
        var asked = new HashSet<Integer>();
        for (var layout : post.path("layout").values()) {
            if (textOrEmpty(layout, "type").equals("ask")) {
                layout.path("blocks").values().forEach(block -> asked.add(block.intValue(-1)));
            }
        }
        return asked;
    }

    private @Nullable Engaged engaged() {
        if (isReblog()) {
            return new Engaged(
                    text(post, "reblogged_from_name"), trail(), text(post, "reblogged_from_url"));
        }
        return asked().isEmpty() ? null : ask();
    }

    private Engaged ask() {
        var asked = asked();
        var blocks = new ArrayList<JsonNode>();
        int index = 0;
        for (var block : post.path("content").values()) {
            if (asked.contains(index++)) {
                blocks.add(block);
            }
        }
        return new Engaged(text(post, "asking_name"), NpfBlocks.of(blocks).words(), null);
    }

    private boolean isReblog() {
        return !post.path("trail").isEmpty()
                || text(post, "reblogged_from_id") != null
                || text(post, "reblogged_from_url") != null;
    }

    /// What was said before, oldest first, with who said it. A blog that is gone has a broken name.
    private String trail() {
        return post.path("trail").values().stream()
                .map(TumblrPost::passedOn)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String passedOn(JsonNode said) {
        var words = NpfBlocks.of(said.path("content").values()).words();
        var name = text(said.path("blog"), "name");
        var speaker = name == null ? text(said, "broken_blog_name") : name;
        return words.isEmpty() || speaker == null ? words : speaker + ": " + words;
    }

    private String words(NpfBlocks own) {
        return isLegacy() ? legacy().text() : own.words();
    }

    private List<String> links(NpfBlocks own) {
        return isLegacy() ? legacy().links() : own.links();
    }

    private List<Post.Media> media(NpfBlocks own) {
        return isLegacy() ? legacy().media() : own.media();
    }

    /// All words of a post that was liked, whoever said them.
    private String allWords() {
        var own = words(NpfBlocks.of(post.path("content").values()));
        var before = isLegacy() ? "" : trail();
        return before.isEmpty() ? own : own.isEmpty() ? before : before + "\n\n" + own;
    }

    /// A post that came in the old format, though the new one was asked for.
    private boolean isLegacy() {
        return !post.path("content").isArray();
    }

    private PlainText legacy() {
        var html = new StringBuilder();
        for (var field : List.of("title", "body", "caption", "text", "description")) {
            html.append("<p>").append(textOrEmpty(post, field)).append("</p>");
        }
        return PlainText.ofHtml(html.toString(), textOrEmpty(post, "post_url"));
    }

    /// Tags are words of the blog's as well: much is said in them.
    private String tagged(String words) {
        var tags =
                post.path("tags").values().stream()
                        .map(tag -> tag.stringValue("").strip())
                        .filter(tag -> !tag.isEmpty())
                        .map(tag -> "#" + tag)
                        .collect(Collectors.joining(" "));
        return tags.isEmpty() ? words : (words + "\n\n" + tags).strip();
    }
}
