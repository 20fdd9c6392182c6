package org.handbell.analysis.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a condition may ask about one sentence of a post. Named shortly, since rules read them a
/// hundred times.
///
/// @param s families hit in the sentence
/// @param n families hit in the sentence and its neighbours; of a picture, in all its words
/// @param p families hit in the post
/// @param field the kind of field: `text`, `media.alt`, `media.ocr`, `of.text`, `pollOptions`,
///   `links`
/// @param frame facts about post and account: `action`, `platform`, `kind`, `approved`,
///   `spokesperson`, `governor`, `permitted`, `consented`; and what the model takes the post to
///   mean: `read` (whether it did), `meant` (how sure of each label), `sure` (how sure of the
///   rule's clause)
public record Scope(
        Set<String> s, Set<String> n, Set<String> p, String field, Map<String, Object> frame) {

    /// The value of a name, as a condition sees it; nothing where there is no such name.
    public Optional<Object> value(String name) {
        return switch (name) {
            case "s" -> Optional.of(s);
            case "n" -> Optional.of(n);
            case "p" -> Optional.of(p);
            case "field" -> Optional.of(field);
            default -> Optional.ofNullable(frame.get(name));
        };
    }
}
