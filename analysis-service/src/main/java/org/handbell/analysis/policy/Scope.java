package org.handbell.analysis.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// The names and values as a condition sees them.
    public Map<String, Object> variables() {
        var variables = new HashMap<>(frame);
        variables.put("s", List.copyOf(s));
        variables.put("n", List.copyOf(n));
        variables.put("p", List.copyOf(p));
        variables.put("field", field);
        return variables;
    }
}
