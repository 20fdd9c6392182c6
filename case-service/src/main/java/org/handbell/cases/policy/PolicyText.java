package org.handbell.cases.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Makes numbered paragraphs of what a trust uploads or pastes. Nothing but text is kept: of HTML,
/// neither styles nor scripts nor links.
final class PolicyText {

    static final int MOST_BYTES = 1_048_576;
    static final int MOST_PARAGRAPHS = 2_000;

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern ITEM =
            Pattern.compile(
                    "\\R(?=\\s*(?:[-*+•–]|\\(?[0-9a-z]{1,3}[.)]|[0-9]+(?:\\.[0-9]+)+|#{1,6})\\s)");
    private static final Pattern MARKS = Pattern.compile("^(?:#{1,6}|[-*+•–])\\s+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> BLOCKS =
            Set.of(
                    "body",
                    "p",
                    "li",
                    "ul",
                    "ol",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "tr",
                    "td",
                    "th",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "caption",
                    "div",
                    "section",
                    "table",
                    "br");

    private PolicyText() {}

    /// Where what was sent is no text that can be taken.
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        /// @param message what to do, for the person
        UnfitException(String message) {
            super(message);
        }
    }

    /// @param name of the file, whose ending says what it is
    /// @throws UnfitException saying what to do instead
    static List<String> ofFile(String name, byte[] content) throws UnfitException {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (content.length > MOST_BYTES) {
            throw new UnfitException("The file is larger than 1 MB. Paste its words instead.");
        }
        return switch (ending) {
            case "txt", "md" -> ofText(decoded(content));
            case "html", "htm" -> ofHtml(decoded(content));
            default ->
                    throw new UnfitException(
                            "Choose a .txt, .md or .html file. Of a PDF or a Word file, copy the words and paste them below.");
        };
    }

    /// @throws UnfitException saying what to do instead
    static List<String> ofText(String text) throws UnfitException {
        var paragraphs = new ArrayList<String>();
        for (var block : BLANK_LINES.split(text)) {
            for (var part : ITEM.split(block)) {
                add(paragraphs, MARKS.matcher(part.strip()).replaceFirst(""));
            }
        }
        return bounded(paragraphs);
    }

    /// One walk through the page: a block begins and ends a paragraph.
    private static List<String> ofHtml(String html) throws UnfitException {
        var page = Jsoup.parse(html);
        page.select("script, style, nav, template").remove();
        var paragraphs = new ArrayList<String>();
        var words = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        end(node);
                        if (node instanceof TextNode text) {
                            words.append(text.text());
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        end(node);
                    }

                    private void end(Node node) {
                        if (BLOCKS.contains(node.nodeName())) {
                            add(paragraphs, words.toString());
                            words.setLength(0);
                        }
                    }
                },
                page.body());
        return bounded(paragraphs);
    }

    private static void add(List<String> paragraphs, String words) {
        var one = SPACES.matcher(words).replaceAll(" ").strip();
        if (!one.isEmpty()) {
            paragraphs.add(one);
        }
    }

    private static List<String> bounded(List<String> paragraphs) throws UnfitException {
        if (paragraphs.isEmpty()) {
            throw new UnfitException("There are no words in it.");
        }
        if (paragraphs.size() > MOST_PARAGRAPHS) {
            throw new UnfitException("It has more than 2,000 paragraphs.");
        }
        return List.copyOf(paragraphs);
    }

    private static String decoded(byte[] content) throws UnfitException {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static UnfitException unreadable() {
        return new UnfitException(
                "The file is not what its name says, or its letters are not UTF-8. Paste its words below instead.");
    }
}
