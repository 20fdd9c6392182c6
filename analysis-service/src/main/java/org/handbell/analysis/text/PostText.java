package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Post;

/// All that a post says, field by field.
///
/// @param readings those fields that hold anything
public record PostText(List<Reading> readings) {

    /// The field of who wrote what is engaged with; read by rules that name it alone, never shown.
    public static final String AUTHOR = "of.author";

    public PostText {
        readings = List.copyOf(readings);
    }

    /// Reads every field of a post.
    public static PostText of(Post post) {
        var readings = new ArrayList<Reading>();
        add(readings, "text", post.text());
        for (var i = 0; i < post.media().size(); i++) {
            var media = post.media().get(i);
            add(readings, "media[" + i + "].alt", media.alt());
            add(readings, "media[" + i + "].ocr", media.ocr());
        }
        var of = post.of();
        add(readings, AUTHOR, of == null ? null : of.author());
        add(readings, "of.text", of == null ? null : of.text());
        for (var i = 0; i < post.pollOptions().size(); i++) {
            add(readings, "pollOptions[" + i + "]", post.pollOptions().get(i));
        }
        for (var i = 0; i < post.links().size(); i++) {
            add(readings, "links[" + i + "]", post.links().get(i));
        }
        return new PostText(readings);
    }

    /// How much there is to read, in UTF-16 characters over all fields.
    public static long length(Post post) {
        var length = (long) post.text().length();
        for (var media : post.media()) {
            length += length(media.alt()) + length(media.ocr());
        }
        var of = post.of();
        length += of == null ? 0 : length(of.author()) + length(of.text());
        for (var option : post.pollOptions()) {
            length += option.length();
        }
        for (var link : post.links()) {
            length += link.length();
        }
        return length;
    }

    private static int length(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /// The kind of a field, without its number: `media.alt`, `pollOptions`.
    public static String kind(String field) {
        var open = field.indexOf('[');
        return open < 0
                ? field
                : field.substring(0, open) + field.substring(field.indexOf(']') + 1);
    }

    private static void add(
            List<Reading> readings, String field, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank()) {
            readings.add(Reading.of(field, text));
        }
    }
}
