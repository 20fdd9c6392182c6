package org.handbell.analysis.meaning;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Finding;

/// What the model takes a post to mean. It claims nothing: rules of the pack do.
///
/// @param sure for each label how sure, 0 to 1, in hundredths
/// @param places for each label where it looked most
public record Meaning(Map<String, Double> sure, Map<String, Place> places) {

    /// Clauses that have a head.
    public static final List<String> CLAUSES =
            List.of(
                    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "E2", "E3", "E4", "E5",
                    "E7", "E8", "E9", "E10", "E11", "C1", "C2", "C3", "C4", "S1", "S2", "S3", "G1");

    /// How the family of a hit begins that stands for a head.
    public static final String FAMILY = "means.";

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

    /// The family of a hit that stands for a clause's head.
    public static String family(String clause) {
        return FAMILY + clause;
    }

    /// Whether the encoder read the post.
    public boolean read() {
        return !sure.isEmpty();
    }

    /// How sure, 0 to 1; 0 for a label it does not know.
    public double sure(String label) {
        return sure.getOrDefault(label, 0.0);
    }
}
