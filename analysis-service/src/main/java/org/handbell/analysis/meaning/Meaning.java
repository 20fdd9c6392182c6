package org.handbell.analysis.meaning;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Finding;

/// What the model takes a post to mean. It claims nothing: rules of the pack do.
///
/// @param sure for each label how sure, 0 to 1, in hundredths
/// @param places for each label where it looked most
public record Meaning(Map<String, Double> sure, Map<String, Place> places) {

    /// Nothing was read.
    public static final Meaning UNREAD = new Meaning(Map.of(), Map.of());

    public Meaning {
        sure = Map.copyOf(sure);
        places = Map.copyOf(places);
    }

    /// A sentence of a field, and its words.
    ///
    /// @param spans the sentence in the original; empty where the label looked at no words
    public record Place(String field, int sentence, List<Finding.Span> spans) {}

    /// Whether the encoder read the post.
    public boolean read() {
        return !sure.isEmpty();
    }

    /// How sure, 0 to 1; 0 for a label it does not know.
    public double sure(String label) {
        return sure.getOrDefault(label, 0.0);
    }
}
